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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link TomlValues}.
 */
class TomlValuesTests {

	static Stream<Arguments> javaValues() {
		return Stream.of(arguments("x", "x"), arguments(new StringBuilder("x"), "x"), arguments('x', "x"),
				arguments((byte) 1, 1L), arguments((short) 1, 1L), arguments(1, 1L), arguments(1L, 1L),
				arguments(0.1f, 0.1), arguments(0.1, 0.1), arguments(new BigDecimal("1.5"), 1.5),
				arguments(new BigDecimal("0.1"), "0.1"), arguments(new BigDecimal("1e999"), "1E+999"),
				arguments(Float.NaN, Double.NaN), arguments(true, true), arguments(DayOfWeek.MONDAY, "MONDAY"),
				arguments(Duration.ofSeconds(5), "PT5S"),
				arguments(Instant.EPOCH, OffsetDateTime.parse("1970-01-01T00:00Z")),
				arguments(LocalDate.EPOCH, LocalDate.EPOCH), arguments(LocalTime.NOON, LocalTime.NOON),
				arguments(LocalDate.EPOCH.atStartOfDay(), LocalDateTime.parse("1970-01-01T00:00")),
				arguments(OffsetDateTime.MIN, OffsetDateTime.MIN), arguments(Optional.of(1), 1L),
				arguments(List.of(1, List.of('a')), List.of(1L, List.of("a"))),
				arguments(new LinkedHashSet<>(List.of(2, 1)), List.of(2L, 1L)),
				arguments(Map.of(DayOfWeek.MONDAY, Map.of(1, 'x')), Map.of("MONDAY", Map.of("1", "x"))));
	}

	@ParameterizedTest
	@MethodSource("javaValues")
	void javaValueHasItsTomlValue(Object java, Object toml) {
		assertThat(TomlValues.fromJava(java)).isEqualTo(toml);
	}

	static Stream<Object> valuesWithoutToml() {
		return Stream.of(new Object(), Optional.empty(), new int[] { 1 }, Thread.State.class, List.of(new Object()),
				Map.of("a", Optional.empty()), Arrays.asList(1, null), Collections.singletonMap("a", null),
				Collections.singletonMap(null, "a"));
	}

	@ParameterizedTest
	@MethodSource("valuesWithoutToml")
	void valueWithoutATomlFormIsRejected(Object java) {
		assertThatIllegalArgumentException().isThrownBy(() -> TomlValues.fromJava(java))
			.withMessageStartingWith("TOML has no ");
	}

	@Test
	void tablesAndArraysCanNotBeChanged() {
		Object made = TomlValues.fromJava(Map.of("list", List.of(1)));

		Map<String, Object> table = TomlTree.table(made);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> table.put("b", 1L));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<?>) table.get("list")).clear());
	}

	static Stream<Arguments> shownValues() {
		return Stream.of(arguments("x", "\"x\""), arguments("a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
				arguments("two\nlines\u001B[31m", "\"two\\nlines\\u001B[31m\""), arguments(1L, "1"),
				arguments(1.5, "1.5"), arguments(true, "true"), arguments(LocalDate.EPOCH, "1970-01-01"),
				arguments(Map.of(), "a table"), arguments(List.of(1L), "an array"));
	}

	@ParameterizedTest
	@MethodSource("shownValues")
	void valueIsShownInOneLine(Object toml, String shown) {
		assertThat(TomlValues.shown(toml)).isEqualTo(shown);
	}

	static Stream<Object> literals() {
		return Stream.of("", "a\nb\r\"\"\"'''\\\u0001\u007F\u00E9\uD83D\uDC3A", 0L, Long.MIN_VALUE, 0.1, 1e300,
				Double.NEGATIVE_INFINITY, true, LocalDate.EPOCH, LocalTime.MIDNIGHT, LocalDate.EPOCH.atStartOfDay(),
				OffsetDateTime.parse("2026-11-23T07:32Z"), List.of(), List.of("a\nb", List.of(1L), 1.5), Map.of(),
				Map.of("a b", Map.of("c", List.of("d"))));
	}

	@ParameterizedTest
	@MethodSource("literals")
	void literalIsOneLineThatReadsBack(Object toml) throws TomlException {
		String literal = TomlValues.literal(toml);

		assertThat(literal).doesNotContain("\n", "\r");
		assertThat(new TomlParser(64).parse("v = " + literal).values().root()).isEqualTo(Map.of("v", toml));
	}

	static Stream<Arguments> singleValues() {
		return Stream.of(arguments("8080", 8080L), arguments("0x1F", 31L), arguments("1_000", 1000L),
				arguments("1e3", 1000.0), arguments("-inf", Double.NEGATIVE_INFINITY), arguments("true", true),
				arguments("1970-01-01", LocalDate.EPOCH), arguments("00:00:00", LocalTime.MIDNIGHT),
				arguments("1970-01-01 00:00:00", LocalDate.EPOCH.atStartOfDay()),
				arguments("2026-11-23T07:32:00Z", OffsetDateTime.parse("2026-11-23T07:32Z")));
	}

	@ParameterizedTest
	@MethodSource("singleValues")
	void textOfASingleValueIsRead(String text, Object toml) {
		assertThat(TomlValues.singleOf(text)).isEqualTo(toml);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " 1", "1 ", "1\n", "1 # one", "[1]", "{}", "\"a\"", "'a'", "abc", "007", "TRUE", "1.",
			"99999999999999999999", "1\nb = 2", "1970-13-01", "a.b" })
	void textOfAnythingElseIsNot(String text) {
		assertThat(TomlValues.singleOf(text)).isNull();
	}

}
