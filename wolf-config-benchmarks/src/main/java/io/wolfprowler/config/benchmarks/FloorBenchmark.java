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
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.benchmarks.text.AlternatingFile;
import io.wolfprowler.config.benchmarks.text.Format;
import io.wolfprowler.config.benchmarks.text.Sample;
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
 * What no reload can do without, and what {@link ReloadBenchmark} does besides.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FloorBenchmark {

	/** The size of the file. */
	@Param({ "17", "10000", "100000" })
	public int keys;

	private AlternatingFile file;

	private MessageDigest digest;

	/**
	 * Write a file.
	 * @throws IOException when it can't be written
	 * @throws NoSuchAlgorithmException never
	 */
	@Setup
	public void open() throws IOException, NoSuchAlgorithmException {
		this.file = new AlternatingFile(Sample.of(this.keys), Format.TOML);
		this.digest = MessageDigest.getInstance("SHA-256");
	}

	/**
	 * Delete the file.
	 */
	@TearDown
	public void close() {
		this.file.close();
	}

	/**
	 * To know whether a file has changed: read it and hash its content.
	 * @return the digest
	 * @throws IOException when the file can't be read
	 */
	@Benchmark
	public byte[] readAndHash() throws IOException {
		return this.digest.digest(Files.readAllBytes(this.file.path()));
	}

	/**
	 * To replace the file: its allocations are counted with each reload.
	 * @throws IOException when that is not possible
	 */
	@Benchmark
	public void alternate() throws IOException {
		this.file.alternate();
	}

}
