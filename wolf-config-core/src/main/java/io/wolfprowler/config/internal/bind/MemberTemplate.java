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

import java.util.Locale;
import java.util.Map;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * Writes the key, or the section, of one component into a template.
 *
 * @param member the component
 */
record MemberTemplate(Member member) {

	void writeTo(KeyPath owner, TemplateText template) {
		KeyPath key = owner.child(this.member.name());
		if (this.member.shape().isSection()) {
			writeSection(key, template);
		}
		else {
			writeValue(key, template);
		}
	}

	private void writeSection(KeyPath key, TemplateText template) {
		boolean always = this.member.shape().hasDeclaredKeys() && !this.member.nullable();
		template.paragraph();
		TemplateComments.on(this.member, always ? "" : "Optional.").writeTo(template);
		this.member.shape().describe(key, always ? template : template.commented());
	}

	private void writeValue(KeyPath key, TemplateText template) {
		BindProblems problems = new BindProblems((any) -> true, Map.of());
		Object value = this.member.read(Map.of(), key.parent(), problems);
		Object written = (value != null) ? this.member.shape().write(value) : null;
		Object toml = (this.member.defaultValue() != null) ? this.member.defaultValue() : written;
		boolean required = problems.count() > 0;
		TemplateComments comments = TemplateComments.on(this.member,
				required ? "Required." : (toml == null) ? "Optional." : "");
		if (!comments.lines().isEmpty()) {
			template.paragraph();
		}
		comments.writeTo(template);
		writeEntry(key, toml, (required || toml != null) ? template : template.commented());
	}

	private void writeEntry(KeyPath key, @Nullable Object toml, TemplateText template) {
		if (toml != null) {
			template.value(this.member.name(), PlaceholderSyntax.escaped(toml));
		}
		else if (this.member.secret()) {
			template.value(this.member.name(), placeholder(key));
		}
		else {
			template.gap(this.member.name(), this.member.shape().expected());
		}
	}

	// A required secret can be set without editing the file; an optional one is commented
	// out, so that it is not looked up.
	private static String placeholder(KeyPath key) {
		return "${WOLF_" + key.toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") + "}";
	}

}
