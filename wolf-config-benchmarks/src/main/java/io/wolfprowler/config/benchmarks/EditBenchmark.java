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
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.benchmarks.text.Edit;
import io.wolfprowler.config.benchmarks.text.Fleet;
import io.wolfprowler.config.benchmarks.text.Rack;
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
 * Reloading a file of 100,000 keys after an edit. Before each reload the file is as
 * before the edit, and in force; neither that nor the edit is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EditBenchmark {

	/** What was edited. */
	@Param
	public Edit edit;

	private Path directory;

	private Path file;

	private ConfigManager<?> manager;

	private ReloadResult result;

	/**
	 * Load a file.
	 * @throws IOException when it can't be written
	 */
	@Setup
	public void open() throws IOException {
		this.directory = Files.createTempDirectory("wolf-config");
		Files.writeString(this.directory.resolve("before"), this.edit.before());
		Files.writeString(this.directory.resolve("after"), this.edit.after());
		this.file = this.directory.resolve("config.toml");
		put("before");
		this.manager = this.edit.isOfArray() ? manager(Rack.class) : manager(Fleet.class);
	}

	/**
	 * Undo the edit, then do it.
	 * @throws IOException when the file can't be replaced
	 */
	@Setup(Level.Invocation)
	public void edit() throws IOException {
		put("before");
		this.manager.reload();
		put("after");
	}

	/**
	 * The reload.
	 * @return what came of it
	 */
	@Benchmark
	public ReloadResult reload() {
		this.result = this.manager.reload();
		return this.result;
	}

	/**
	 * Fail if the text was not taken.
	 */
	@TearDown(Level.Invocation)
	public void check() {
		if (this.result.outcome() != Outcome.APPLIED && this.result.outcome() != Outcome.UNCHANGED) {
			throw new IllegalStateException(this.edit + ": " + this.result);
		}
	}

	/**
	 * Delete the files.
	 * @throws IOException when that is not possible
	 */
	@TearDown
	public void close() throws IOException {
		this.manager.close();
		for (Path path : List.of(this.file, sibling("before"), sibling("after"), sibling("link"), this.directory)) {
			Files.deleteIfExists(path);
		}
	}

	private <T> ConfigManager<T> manager(Class<T> type) {
		return ConfigManager.builder(type).file(this.file).build();
	}

	private void put(String text) throws IOException {
		// Renaming a link over another one of the same file does nothing.
		Files.deleteIfExists(sibling("link"));
		Files.createLink(sibling("link"), sibling(text));
		Files.move(sibling("link"), this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	private Path sibling(String name) {
		return this.directory.resolve(name);
	}

}
