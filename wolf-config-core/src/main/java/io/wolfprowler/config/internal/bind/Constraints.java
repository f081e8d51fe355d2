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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Describes the Jakarta Validation constraints on a component. They are recognized by
 * name, so the API need not be on the class path.
 */
final class Constraints {

	private static final String PACKAGE = "jakarta.validation.constraints.";

	private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w+)}");

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("Min", "at least {value}"),
			Map.entry("Max", "at most {value}"), Map.entry("DecimalMin", "not below {value}"),
			Map.entry("DecimalMax", "not above {value}"), Map.entry("Positive", "more than 0"),
			Map.entry("PositiveOrZero", "at least 0"), Map.entry("Negative", "less than 0"),
			Map.entry("NegativeOrZero", "at most 0"), Map.entry("NotBlank", "not blank"),
			Map.entry("NotEmpty", "not empty"), Map.entry("Size", "size from {min} to {max}"),
			Map.entry("Pattern", "matches {regexp}"), Map.entry("Email", "an e-mail address"),
			Map.entry("AssertTrue", "must be true"), Map.entry("AssertFalse", "must be false"),
			Map.entry("Past", "in the past"), Map.entry("Future", "in the future"),
			Map.entry("PastOrPresent", "not in the future"), Map.entry("FutureOrPresent", "not in the past"),
			Map.entry("Digits", "at most {integer} digits and {fraction} after the decimal point"));

	private Constraints() {
	}

	static List<String> on(Method accessor) {
		return annotationsOn(accessor).map(Constraints::words).flatMap(Optional::stream).distinct().toList();
	}

	/** Return the attributes that the descriptions read by reflection. */
	static List<Method> attributesOn(Method accessor) {
		return annotationsOn(accessor).map(Annotation::annotationType)
			.flatMap((type) -> Stream.of(type.getDeclaredMethods())
				.filter((attribute) -> wordsFor(type).contains("{" + attribute.getName() + "}")))
			.distinct()
			.toList();
	}

	private static Stream<Annotation> annotationsOn(Method accessor) {
		return Stream.concat(Stream.of(accessor.getAnnotations()),
				Stream.of(accessor.getAnnotatedReturnType().getAnnotations()));
	}

	// Empty for an unknown constraint.
	private static String wordsFor(Class<? extends Annotation> constraint) {
		String name = constraint.getName();
		return name.startsWith(PACKAGE) ? WORDS.getOrDefault(name.substring(PACKAGE.length()), "") : "";
	}

	private static Optional<String> words(Annotation constraint) {
		return Optional.of(wordsFor(constraint.annotationType()))
			.filter((text) -> !text.isEmpty())
			.map((text) -> ATTRIBUTE.matcher(text)
				.replaceAll((attribute) -> Matcher.quoteReplacement(valueOf(constraint, attribute))))
			.map((text) -> text.replaceFirst("from (\\S+) to " + Integer.MAX_VALUE, "at least $1"));
	}

	private static String valueOf(Annotation constraint, MatchResult attribute) {
		try {
			Method method = constraint.annotationType().getMethod(attribute.group(1));
			return String.valueOf(method.invoke(constraint));
		}
		catch (ReflectiveOperationException ex) {
			return "?";
		}
	}

}
