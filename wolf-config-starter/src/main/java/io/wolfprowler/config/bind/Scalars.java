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

package io.wolfprowler.config.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The single values every configuration can have.
 */
final class Scalars {

	private static final Map<Class<?>, Shape> KNOWN = known();

	private Scalars() {
	}

	static @Nullable Shape of(Class<?> type) {
		Shape known = KNOWN.get(type);
		if (known != null) {
			return known;
		}
		return type.isEnum() ? constants(type) : TextFactory.shapeOf(type);
	}

	private static Map<Class<?>, Shape> known() {
		Map<Class<?>, Shape> shapes = new HashMap<>();
		numbers(shapes);
		times(shapes);
		texts(shapes);
		shapes.put(boolean.class, Scalar.of("true or false", Boolean.class, Scalars::parseBoolean));
		shapes.put(Boolean.class, shapes.get(boolean.class));
		shapes.put(Object.class, new Anything());
		return Map.copyOf(shapes);
	}

	private static void numbers(Map<Class<?>, Shape> shapes) {
		integer(shapes, byte.class, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE);
		integer(shapes, short.class, Short.class, Short.MIN_VALUE, Short.MAX_VALUE);
		integer(shapes, int.class, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE);
		integer(shapes, long.class, Long.class, Long.MIN_VALUE, Long.MAX_VALUE);
		Scalar number = new Scalar("a number", Scalars::exactDouble, (value) -> value, Double::valueOf);
		shapes.put(double.class, number);
		shapes.put(Double.class, number);
		Scalar single = new Scalar("a number", Scalars::exactFloat, (value) -> Double.valueOf(value.toString()),
				Double::valueOf);
		shapes.put(float.class, single);
		shapes.put(Float.class, single);
		shapes.put(BigInteger.class, new Scalar("an integer", (toml) -> BigInteger.valueOf((Long) toml),
				(value) -> ((BigInteger) value).longValueExact(), Long::valueOf));
		shapes.put(BigDecimal.class, new Scalar("a number", Scalars::decimal, (value) -> value.toString(),
				(text) -> new BigDecimal(text).toString()));
	}

	private static void integer(Map<Class<?>, Shape> shapes, Class<?> primitive, Class<?> boxed, long min, long max) {
		Integers shape = new Integers(primitive, min, max);
		shapes.put(primitive, shape);
		shapes.put(boxed, shape);
	}

	private static void times(Map<Class<?>, Shape> shapes) {
		shapes.put(Duration.class,
				Scalar.text("a duration like \"500ms\", \"5s\" or \"1h30m\"", Durations::parse, Durations::format));
		shapes.put(LocalDate.class, Scalar.of("a date like 2026-11-23", LocalDate.class, LocalDate::parse));
		shapes.put(LocalTime.class, Scalar.of("a time like 07:32:00", LocalTime.class, LocalTime::parse));
		shapes.put(LocalDateTime.class,
				Scalar.of("a date and time like 2026-11-23T07:32:00", LocalDateTime.class, LocalDateTime::parse));
		String moment = "a date and time with an offset like 2026-11-23T07:32:00Z";
		shapes.put(OffsetDateTime.class, Scalar.of(moment, OffsetDateTime.class, OffsetDateTime::parse));
		shapes.put(Instant.class, new Scalar(moment, (toml) -> ((OffsetDateTime) toml).toInstant(),
				(value) -> ((Instant) value).atOffset(ZoneOffset.UTC), OffsetDateTime::parse));
		shapes.put(ZonedDateTime.class, new Scalar(moment, (toml) -> ((OffsetDateTime) toml).toZonedDateTime(),
				(value) -> ((ZonedDateTime) value).toOffsetDateTime(), OffsetDateTime::parse));
	}

	private static void texts(Map<Class<?>, Shape> shapes) {
		shapes.put(String.class, Scalar.of("a string", String.class, (text) -> text));
		Shape character = Scalar.text("a string of one character", Scalars::onlyChar, String::valueOf);
		shapes.put(char.class, character);
		shapes.put(Character.class, character);
		shapes.put(Path.class, Scalar.text("a path", Path::of, Path::toString));
		shapes.put(Locale.class, Scalar.text("a language tag like \"en-GB\"",
				(text) -> new Locale.Builder().setLanguageTag(text).build(), Locale::toLanguageTag));
		shapes.put(Charset.class, Scalar.text("a charset like \"UTF-8\"", Charset::forName, Charset::name));
		shapes.put(Pattern.class, new PatternShape());
	}

	private static Shape constants(Class<?> type) {
		List<Enum<?>> constants = Stream.of(type.getEnumConstants())
			.<Enum<?>>map((constant) -> (Enum<?>) constant)
			.toList();
		Map<String, Enum<?>> byName = constants.stream().collect(Collectors.toMap(Enum::name, (constant) -> constant));
		String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
		return Scalar.<Enum<?>>text("one of " + names, (text) -> {
			Enum<?> constant = byName.get(text);
			if (constant == null) {
				throw new IllegalArgumentException(text);
			}
			return constant;
		}, Enum::name);
	}

	private static Boolean parseBoolean(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	// An integer where a float is due loses nothing as long as it comes back the same;
	// the largest one comes back only because conversions stop there.
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
