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
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading one component of the configuration in force. The floor is the same component of
 * the same record in a plain volatile field of an object held in the same way.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GetConfigBenchmark {

	private Path directory;

	private ConfigManager<WolfConfig> manager;

	private Holder holder;

	private AnyHolder<WolfConfig> anyHolder;

	/**
	 * Start a manager on a file.
	 * @throws IOException when the file can't be written
	 */
	@Setup
	public void start() throws IOException {
		this.directory = Files.createTempDirectory("wolf-config");
		Path file = Files.writeString(this.directory.resolve("config.toml"), "web_port = 8080\n");
		this.manager = ConfigManager.builder(WolfConfig.class).file(file).build();
		this.holder = new Holder(this.manager.getConfig());
		this.anyHolder = new AnyHolder<>(this.manager.getConfig());
	}

	/**
	 * Stop the manager.
	 * @throws IOException when the file can't be deleted
	 */
	@TearDown
	public void stop() throws IOException {
		this.manager.close();
		Files.delete(this.manager.configPath());
		Files.delete(this.directory);
	}

	/**
	 * The floor.
	 * @return one component
	 */
	@Benchmark
	public int volatileField() {
		return this.holder.config.webPort();
	}

	/**
	 * The floor of everything that holds a configuration of any type: the cast to the
	 * type comes with it.
	 * @return one component
	 */
	@Benchmark
	public int volatileFieldOfAnyType() {
		return this.anyHolder.config.webPort();
	}

	/**
	 * The manager.
	 * @return one component
	 */
	@Benchmark
	public int getConfig() {
		return this.manager.getConfig().webPort();
	}

}
