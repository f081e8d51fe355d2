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

import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.benchmarks.text.Format;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.TomlReader;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parsing a whole text as TOML, and nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ParseBenchmark {

	/** What parses. */
	@Param
	public TomlReader reader;

	/** The size of the text. */
	@Param({ "17", "10000", "100000" })
	public int keys;

	private String text;

	/**
	 * Make the text.
	 * @throws Exception when it can't be parsed
	 */
	@Setup
	public void open() throws Exception {
		this.text = Sample.of(this.keys).text(Format.TOML, new Pair(10_080, 50));
		if (this.reader.tables(this.reader.parse(this.text)) == 0) {
			throw new IllegalStateException(this.reader + " has found nothing");
		}
	}

	/**
	 * The parse.
	 * @return what the parser makes of the text
	 * @throws Exception when it can't be parsed
	 */
	@Benchmark
	public Object parse() throws Exception {
		return this.reader.parse(this.text);
	}

}
