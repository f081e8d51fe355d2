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

package io.wolfprowler.config.internal.bind;

import java.util.HashSet;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlValues;

/**
 * The text of a template while it is written.
 */
final class TemplateText {

	private final StringBuilder text;

	private final String prefix;

	// The record types being described: one may contain itself.
	private final Set<Class<?>> open;

	TemplateText() {
		this(new StringBuilder(), "", new HashSet<>());
	}

	private TemplateText(StringBuilder text, String prefix, Set<Class<?>> open) {
		this.text = text;
		this.prefix = prefix;
		this.open = open;
	}

	/** Return the same text, to which everything is added as a comment. */
	TemplateText commented() {
		return this.prefix.isEmpty() ? new TemplateText(this.text, "# ", this.open) : this;
	}

	/** Begin to describe a record type, unless it is inside itself. */
	boolean enter(Class<?> type) {
		return this.open.add(type);
	}

	void leave(Class<?> type) {
		this.open.remove(type);
	}

	/** Add a blank line, unless the last line is blank or a header. */
	void paragraph() {
		int lastLine = this.text.lastIndexOf("\n", this.text.length() - 2) + 1;
		boolean setOff = this.text.length() - lastLine <= 1 || this.text.charAt(lastLine + this.prefix.length()) == '[';
		if (!setOff) {
			this.text.append('\n');
		}
	}

	void comment(String comment) {
		comment.lines().forEach((line) -> line("# " + line.replaceAll("\\p{Cntrl}", " ").strip()));
	}

	void header(String header) {
		line(header);
	}

	void value(String name, Object toml) {
		entry(name, TomlValues.literal(toml));
	}

	/** Add a commented-out key that has no value yet. */
	void gap(String name, String expected) {
		commented().entry(name, "<" + expected + ">");
	}

	private void entry(String name, String value) {
		line(KeyPath.ROOT.child(name) + " = " + value);
	}

	private void line(String line) {
		this.text.append(this.prefix).append(line).append('\n');
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
