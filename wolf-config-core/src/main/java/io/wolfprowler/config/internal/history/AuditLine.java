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

package io.wolfprowler.config.internal.history;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as a JSON object in one line, without secrets.
 */
public final class AuditLine {

	private static final int MILLISECONDS = 3;

	/** Of fixed width, so that lines can be sorted by it. */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(MILLISECONDS)
		.toFormatter();

	private final String json;

	private AuditLine(String json) {
		this.json = json;
	}

	/**
	 * Format an attempt as a line.
	 * @param manager the name of the manager
	 * @param attempt the attempt
	 * @return the line
	 */
	public static AuditLine of(String manager, ConfigAttempt attempt) {
		ReloadResult result = attempt.result();
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("time", TIME.format(attempt.at()));
		line.put("manager", manager);
		line.put("version", result.version());
		line.put("outcome", result.outcome().name());
		line.put("cause", attempt.cause().name());
		if (attempt.actor() != null) {
			line.put("actor", attempt.actor());
		}
		line.put("changes", changes(result.changes()));
		line.put("problems", result.problems().stream().map(AuditLine::problem).toList());
		line.put("digest", attempt.digest());
		return new AuditLine(JsonText.of(line));
	}

	/**
	 * Return the text of the line.
	 * @param lost how many lines before this one are missing
	 * @return the text without a line end; it contains the number of missing lines unless
	 * that is zero
	 */
	public String text(long lost) {
		return (lost == 0) ? this.json : this.json.substring(0, this.json.length() - 1) + ",\"lost\":" + lost + "}";
	}

	int length() {
		return this.json.length();
	}

	@Override
	public String toString() {
		return this.json;
	}

	// A full reload has no key; the changes of single values follow it.
	private static List<Map<String, @Nullable Object>> changes(List<ConfigChange> changes) {
		return changes.stream().filter((change) -> !change.key().isEmpty()).map(AuditLine::change).toList();
	}

	private static Map<String, @Nullable Object> change(ConfigChange change) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("key", change.key());
		shown.put("old", MaskedValue.of(change.oldValue(), change.secret()));
		shown.put("new", MaskedValue.of(change.newValue(), change.secret()));
		return shown;
	}

	private static Map<String, @Nullable Object> problem(Problem problem) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("stage", problem.stage().name());
		if (problem.key() != null) {
			shown.put("key", problem.key());
		}
		if (problem.line() > 0) {
			shown.put("line", problem.line());
			shown.put("column", problem.column());
		}
		shown.put("message", problem.message());
		return shown;
	}

}
