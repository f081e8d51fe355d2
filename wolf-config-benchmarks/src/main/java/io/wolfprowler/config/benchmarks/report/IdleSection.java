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
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.benchmarks.peer.Library;

/**
 * What watching costs while nothing changes.
 */
final class IdleSection implements Section {

	private static final List<Library> PEERS = List.of(Library.ARCHAIUS, Library.COMMONS, Library.GESTALT_TOML,
			Library.HELIDON, Library.NIGHT_CONFIG, Library.OWNER);

	@Override
	public String name() {
		return "idle";
	}

	@Override
	public String title() {
		return "Watching while nothing changes";
	}

	@Override
	public String measure(Scale scale) throws IOException {
		Table table = new Table("", "files", "CPU, ms a minute", "threads", "inotify instances");
		row(table, "nothing watched", Library.FLOOR, 0, scale);
		row(table, Library.FLOOR.label(), Library.FLOOR, 1, scale);
		row(table, "**wolf-config**", Library.WOLF_DEFAULTS, 1, scale);
		row(table, "**wolf-config**", Library.WOLF_DEFAULTS, 100, scale);
		for (Library peer : PEERS) {
			row(table, peer.label(), peer, 1, scale);
		}
		return """
				CPU time of all threads of the process in %d s, of which the first row is the JVM's own. wolf-config is
				as it comes; the others are as fast as above, which for those that look every millisecond is what it
				costs. Threads are those that were added.

				%s""".formatted(scale.idleSeconds(), table);
	}

	private static void row(Table table, String label, Library library, int files, Scale scale) throws IOException {
		Map<String, Double> results = Child.run(Idle.class, Duration.ofMinutes(5), library, files,
				Math.min(scale.idleSeconds() / 2, 15), scale.idleSeconds());
		table.row(label, files, figure(results, "cpu"), figure(results, "threads"), figure(results, "inotify"));
	}

	private static String figure(Map<String, Double> results, String name) {
		return Figure.of(results.getOrDefault(name, Double.NaN));
	}

}
