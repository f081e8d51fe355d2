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

import io.wolfprowler.config.benchmarks.EditBenchmark;
import io.wolfprowler.config.benchmarks.FloorBenchmark;
import io.wolfprowler.config.benchmarks.ReloadBenchmark;
import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Library.Use;
import io.wolfprowler.config.benchmarks.report.JmhRun.Score;
import io.wolfprowler.config.benchmarks.text.Edit;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one reload costs.
 */
final class ReloadSection implements Section {

	private static final int[] SIZES = { 17, 10_000, 100_000 };

	@Override
	public String name() {
		return "reload";
	}

	@Override
	public String title() {
		return "Reloading a file of which one number has changed";
	}

	@Override
	public String measure(Scale scale) throws RunnerException {
		JmhRun floors = JmhRun.of(seconds(FloorBenchmark.class, scale));
		JmhRun reloads = reloads(scale, Library.with(Use.RELOAD), "17").and(reloads(scale, large(), "10000", "100000"));
		StringBuilder markdown = new StringBuilder("""
				In process, on the thread that asks: the file was replaced before, watching is not part of it.
				wolf-config and jackson-toml bind each value to a component of a record, and wolf-config validates it;
				the floor binds the 17 keys by hand. All others only store texts, or trees of values. Allocations are
				those of all threads, the replacing of the file taken off. helidon-config needs many seconds for 10,000
				keys and is left out there.
				""");
		for (int keys : SIZES) {
			markdown.append("\n%,d keys:\n\n%s".formatted(keys, table(String.valueOf(keys), floors, reloads)));
		}
		return markdown.append("\nEdits of 100,000 keys, wolf-config alone:\n\n").append(edits(scale)).toString();
	}

	private static Table edits(Scale scale) throws RunnerException {
		JmhRun run = JmhRun.of(seconds(EditBenchmark.class, scale));
		Table table = new Table("", "p50, ms", "p95, ms");
		for (Edit edit : Edit.values()) {
			Score score = run.score("reload", "edit", edit.name());
			table.row(edit.label(), Figure.of(score.median()), Figure.of(score.p95()));
		}
		return table;
	}

	private static List<Library> large() {
		return Library.with(Use.RELOAD).stream().filter((library) -> !library.has(Use.SMALL)).toList();
	}

	private static JmhRun reloads(Scale scale, List<Library> libraries, String... keys) throws RunnerException {
		return JmhRun.of(seconds(ReloadBenchmark.class, scale).timeout(TimeValue.minutes(2))
			.param("library", libraries.stream().map(Library::name).toArray(String[]::new))
			.param("keys", keys));
	}

	private static ChainedOptionsBuilder seconds(Class<?> benchmark, Scale scale) {
		return JmhRun.options(benchmark, scale)
			.measurementIterations(scale.measuredSeconds())
			.measurementTime(TimeValue.seconds(1));
	}

	private static Table table(String keys, JmhRun floors, JmhRun reloads) {
		Table table = new Table("", "format", "p50, us", "p95, us", "KB", "x floor", "x wolf-config");
		double floor = score(reloads, Library.FLOOR, keys).median();
		double wolf = score(reloads, Library.WOLF, keys).median();
		double besides = floors.score("alternate", "keys", keys).bytes();
		row(table, "read + SHA-256", "", floors.score("readAndHash", "keys", keys), 0, floor, wolf);
		for (Library library : keys.equals("17") ? Library.with(Use.RELOAD) : large()) {
			row(table, library.label(), library.format().extension(), score(reloads, library, keys), besides, floor,
					wolf);
		}
		return table;
	}

	private static Score score(JmhRun reloads, Library library, String keys) {
		return reloads.score("reload", "library", library.name(), "keys", keys);
	}

	private static void row(Table table, String label, String format, Score score, double besides, double floor,
			double wolf) {
		table.row(label, format, Figure.of(score.median()), Figure.of(score.p95()),
				Figure.of(Math.max(score.bytes() - besides, 0) / 1024), Figure.ratio(score.median(), floor),
				Figure.ratio(score.median(), wolf));
	}

}
