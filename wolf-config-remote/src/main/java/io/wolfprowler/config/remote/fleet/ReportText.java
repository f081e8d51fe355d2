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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;

/**
 * Converts reports to TOML and back. TOML, so that people can read them in the store.
 */
final class ReportText {

	private static final int FLAT = 4;

	private ReportText() {
	}

	static String of(NodeReport report) {
		List<TomlEdit> edits = new ArrayList<>();
		values(report).forEach((name, value) -> edits.add(new TomlEdit(KeyPath.ROOT.child(name), value)));
		try {
			return new TomlParser(FLAT).parse("").edit(edits).text();
		}
		catch (TomlException ex) {
			throw new IllegalStateException("A report can't be written as TOML", ex);
		}
	}

	/**
	 * Parse a report.
	 * @throws IOException when it is malformed, or of another version of this library
	 */
	static NodeReport parse(String node, String text) throws IOException {
		try {
			TomlDocument document = new TomlParser(FLAT).parse(text);
			return report(node, document.values().root());
		}
		catch (TomlException | IllegalArgumentException ex) {
			throw new IOException("The report of the node " + node + " can't be read: " + ex.getMessage(), ex);
		}
	}

	private static Map<String, Object> values(NodeReport report) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("canary", report.canary());
		values.put("version", report.version());
		values.put("digest", report.digest());
		values.put("gone_back", report.goneBack());
		values.put("settled", report.settled());
		values.put("outcome", report.outcome().name());
		values.put("attempted", report.attempted());
		values.put("problems", report.problems());
		values.put("reported_at", report.reportedAt().atOffset(ZoneOffset.UTC));
		return values;
	}

	private static NodeReport report(String node, Map<String, Object> values) {
		return new NodeReport(node, get(values, "canary", Boolean.class), get(values, "version", Long.class),
				get(values, "digest", String.class), get(values, "gone_back", Boolean.class),
				get(values, "settled", Boolean.class), Outcome.valueOf(get(values, "outcome", String.class)),
				get(values, "attempted", String.class), problems(get(values, "problems", List.class)),
				get(values, "reported_at", OffsetDateTime.class).toInstant());
	}

	private static List<String> problems(List<?> values) {
		return values.stream().map(String::valueOf).toList();
	}

	private static <V> V get(Map<String, Object> values, String name, Class<V> type) {
		Object value = values.get(name);
		if (!type.isInstance(value)) {
			throw new IllegalArgumentException(name + " must be a " + type.getSimpleName() + ", found " + value);
		}
		return type.cast(value);
	}

}
