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
package io.wolfprowler.config.remote.fleet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reports in memory, and fails when told to.
 */
@NullMarked
final class MemoryFleetStore implements FleetStore {

	final Map<String, String> reports = new ConcurrentHashMap<>();

	final List<String> asked = new CopyOnWriteArrayList<>();

	volatile int renewals;

	volatile @Nullable IOException failure;

	@Override
	public void publish(String group, String node, String report) throws IOException {
		check();
		this.reports.put(group + "/" + node, report);
	}

	@Override
	public void renew() throws IOException {
		check();
		this.renewals++;
	}

	@Override
	public Map<String, String> reports(String group) throws IOException {
		check();
		this.asked.add(group);
		Map<String, String> found = new TreeMap<>();
		this.reports.forEach((key, report) -> {
			if (key.startsWith(group + "/")) {
				found.put(key.substring(group.length() + 1), report);
			}
		});
		return found;
	}

	@Override
	public void close() {
		this.reports.clear();
	}

	private void check() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
