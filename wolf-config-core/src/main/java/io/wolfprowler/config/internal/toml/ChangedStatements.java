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

package io.wolfprowler.config.internal.toml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import io.wolfprowler.config.internal.toml.guard.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two texts of one section, in whole statements.
 *
 * @param from where the difference begins
 * @param before the statements that were replaced
 * @param after the statements that replace them
 */
record ChangedStatements(int from, String before, String after) {

	private static final Pattern ONE_KEY = Pattern.compile("[ \\t]*+([A-Za-z0-9_-]++)[ \\t]*+=[^\\n]*+\\n?+");

	/**
	 * Compare two texts.
	 * @return the difference, {@code null} if it can't be told in whole statements
	 */
	static @Nullable ChangedStatements between(String before, String after) {
		int start = commonStart(before, after);
		int end = commonEnd(before, after, start);
		SectionScanner.Span changed = SectionScanner.statements(after, start, after.length() - end);
		if (changed == null) {
			return null;
		}
		int to = before.length() - (after.length() - changed.to());
		String was = before.substring(changed.from(), to);
		boolean whole = to == before.length() || was.isEmpty() || was.endsWith("\n");
		return (whole && SectionScanner.isWhole(was))
				? new ChangedStatements(changed.from(), was, after.substring(changed.from(), changed.to())) : null;
	}

	/**
	 * Apply the difference to the values of the section.
	 * @param values the values before
	 * @return the values after, {@code null} if other statements may affect them
	 * @throws TomlException if the statements are not TOML
	 */
	@Nullable Table applyTo(Table values, GuardedParser parser) throws TomlException {
		Table now = values(this.after, parser);
		if (keepsItsOneKey()) {
			return values.with(now);
		}
		Table was = values(this.before, parser);
		if (!List.copyOf(was.keySet()).equals(List.copyOf(now.keySet()))) {
			return null;
		}
		for (String name : was.keySet()) {
			if (!was.get(name).equals(values.get(name))) {
				return null;
			}
		}
		return now.isEmpty() ? values : values.with(now);
	}

	private static Table values(String statements, GuardedParser parser) throws TomlException {
		return TomlValues.fromParser(parser.parse(statements).orElseThrow(TomlException::new));
	}

	/** Return how many more keys there are than before. */
	int moreKeys() {
		return TextScanner.keysOf(this.after) - TextScanner.keysOf(this.before);
	}

	// What a line with the same simple key defined is known without parsing it.
	private boolean keepsItsOneKey() {
		Matcher was = ONE_KEY.matcher(this.before);
		Matcher now = ONE_KEY.matcher(this.after);
		return was.matches() && now.matches() && was.group(1).equals(now.group(1));
	}

	private static int commonStart(String one, String other) {
		int length = Math.min(one.length(), other.length());
		int count = 0;
		while (count < length && one.charAt(count) == other.charAt(count)) {
			count++;
		}
		return count;
	}

	private static int commonEnd(String one, String other, int start) {
		int length = Math.min(one.length(), other.length()) - start;
		int count = 0;
		while (count < length && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
			count++;
		}
		return count;
	}

}
