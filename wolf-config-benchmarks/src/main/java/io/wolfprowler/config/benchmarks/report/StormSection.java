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

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Library.Use;

/**
 * What comes of a file that is overwritten all the time.
 */
final class StormSection implements Section {

	@Override
	public String name() {
		return "storm";
	}

	@Override
	public String title() {
		return "A storm of overwrites in place";
	}

	@Override
	public String measure(Scale scale) throws IOException {
		int overwrites = scale.stormSeconds() * 1000;
		Table table = new Table("", "events", "incomplete reads", "torn reads", "of all reads", "CPU, s",
				"right at the end");
		for (Library library : Library.with(Use.WATCH)) {
			if (!library.has(Use.SIGNAL)) {
				Map<String, Double> results = Child.run(Storm.class, Duration.ofMinutes(2), library, overwrites);
				table.row(library.label(), figure(results, "events"), figure(results, "incomplete"),
						figure(results, "torn"), figure(results, "reads"), figure(results, "cpu"),
						(results.getOrDefault("right", 0.0) == 1) ? "yes" : "**no**");
			}
		}
		return """
				%,d overwrites in %d s. Each empties the file and writes two chunks with 100 us between them; the border cuts a
				number. Meanwhile a thread reads two numbers that are equal in every whole file. A read is incomplete when a
				number is missing, cut or can't be read; it is torn when both are whole and differ. CPU is that of the process,
				with the writer and the reader.

				%s"""
			.formatted(overwrites, scale.stormSeconds(), table);
	}

	private static String figure(Map<String, Double> results, String name) {
		return Figure.of(results.getOrDefault(name, Double.NaN));
	}

}
