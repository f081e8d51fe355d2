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
package io.wolfprowler.config.remote.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.wolfprowler.config.remote.autoconfigure.ConfigurationMetadata.Property;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * All properties as a document, a table for each prefix.
 */
@NullMarked
final class Reference {

	private static final String HEAD = """
			# Reference

			All properties of the starter, from the metadata that IDEs read. They apply to every manager of the application, unless
			the description speaks of the default configuration; `ConfigManagerFactory.builder(..)` changes them for one. What they
			are for, and what goes with them, is in [configuration](configuration.md), [live settings](live.md),
			[TOML in the Environment](environment.md) and [operate](operate/endpoint.md).
			""";

	private Reference() {
	}

	static String of(ConfigurationMetadata metadata) {
		Map<String, List<Property>> groups = metadata.properties()
			.stream()
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.collect(Collectors.groupingBy(Reference::prefix, TreeMap::new, Collectors.toList()));
		StringBuilder text = new StringBuilder(HEAD);
		groups.forEach((prefix, properties) -> {
			text.append("\n## `").append(prefix).append("`\n\n| property | type | default | |\n|---|---|---|---|\n");
			properties.forEach((property) -> text.append(row(property)));
		});
		return text.toString();
	}

	private static String row(Property property) {
		return "| `" + property.name() + "` | " + type(Objects.requireNonNull(property.type())) + " | "
				+ defaultOf(property.defaultValue()) + " | " + property.description() + " |\n";
	}

	private static String prefix(Property property) {
		return property.name().substring(0, property.name().lastIndexOf('.'));
	}

	private static String type(String name) {
		int generic = name.indexOf('<');
		if (generic > 0) {
			return simple(name.substring(0, generic)) + " of " + simple(name.substring(generic + 1, name.length() - 1));
		}
		Class<?> type = ClassUtils.resolveClassName(name, null);
		return type.isEnum() ? Arrays.stream(type.getEnumConstants())
			.map((constant) -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
			.collect(Collectors.joining(", ")) : simple(name);
	}

	private static String simple(String name) {
		String simple = name.substring(name.lastIndexOf('.') + 1);
		return name.startsWith("java.lang.") && !simple.equals("String") ? simple.toLowerCase(Locale.ROOT) : simple;
	}

	private static String defaultOf(@Nullable Object value) {
		return (value == null || value.equals("")) ? "" : "`" + value + "`";
	}

}
