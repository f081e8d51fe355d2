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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of single values. A shape is created when a type needs it: most applications
 * need few of them, and start faster without the rest.
 */
final class ScalarShapes {

	private static final String MOMENT = "a date and time with an offset like 2026-11-23T07:32:00Z";

	private ScalarShapes() {
	}

	static @Nullable Shape of(Class<?> type) {
		if (type.isEnum()) {
			return constants(type);
		}
		Shape shape = number(type.getName());
		shape = (shape != null) ? shape : time(type.getName());
		shape = (shape != null) ? shape : text(type.getName());
		return (shape != null) ? shape : TextFactory.shapeOf(type);
	}

	private static @Nullable Shape number(String type) {
		return switch (type) {
			case "byte", "java.lang.Byte" -> new IntegerShape(byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE);
			case "short", "java.lang.Short" -> new IntegerShape(short.class, Short.MIN_VALUE, Short.MAX_VALUE);
			case "int", "java.lang.Integer" -> new IntegerShape(int.class, Integer.MIN_VALUE, Integer.MAX_VALUE);
			case "long", "java.lang.Long" -> new IntegerShape(long.class, Long.MIN_VALUE, Long.MAX_VALUE);
			case "double", "java.lang.Double" ->
				new ScalarShape("a number", ScalarShapes::exactDouble, (value) -> value, Double::valueOf);
			case "float", "java.lang.Float" -> new ScalarShape("a number", ScalarShapes::exactFloat,
					(value) -> Double.valueOf(value.toString()), Double::valueOf);
			case "java.math.BigInteger" -> new ScalarShape("an integer", (toml) -> BigInteger.valueOf((Long) toml),
					(value) -> ((BigInteger) value).longValueExact(), Long::valueOf);
			case "java.math.BigDecimal" -> new ScalarShape("a number", ScalarShapes::decimal, Object::toString,
					(text) -> new BigDecimal(text).toString());
			default -> null;
		};
	}

	private static @Nullable Shape time(String type) {
		return switch (type) {
			case "java.time.Duration" ->
				ScalarShape.text("a duration like \"500ms\", \"5s\" or \"1h30m\"", Durations::parse, Durations::format);
			case "java.time.LocalDate" -> ScalarShape.of("a date like 2026-11-23", LocalDate.class, LocalDate::parse);
			case "java.time.LocalTime" -> ScalarShape.of("a time like 07:32:00", LocalTime.class, LocalTime::parse);
			case "java.time.LocalDateTime" ->
				ScalarShape.of("a date and time like 2026-11-23T07:32:00", LocalDateTime.class, LocalDateTime::parse);
			case "java.time.OffsetDateTime" -> ScalarShape.of(MOMENT, OffsetDateTime.class, OffsetDateTime::parse);
			case "java.time.Instant" -> new ScalarShape(MOMENT, (toml) -> ((OffsetDateTime) toml).toInstant(),
					(value) -> ((Instant) value).atOffset(ZoneOffset.UTC), OffsetDateTime::parse);
			case "java.time.ZonedDateTime" ->
				new ScalarShape(MOMENT, (toml) -> ((OffsetDateTime) toml).toZonedDateTime(),
						(value) -> ((ZonedDateTime) value).toOffsetDateTime(), OffsetDateTime::parse);
			default -> null;
		};
	}

	private static @Nullable Shape text(String type) {
		return switch (type) {
			case "boolean", "java.lang.Boolean" ->
				ScalarShape.of("true or false", Boolean.class, ScalarShapes::parseBoolean);
			case "java.lang.String" -> ScalarShape.of("a string", String.class, (text) -> text);
			case "char", "java.lang.Character" ->
				ScalarShape.text("a string of one character", ScalarShapes::onlyChar, String::valueOf);
			case "java.nio.file.Path" -> ScalarShape.text("a path", Path::of, Path::toString);
			case "java.util.Locale" -> ScalarShape.text("a language tag like \"en-GB\"",
					(text) -> new Locale.Builder().setLanguageTag(text).build(), Locale::toLanguageTag);
			case "java.nio.charset.Charset" ->
				ScalarShape.text("a charset like \"UTF-8\"", Charset::forName, Charset::name);
			case "java.util.regex.Pattern" -> new PatternShape();
			case "java.lang.Object" -> new UntypedShape();
			default -> null;
		};
	}

	private static Shape constants(Class<?> type) {
		List<Enum<?>> constants = Stream.of(type.getEnumConstants())
			.<Enum<?>>map((constant) -> (Enum<?>) constant)
			.toList();
		Map<String, Enum<?>> byName = constants.stream().collect(Collectors.toMap(Enum::name, (constant) -> constant));
		String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
		return ScalarShape.<Enum<?>>text("one of " + names, (text) -> {
			Enum<?> constant = byName.get(text);
			if (constant == null) {
				throw new IllegalArgumentException(text);
			}
			return constant;
		}, Enum::name).calling(valuesOf(type));
	}

	// What Class.getEnumConstants() calls.
	private static Method valuesOf(Class<?> type) {
		try {
			return type.getMethod("values");
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("Every enum has values()", ex);
		}
	}

	private static Boolean parseBoolean(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	// An integer may stand for a float if converting it back gives the same integer. The
	// largest one passes that test only because conversions saturate.
	private static Double exactDouble(Object toml) {
		if (toml instanceof Long integer && (long) (double) integer == integer && integer != Long.MAX_VALUE) {
			return (double) integer;
		}
		return (Double) toml;
	}

	private static Float exactFloat(Object toml) {
		double number = exactDouble(toml);
		float single = (float) number;
		boolean lost = (toml instanceof Long) ? single != number
				: Float.isInfinite(single) != Double.isInfinite(number);
		if (lost) {
			throw new IllegalArgumentException(toml.toString());
		}
		return single;
	}

	private static BigDecimal decimal(Object toml) {
		return new BigDecimal(toml.toString());
	}

	private static Character onlyChar(String text) {
		if (text.length() != 1) {
			throw new IllegalArgumentException(text);
		}
		return text.charAt(0);
	}

}
