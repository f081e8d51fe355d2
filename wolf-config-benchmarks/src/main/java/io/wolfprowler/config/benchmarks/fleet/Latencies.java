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
package io.wolfprowler.config.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long nodes took to apply what was written.
 *
 * @param sorted milliseconds, the shortest first
 * @param skipped how many writes nodes have not applied, because a newer one came before
 * @param behind how many nodes do not have the last write
 */
record Latencies(List<Double> sorted, long skipped, int behind) {

	/**
	 * Read what nodes have told.
	 * @param lines their lines, see {@link FleetNodes}
	 * @param written when each content that counts was written, the last one last
	 * @param nodes the number of nodes
	 */
	static Latencies of(List<String> lines, List<Long> written, int nodes) {
		List<Double> all = new ArrayList<>();
		int upToDate = 0;
		for (String line : lines) {
			int space = line.indexOf(' ');
			long writtenAt = Long.parseLong(line.substring(0, space));
			if (written.contains(writtenAt)) {
				all.add(Long.parseLong(line.substring(space + 1)) / 1e6);
				upToDate += (writtenAt == written.get(written.size() - 1)) ? 1 : 0;
			}
		}
		Collections.sort(all);
		return new Latencies(all, (long) nodes * written.size() - all.size(), nodes - upToDate);
	}

	double percentile(int percent) {
		int index = Math.min(this.sorted.size() - 1, this.sorted.size() * percent / 100);
		return this.sorted.isEmpty() ? Double.NaN : this.sorted.get(index);
	}

}
