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

package io.wolfprowler.config.internal.engine.notify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlValues;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs what happened for the operator: one line for each version that becomes active, one
 * line for each problem of a candidate that does not.
 *
 * @param source the description of the source
 * @param schema the schema of the configuration type
 */
public record ReloadLog(String source, Schema<?> schema) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int SHOWN = 20;

	/**
	 * Log a version that has become active.
	 * @param cause why
	 * @param version the number of the version
	 * @param changes the changes since the version before
	 * @param restart the changed keys that take effect after a restart
	 */
	public void accepted(Cause cause, long version, List<ConfigChange> changes, List<String> restart) {
		String headline = switch (cause) {
			case START -> "Loaded " + this.source + " as version ";
			case LAST_GOOD -> "Started on the last good content of " + this.source + " as version ";
			case RELOAD -> "Applied " + this.source + " as version ";
			case UPDATE -> "Updated " + this.source + " in memory as version ";
			case ROLLBACK -> "Rolled " + this.source + " back as version ";
			case AUTO_ROLLBACK -> "Rolled " + this.source + " back by itself as version ";
		};
		String description = changes.isEmpty() ? "" : ": " + describe(changes);
		String pending = restart.isEmpty() ? "" : " (" + String.join(", ", restart) + " in effect after a restart)";
		logger.info(headline + version + description + pending);
	}

	/**
	 * Log warnings of validators.
	 * @param warnings the warnings
	 */
	public void warnings(List<Problem> warnings) {
		warnings.forEach((warning) -> logger.warn(warning.describe(this.source)));
	}

	void rejected(ReloadResult result) {
		result.problems()
			.forEach((problem) -> logger
				.warn("Kept version " + result.version() + "; " + problem.describe(this.source)));
	}

	void degraded(long version, List<Problem> failures) {
		failures.forEach((failure) -> logger
			.error("Version " + version + " is active but not everywhere; " + failure.describe(this.source)));
	}

	void deferred(long version, String reason) {
		logger.info("Kept version " + version + " for now; " + this.source + " looks half-written: " + reason);
	}

	void recovered(ReloadResult result) {
		if (result.outcome() == Outcome.UNCHANGED) {
			logger.info(this.source + " holds version " + result.version() + " again");
		}
	}

	/**
	 * Log pending edits that a document overrules.
	 * @param keys the keys of the edits
	 */
	public void overruled(List<KeyPath> keys) {
		if (!keys.isEmpty()) {
			logger.warn(this.source + " overrules the unsaved updates of "
					+ keys.stream().map(KeyPath::toString).collect(Collectors.joining(", ")));
		}
	}

	/** Log that the first document was created. */
	public void created() {
		logger.info("Created " + this.source + " with all keys of " + this.schema.type().getSimpleName()
				+ " and their defaults");
	}

	/**
	 * Log that pending edits were saved.
	 * @param keys the keys of the edits
	 */
	public void saved(List<String> keys) {
		logger.info("Saved " + this.source + (keys.isEmpty() ? "" : ": " + String.join(", ", keys)));
	}

	/**
	 * Log that the document of a rollback could not be written.
	 * @param reason the reason
	 */
	public void notWritten(String reason) {
		logger.warn("The rollback is active but not written to " + this.source + ": " + reason);
	}

	// A full reload has no key; the values that differ follow it.
	private static String describe(List<ConfigChange> changes) {
		List<ConfigChange> values = changes.stream().filter((change) -> !change.key().isEmpty()).toList();
		String shown = values.stream().limit(SHOWN).map(ReloadLog::describe).collect(Collectors.joining(", "));
		int more = values.size() - SHOWN;
		return (more > 0) ? shown + " and " + more + " more" : shown;
	}

	private static String describe(ConfigChange change) {
		if (change.secret()) {
			return change.key() + " ***";
		}
		if (change.oldValue() == null) {
			return change.key() + " added" + shown(" as ", change.newValue());
		}
		if (change.newValue() == null) {
			return change.key() + " removed";
		}
		return change.key() + shown(" ", change.oldValue()) + shown(" -> ", change.newValue());
	}

	// A value of several parts may contain secrets, and a string may contain line breaks.
	private static String shown(String before, @Nullable Object value) {
		if (value instanceof Record || value instanceof Map || (value instanceof Collection<?> values
				&& values.stream().anyMatch((each) -> each instanceof Record || each instanceof Map))) {
			return before + "(several values)";
		}
		String text = text(value);
		return before + (text.chars().anyMatch(Character::isISOControl) ? TomlValues.shown(text) : text);
	}

	// The toString() of a type of the application may fail, which must not stop the
	// notification of an active version.
	private static String text(@Nullable Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			return "(a value without a text)";
		}
	}

}
