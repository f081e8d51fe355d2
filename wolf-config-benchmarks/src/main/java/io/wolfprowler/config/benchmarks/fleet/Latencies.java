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

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long nodes took to apply what was written.
 *
 * @param sorted milliseconds, the shortest first
 * @param missed how many writes nodes have not applied, because a newer one came before
 */
record Latencies(List<Double> sorted, long missed) {

	static Latencies of(List<BufferedReader> outputs, List<Process> children, long began, long expected)
			throws IOException {
		List<Double> all = new ArrayList<>();
		for (int i = 0; i < outputs.size(); i++) {
			children.get(i).getOutputStream().close();
			for (String line = outputs.get(i).readLine(); line != null; line = outputs.get(i).readLine()) {
				int space = line.indexOf(' ');
				if (space > 0 && Long.parseLong(line.substring(0, space)) >= began) {
					all.add(Long.parseLong(line.substring(space + 1)) / 1e6);
				}
			}
		}
		Collections.sort(all);
		return new Latencies(all, expected - all.size());
	}

	double percentile(int percent) {
		int index = Math.min(this.sorted.size() - 1, this.sorted.size() * percent / 100);
		return this.sorted.isEmpty() ? Double.NaN : this.sorted.get(index);
	}

}
