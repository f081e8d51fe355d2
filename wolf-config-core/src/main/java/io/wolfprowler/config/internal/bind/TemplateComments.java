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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.wolfprowler.config.Doc;

/**
 * The comments on one component in a template.
 *
 * @param lines the lines
 */
record TemplateComments(List<String> lines) {

	private static final Set<String> OBVIOUS = Set.of("a string", "true or false", "an integer", "a number",
			"any value", "a table");

	TemplateComments {
		lines = List.copyOf(lines);
	}

	/**
	 * Collect the comments on a component.
	 * @param status whether it is required or optional, empty if it has a value
	 */
	static TemplateComments on(Member member, String status) {
		List<String> lines = new ArrayList<>();
		description(member.accessor()).ifPresent(lines::add);
		List<String> facts = facts(member, status);
		if (!facts.isEmpty()) {
			lines.add(String.join(" ", facts));
		}
		return new TemplateComments(lines);
	}

	private static List<String> facts(Member member, String status) {
		List<String> facts = new ArrayList<>();
		if (!status.isEmpty()) {
			facts.add(status);
		}
		else if (!isObvious(member.shape().expected())) {
			facts.add(sentence(member.shape().expected()));
		}
		Constraints.on(member.accessor()).forEach((constraint) -> facts.add(sentence(constraint)));
		if (member.restartRequired()) {
			facts.add("Takes effect after a restart.");
		}
		return facts;
	}

	void writeTo(TemplateText template) {
		this.lines.forEach(template::comment);
	}

	private static boolean isObvious(String expected) {
		int each = expected.lastIndexOf(CollectionShape.EACH);
		return OBVIOUS.contains((each >= 0) ? expected.substring(each + CollectionShape.EACH.length()) : expected);
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
	}

	private static Optional<String> description(Method accessor) {
		return Stream.of(accessor.getDeclaringClass().getRecordComponents())
			.filter((component) -> component.getName().equals(accessor.getName()))
			.map((component) -> component.getAnnotation(Doc.class))
			.filter((description) -> description != null)
			.map(Doc::value)
			.findFirst();
	}

}
