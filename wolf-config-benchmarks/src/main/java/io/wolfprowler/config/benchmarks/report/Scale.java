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

/**
 * How thoroughly to measure.
 */
public enum Scale {

	/** A few seconds for each figure, to see that all of it works. */
	QUICK(1, 2, 2, 40, 2, 3, 10, 64 * 1024),

	/** What is published. */
	FULL(2, 5, 5, 150, 10, 30, 40, 1024 * 1024);

	private final int forks;

	private final int warmupSeconds;

	private final int measuredSeconds;

	private final int changes;

	private final int stormSeconds;

	private final int starts;

	private final int idleSeconds;

	private final int hostileSize;

	Scale(int forks, int warmupSeconds, int measuredSeconds, int changes, int stormSeconds, int starts, int idleSeconds,
			int hostileSize) {
		this.forks = forks;
		this.warmupSeconds = warmupSeconds;
		this.measuredSeconds = measuredSeconds;
		this.changes = changes;
		this.stormSeconds = stormSeconds;
		this.starts = starts;
		this.idleSeconds = idleSeconds;
		this.hostileSize = hostileSize;
	}

	/** The number of JVMs for one figure of JMH. */
	int forks() {
		return this.forks;
	}

	/** The seconds before JMH measures. */
	int warmupSeconds() {
		return this.warmupSeconds;
	}

	/** The seconds that JMH measures. */
	int measuredSeconds() {
		return this.measuredSeconds;
	}

	/** The number of changes whose way to the listener is measured. */
	int changes() {
		return this.changes;
	}

	/** The seconds of a storm, of a thousand overwrites each. */
	int stormSeconds() {
		return this.stormSeconds;
	}

	/** The number of starts of each application. */
	int starts() {
		return this.starts;
	}

	/** The seconds that an idle process is looked at. */
	int idleSeconds() {
		return this.idleSeconds;
	}

	/**
	 * The size of the smallest hostile text; there is one of twice and one of four times
	 * that.
	 */
	int hostileSize() {
		return this.hostileSize;
	}

}
