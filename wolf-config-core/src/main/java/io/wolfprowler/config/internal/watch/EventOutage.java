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

package io.wolfprowler.config.internal.watch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A period without file system events for at least one file. Each reason is logged once,
 * and retries become rarer. Not thread-safe.
 */
final class EventOutage {

	private static final int LONGEST_PAUSE = 64;

	private static final Log logger = LogFactory.getLog(EventOutage.class);

	private final Set<String> reasons = new HashSet<>();

	private int pause;

	private int pollsLeft;

	void report(Path directory, Exception failure) {
		if (this.reasons.isEmpty()) {
			this.pause = 1;
			this.pollsLeft = 1;
		}
		String reason = String.valueOf(failure.getMessage());
		if (this.reasons.add(reason)) {
			logger.warn("No file system events for '" + directory + "' (" + describe(failure) + "): polling continues. "
					+ remedy(reason));
		}
	}

	/**
	 * Count a poll.
	 * @return whether this poll should request events again
	 */
	boolean isTimeToRetry() {
		if (this.reasons.isEmpty() || --this.pollsLeft > 0) {
			return false;
		}
		this.pause = Math.min(2 * this.pause, LONGEST_PAUSE);
		this.pollsLeft = this.pause;
		return true;
	}

	void end() {
		if (!this.reasons.isEmpty()) {
			this.reasons.clear();
			logger.info("File system events are back for all watched files");
		}
	}

	private static String describe(Exception failure) {
		return failure.getClass().getSimpleName() + ": " + failure.getMessage();
	}

	private static String remedy(String reason) {
		String text = reason.toLowerCase(Locale.ROOT);
		if (text.contains("instances")) {
			return "Raise the sysctl fs.inotify.max_user_instances to get events";
		}
		if (text.contains("watches")) {
			return "Raise the sysctl fs.inotify.max_user_watches to get events";
		}
		return "Events are requested again at growing intervals";
	}

}
