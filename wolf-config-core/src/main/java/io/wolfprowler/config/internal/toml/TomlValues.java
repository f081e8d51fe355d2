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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;

/**
 * Converts values between the parser, {@link TomlTree} and plain Java.
 */
public final class TomlValues {

	// No quote, bracket, comment or line end, which could make it more than one value.
	private static final Pattern SINGLE = Pattern.compile("[A-Za-z0-9+_.:-]+( [0-9.:+Z-]+)?");

	private TomlValues() {
	}

	/**
	 * Convert a Java value to the value that a {@link TomlTree} has for it.
	 * @param value a string, number, boolean, enum, date, time, {@link Duration},
	 * collection, map, or a TOML value
	 * @return the TOML value
	 * @throws IllegalArgumentException if TOML has no value for it
	 */
	public static Object fromJava(Object value) {
		if (value instanceof Collection<?> collection) {
			return collection.stream().map(TomlValues::fromJava).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> table = new LinkedHashMap<>();
			map.forEach((name, inner) -> table.put(nameOf(name), fromJava(inner)));
			return new Table(table);
		}
		if (value instanceof Optional<?> optional && optional.isPresent()) {
			return fromJava(optional.get());
		}
		return scalar(value);
	}

	/**
	 * Return whether a Java value has the same TOML value at every key.
	 * @param value the value
	 * @return whether it is a string, number, boolean, collection, map or one of TOML's
	 * dates and times
	 */
	public static boolean isPlain(Object value) {
		return isScalar(value) || value instanceof CharSequence || value instanceof Number
				|| value instanceof Collection || value instanceof Map;
	}

	/**
	 * Return a value as a problem or a log line shows it.
	 * @param value a TOML value
	 * @return strings in quotes and with escapes, the kind of tables and arrays,
	 * everything else as text
	 */
	public static String shown(Object value) {
		if (value instanceof String text) {
			return BasicString.quoted(text);
		}
		if (value instanceof Map) {
			return "a table";
		}
		return (value instanceof List) ? "an array" : value.toString();
	}

	/**
	 * Return a value as a document has it.
	 * @param value a TOML value
	 * @return one line, as it follows an equals sign
	 */
	public static String literal(Object value) {
		if (value instanceof String text) {
			return BasicString.quoted(text);
		}
		if (value instanceof Collection<?> array) {
			return array.stream().map(TomlValues::literal).collect(Collectors.joining(", ", "[", "]"));
		}
		if (value instanceof Map<?, ?> table) {
			return table.entrySet()
				.stream()
				.map((entry) -> KeyPath.ROOT.child((String) entry.getKey()) + " = " + literal(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		String line = MutableTomlTable.create().set(List.of("v"), value).toToml();
		return line.substring(line.indexOf('=') + 1).strip();
	}

	/**
	 * Parse a number, boolean, date or time.
	 * @param text the text as it would follow an equals sign
	 * @return the TOML value, {@code null} if it is none of these
	 */
	public static @Nullable Object singleOf(String text) {
		if (!SINGLE.matcher(text).matches()) {
			return null;
		}
		try {
			Object value = TomlValue.parse(text).get();
			return isScalar(value) ? value : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static Object scalar(Object value) {
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof Duration) {
			return value.toString();
		}
		return own(value);
	}

	private static Object number(Number value) {
		if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return value.longValue();
		}
		if (value instanceof Float number) {
			return Double.parseDouble(number.toString());
		}
		if (value instanceof BigDecimal number) {
			double near = number.doubleValue();
			return Double.isFinite(near) && new BigDecimal(near).compareTo(number) == 0 ? near : number.toString();
		}
		return own(value);
	}

	private static Object own(Object value) {
		if (isScalar(value)) {
			return value;
		}
		throw new IllegalArgumentException(
				"TOML has no value for " + ((value != null) ? "a " + value.getClass().getName() : "null"));
	}

	private static boolean isScalar(Object value) {
		return value instanceof Long || value instanceof Double || value instanceof Boolean
				|| value instanceof OffsetDateTime || value instanceof LocalDateTime || value instanceof LocalDate
				|| value instanceof LocalTime;
	}

	private static String nameOf(Object key) {
		if (key == null) {
			throw new IllegalArgumentException("TOML has no key for null");
		}
		return (key instanceof Enum<?> constant) ? constant.name() : key.toString();
	}

	/**
	 * Convert a table of the parser and all tables inside it. Names are interned, as
	 * large documents repeat the same few.
	 */
	static Table fromParser(TomlTable table) {
		Map<String, Object> values = new LinkedHashMap<>();
		table.entrySet().forEach((entry) -> values.put(entry.getKey().intern(), fromParserValue(entry.getValue())));
		return new Table(values);
	}

	private static Object fromParserValue(Object value) {
		if (value instanceof TomlTable table) {
			return fromParser(table);
		}
		if (value instanceof TomlArray array) {
			return array.toList().stream().map(TomlValues::fromParserValue).toList();
		}
		return value;
	}

}
