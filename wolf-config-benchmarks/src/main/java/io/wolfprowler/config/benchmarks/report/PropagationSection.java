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
 * How fast a change arrives.
 */
final class PropagationSection implements Section {

	@Override
	public String name() {
		return "propagation";
	}

	@Override
	public String title() {
		return "From the rename over the file to the listener";
	}

	@Override
	public String measure(Scale scale) throws IOException {
		Table table = new Table("", "p50, ms", "p95, ms", "longest, ms", "p50 after the rename, ms", "missed",
				"x floor");
		double floor = Double.NaN;
		for (Library library : Library.with(Use.WATCH)) {
			int changes = scale.changes() / (library.has(Use.SLOW) ? 10 : 1);
			Map<String, Double> results = Child.run(Propagation.class, Duration.ofMinutes(10), library,
					library.has(Use.SLOW) ? 2 : 20, changes);
			double median = results.getOrDefault("median", Double.NaN);
			floor = (library == Library.FLOOR) ? median : floor;
			table.row(library.label(), Figure.of(median), figure(results, "p95"), figure(results, "longest"),
					figure(results, "after"), figure(results, "missed"),
					(library == Library.BARE_WATCH) ? "" : Figure.ratio(median, floor));
		}
		return """
				From just before the rename to a listener that has read the new value, %d changes of a file of 17 keys at
				random moments. The rename itself is part of it, and most of the floor. All are set to be as fast as they can:
				wolf-config is `eager` with a debounce of zero, archaius2, commons-configuration2, helidon-config and OWNER look
				every millisecond, avaje-config every second. For micronaut and @RefreshScope a watch was added that they lack.

				%s"""
			.formatted(scale.changes(), table);
	}

	private static String figure(Map<String, Double> results, String name) {
		return Figure.of(results.getOrDefault(name, Double.NaN));
	}

}
