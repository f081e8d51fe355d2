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

package io.wolfprowler.config.benchmarks.report;

import io.wolfprowler.config.benchmarks.ParseBenchmark;
import io.wolfprowler.config.benchmarks.report.JmhRun.Score;
import io.wolfprowler.config.benchmarks.text.TomlReader;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What parsing alone costs.
 */
final class ParseSection implements Section {

	@Override
	public String name() {
		return "parse";
	}

	@Override
	public String title() {
		return "Parsing a whole text";
	}

	@Override
	public String measure(Scale scale) throws RunnerException {
		JmhRun run = JmhRun.of(JmhRun.options(ParseBenchmark.class, scale)
			.measurementIterations(scale.measuredSeconds())
			.measurementTime(TimeValue.seconds(1)));
		Table table = new Table("", "17 keys, us", "KB", "10,000 keys, ms", "MB", "100,000 keys, ms", "MB");
		for (TomlReader reader : TomlReader.values()) {
			Score small = run.score("parse", "reader", reader.name(), "keys", "17");
			Score medium = run.score("parse", "reader", reader.name(), "keys", "10000");
			Score large = run.score("parse", "reader", reader.name(), "keys", "100000");
			table.row(reader.label(), Figure.of(small.median()), Figure.of(small.bytes() / 1024), millis(medium),
					megabytes(medium), millis(large), megabytes(large));
		}
		return "From a text in memory to the parser's own tree: nothing is read, bound or validated. Medians.\n\n"
				+ table;
	}

	private static String millis(Score score) {
		return Figure.of(score.median() / 1000);
	}

	private static String megabytes(Score score) {
		return Figure.of(score.bytes() / 1024 / 1024);
	}

}
