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
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Reading one number of a file of 17 keys from each library, through the same call.
 * {@link GetConfigBenchmark} compares Wolf Config with a field more closely.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 60, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ReadBenchmark {

	private static final Pair PAIR = new Pair(10_080, 50);

	/** What is read from. */
	@Param
	public Library library;

	private SampleFile file;

	private Peer peer;

	/**
	 * Load a file.
	 * @throws IOException when it can't be written
	 */
	@Setup
	public void open() throws IOException {
		Sample sample = Sample.of(Sample.NODE_KEYS);
		this.file = new SampleFile(sample, this.library.format(), PAIR);
		this.peer = this.library.open(new Site(this.file.path(), sample, null));
		if (!this.peer.pair().equals(PAIR)) {
			throw new IllegalStateException(this.library + " has loaded " + this.peer.pair());
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

	/**
	 * The read.
	 * @return the number
	 */
	@Benchmark
	public int port() {
		return this.peer.port();
	}

}
