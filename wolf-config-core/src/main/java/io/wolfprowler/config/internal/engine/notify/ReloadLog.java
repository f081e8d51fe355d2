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
 * Tells an operator what happened: one line for what is in force now, one line for each
 * problem of what is not.
 *
 * @param source the description of the source
 * @param schema the schema of the configuration type
 */
public record ReloadLog(String source, Schema<?> schema) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final int SHOWN = 20;

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

	public void warnings(List<Problem> warnings) {
		warnings.forEach((warning) -> logger.warn(warning.describe(this.source)));
	}

	public void refused(ReloadResult result) {
		result.problems()
			.forEach((problem) -> logger
				.warn("Kept version " + result.version() + "; " + problem.describe(this.source)));
	}

	public void degraded(long version, List<Problem> failures) {
		failures.forEach((failure) -> logger
			.error("Version " + version + " is in force but not everywhere; " + failure.describe(this.source)));
	}

	public void heldBack(long version, String reason) {
		logger.info("Kept version " + version + " for now; " + this.source + " looks half-written: " + reason);
	}

	public void recovered(ReloadResult result) {
		if (result.outcome() == Outcome.UNCHANGED) {
			logger.info(this.source + " holds version " + result.version() + " again");
		}
	}

	public void overruled(List<KeyPath> keys) {
		if (!keys.isEmpty()) {
			logger.warn(this.source + " overrules the unsaved updates of "
					+ keys.stream().map(KeyPath::toString).collect(Collectors.joining(", ")));
		}
	}

	public void created() {
		logger.info("Created " + this.source + " with all keys of " + this.schema.type().getSimpleName()
				+ " and their defaults");
	}

	public void saved(List<String> keys) {
		logger.info("Saved " + this.source + (keys.isEmpty() ? "" : ": " + String.join(", ", keys)));
	}

	public void notWritten(String reason) {
		logger.warn("The rollback is in force but not written to " + this.source + ": " + reason);
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

	// What holds several values may hold secrets, and a text may hold line breaks.
	private static String shown(String before, @Nullable Object value) {
		if (value instanceof Record || value instanceof Map || (value instanceof Collection<?> values
				&& values.stream().anyMatch((each) -> each instanceof Record || each instanceof Map))) {
			return before + "(several values)";
		}
		String text = text(value);
		return before + (text.chars().anyMatch(Character::isISOControl) ? TomlValues.shown(text) : text);
	}

	// A type of the application may fail to say what it is, which must not stop a version
	// that is in force from being told.
	private static String text(@Nullable Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			return "(a value without a text)";
		}
	}

}
