/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.wolfprowler.config.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Peer;
import io.wolfprowler.config.benchmarks.peer.Site;
import io.wolfprowler.config.benchmarks.text.AlternatingFile;
import io.wolfprowler.config.benchmarks.text.Sample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a file again of which one number has changed. The file is replaced before each
 * reload, and what is in force is checked after it; neither is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReloadBenchmark {

	/** What reloads. */
	@Param
	public Library library;

	/** The size of the file. */
	@Param({ "17", "10000", "100000" })
	public int keys;

	private AlternatingFile file;

	private Peer peer;

	/**
	 * Load a file.
	 * @throws IOException when it can't be written
	 */
	@Setup
	public void open() throws IOException {
		Sample sample = Sample.of(this.keys);
		this.file = new AlternatingFile(sample, this.library.format());
		this.peer = this.library.open(new Site(this.file.path(), sample, null));
		check();
	}

	/**
	 * Replace the file.
	 * @throws IOException when that is not possible
	 */
	@Setup(Level.Invocation)
	public void alternate() throws IOException {
		this.file.alternate();
	}

	/**
	 * The reload.
	 * @return the library
	 * @throws Exception when the library does
	 */
	@Benchmark
	public Peer reload() throws Exception {
		this.peer.reload();
		return this.peer;
	}

	/**
	 * Fail if nothing was reloaded.
	 */
	@TearDown(Level.Invocation)
	public void check() {
		if (!this.peer.pair().equals(this.file.pair())) {
			throw new IllegalStateException(
					this.library + " has " + this.peer.pair() + " in force, the file holds " + this.file.pair());
		}
	}

	/**
	 * Delete the file.
	 */
	@TearDown
	public void close() {
		this.peer.close();
		this.file.close();
	}

}
