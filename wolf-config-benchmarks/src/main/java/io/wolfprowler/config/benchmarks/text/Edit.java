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

package io.wolfprowler.config.benchmarks.text;

import java.util.function.UnaryOperator;

/**
 * An edit of a large file.
 */
public enum Edit {

	/** A value in the middle. */
	VALUE("one value", (text) -> text, (text) -> text.replace("host-5000.", "other-5000.")),

	/** The value of the first key. */
	FIRST_KEY("the first value of the file", (text) -> text, (text) -> text.replaceFirst("host-0", "other-0")),

	/** Values at both ends. */
	BOTH_ENDS("the first value and the last", (text) -> text,
			(text) -> text.replaceFirst("host-0", "other-0").replace("number 9999", "number 10000")),

	/** A comment. */
	COMMENT("a comment added", (text) -> text, (text) -> text.replace(Edit.MIDDLE, "# As ordered.\n" + Edit.MIDDLE)),

	/** A table more. */
	TABLE_ADDED("a table added", Edit::withoutTable, (text) -> text),

	/** A table less. */
	TABLE_REMOVED("a table removed", (text) -> text, Edit::withoutTable),

	/** A table at another place. */
	TABLE_MOVED("a table moved to the end", (text) -> text, (text) -> withoutTable(text) + table(text)),

	/** An element more in an array of tables. */
	ELEMENT_INSERTED("an element inserted in the middle of an array", (text) -> asArray(withoutTable(text)),
			Edit::asArray);

	private static final String MIDDLE = "[servers.s05000]\n";

	private final String label;

	private final UnaryOperator<String> before;

	private final UnaryOperator<String> after;

	Edit(String label, UnaryOperator<String> before, UnaryOperator<String> after) {
		this.label = label;
		this.before = before;
		this.after = after;
	}

	/**
	 * Return what is edited.
	 * @return words for a table
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the text before the edit.
	 * @return 100,000 keys, or ten less
	 */
	public String before() {
		return this.before.apply(fleet());
	}

	/**
	 * Return the text after the edit.
	 * @return 100,000 keys, or ten less
	 */
	public String after() {
		return this.after.apply(fleet());
	}

	/**
	 * Return whether the servers are an array of tables.
	 * @return whether they have no names
	 */
	public boolean isOfArray() {
		return this == ELEMENT_INSERTED;
	}

	private static String fleet() {
		return Sample.of(100_000).text(Format.TOML, new Pair(10_080, 50));
	}

	private static String asArray(String text) {
		return text.replaceAll("\\[servers\\..*]", "[[servers]]");
	}

	private static String table(String text) {
		int start = text.indexOf(MIDDLE);
		return text.substring(start, text.indexOf('[', start + 1));
	}

	private static String withoutTable(String text) {
		return text.replace(table(text), "");
	}

}
