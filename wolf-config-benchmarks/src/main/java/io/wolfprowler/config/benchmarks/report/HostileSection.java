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

import io.wolfprowler.config.fixtures.HostileShape;

/**
 * How the time of a parse grows with a text that was made to be slow.
 */
final class HostileSection implements Section {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	@Override
	public String name() {
		return "hostile";
	}

	@Override
	public String title() {
		return "Parsing hostile texts";
	}

	@Override
	public String measure(Scale scale) throws IOException {
		Table table = new Table("shape", "n, KiB", "n, ms", "2n, ms", "4n, ms", "2n / n", "4n / 2n", "refused",
				"tomlj alone, 1,000 characters, ms", "2,000 characters, ms");
		for (HostileShape shape : HostileShape.all()) {
			row(table, shape.name(), Child.run(Hostile.class, LIMIT, shape.name(), scale.hostileSize()));
		}
		return """
				Texts of n characters, twice and four times that, parsed by wolf-config: the best CPU time of
				three to ten parses. n is %,d KiB, or less where that takes seconds. The time is linear when each ratio is about
				2; the goal is at most 2.5. A text that is refused is refused for good reason; 'failed' is more than %d
				minutes. Beside it tomlj alone, whose time for some shapes is cubic, with texts that are tiny.

				%s"""
			.formatted(scale.hostileSize() / 1024, LIMIT.toMinutes(), table);
	}

	private static void row(Table table, String label, Map<String, Double> results) {
		double once = results.getOrDefault("n", Double.NaN);
		double twice = results.getOrDefault("n2", Double.NaN);
		double fourfold = results.getOrDefault("n4", Double.NaN);
		String refused = (results.getOrDefault("refused", 0.0) == 1) ? "yes" : "";
		table.row(label, Figure.of(results.getOrDefault("size", Double.NaN) / 1024), Figure.of(once), Figure.of(twice),
				Figure.of(fourfold), Figure.ratio(twice, once), Figure.ratio(fourfold, twice), refused,
				Figure.of(results.getOrDefault("tomlj", Double.NaN)),
				Figure.of(results.getOrDefault("tomlj2", Double.NaN)));
	}

}
