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

import java.util.List;

import io.wolfprowler.config.benchmarks.GetConfigBenchmark;
import io.wolfprowler.config.benchmarks.ReadBenchmark;
import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Library.Use;
import io.wolfprowler.config.benchmarks.report.JmhRun.Score;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one read costs.
 */
final class ReadSection implements Section {

	private static final TimeValue ITERATION = TimeValue.milliseconds(50);

	@Override
	public String name() {
		return "read";
	}

	@Override
	public String title() {
		return "Reading one number";
	}

	@Override
	public String measure(Scale scale) throws RunnerException {
		return """
				Medians of iterations of 50 ms. First the field itself and `getConfig()`, called directly:

				%s
				Then every library through one and the same interface, which adds its own share of a nanosecond to each:

				%s""".formatted(
				fields(run(GetConfigBenchmark.class, scale, 1), run(GetConfigBenchmark.class, scale, 2)),
				libraries(run(ReadBenchmark.class, scale, 1), run(ReadBenchmark.class, scale, 2)));
	}

	private static JmhRun run(Class<?> benchmark, Scale scale, int threads) throws RunnerException {
		String[] libraries = Library.with(Use.READ).stream().map(Library::name).toArray(String[]::new);
		return JmhRun.of(JmhRun.options(benchmark, scale)
			.threads(threads)
			.param("library", libraries)
			.warmupIterations(Math.min(scale.warmupSeconds(), 3))
			.measurementIterations(scale.measuredSeconds() * 10)
			.measurementTime(ITERATION));
	}

	private static Table fields(JmhRun one, JmhRun two) {
		Table table = table();
		Score floor = one.score("volatileField");
		for (String method : List.of("volatileField", "volatileFieldOfAnyType", "getConfig")) {
			row(table, "`" + method + "`", one.score(method), two.score(method), floor);
		}
		return table;
	}

	private static Table libraries(JmhRun one, JmhRun two) {
		Table table = table();
		Score floor = one.score("port", "library", Library.FLOOR.name());
		for (Library library : Library.with(Use.READ)) {
			row(table, library.label(), one.score("port", "library", library.name()),
					two.score("port", "library", library.name()), floor);
		}
		return table;
	}

	private static Table table() {
		return new Table("", "1 thread, ns", "x floor", "2 threads, ns", "B");
	}

	private static void row(Table table, String label, Score one, Score two, Score floor) {
		table.row(label, Figure.of(one.median()), Figure.ratio(one.median(), floor.median()), Figure.of(two.median()),
				Figure.of(one.bytes()));
	}

}
