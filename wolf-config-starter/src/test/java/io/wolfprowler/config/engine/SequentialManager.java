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

package io.wolfprowler.config.engine;

import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.testkit.Linearizability.Step;

/**
 * What a manager is, for one caller at a time.
 *
 * @param port the port in force
 * @param limit the limit in force, which only updates change
 * @param documentPort the port in the document in force
 * @param sourcePort the port at the source
 * @param versions the versions that are kept, the newest first
 * @param enabled whether hot reload is
 */
record SequentialManager(int port, int limit, int documentPort, int sourcePort, List<Long> versions, boolean enabled) {

	static final int KEPT = 3;

	/** A manager on port 1, whose source says port 2 by now. */
	static final SequentialManager EDITED = new SequentialManager(1, 0, 1, 2, List.of(1L), false);

	Step<SequentialManager> snapshot() {
		return new Step<>(this, snapshot(version(), this.port, this.limit));
	}

	Step<SequentialManager> history() {
		return new Step<>(this, this.versions);
	}

	Step<SequentialManager> increment() {
		return new Step<>(with(this.port, this.limit + 1), true);
	}

	Step<SequentialManager> incrementIf(long expected) {
		return (expected == version()) ? increment() : new Step<>(this, "stale " + version());
	}

	Step<SequentialManager> set(int value) {
		return new Step<>(with(value, value), value != this.port || value != this.limit);
	}

	Step<SequentialManager> edit(int edited) {
		return new Step<>(
				new SequentialManager(this.port, this.limit, this.documentPort, edited, this.versions, this.enabled),
				"edited");
	}

	Step<SequentialManager> reload() {
		boolean edited = this.sourcePort != this.documentPort;
		SequentialManager next = (edited ? with(this.sourcePort, this.limit) : this).onSource();
		return new Step<>(next,
				((next.version() > version()) ? Outcome.APPLIED : Outcome.UNCHANGED) + " " + next.version());
	}

	Step<SequentialManager> enable(boolean wanted) {
		return new Step<>(
				new SequentialManager(this.port, this.limit, this.documentPort, this.sourcePort, this.versions, wanted),
				"switched");
	}

	Step<SequentialManager> isEnabled() {
		return new Step<>(this, this.enabled);
	}

	static String snapshot(long version, int port, int limit) {
		return "version " + version + " with " + port + ", " + limit;
	}

	private long version() {
		return this.versions.get(0);
	}

	private SequentialManager onSource() {
		return new SequentialManager(this.port, this.limit, this.sourcePort, this.sourcePort, this.versions,
				this.enabled);
	}

	private SequentialManager with(int newPort, int newLimit) {
		if (newPort == this.port && newLimit == this.limit) {
			return this;
		}
		List<Long> kept = Stream.concat(Stream.of(version() + 1), this.versions.stream()).limit(KEPT).toList();
		return new SequentialManager(newPort, newLimit, this.documentPort, this.sourcePort, kept, this.enabled);
	}

}
