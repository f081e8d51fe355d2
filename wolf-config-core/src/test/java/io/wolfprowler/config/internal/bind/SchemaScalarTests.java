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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the single values a {@link Schema} binds: strictly, and back.
 */
class SchemaScalarTests {

	static Stream<Arguments> values() {
		return Stream.of(arguments("flag = true", new ScalarRecords.Flag(true)),
				arguments("tiny = -128", new ScalarRecords.Tiny((byte) -128)),
				arguments("little = 32767", new ScalarRecords.Little((short) 32767)),
				arguments("number = 0xFF", new ScalarRecords.Number(255)),
				arguments("large = -9223372036854775808", new ScalarRecords.Large(Long.MIN_VALUE)),
				arguments("real = 1.5", new ScalarRecords.Real(1.5)),
				arguments("real = 3", new ScalarRecords.Real(3.0)),
				arguments("real = inf", new ScalarRecords.Real(Double.POSITIVE_INFINITY)),
				arguments("single = 0.1", new ScalarRecords.Single(0.1f)),
				arguments("single = -inf", new ScalarRecords.Single(Float.NEGATIVE_INFINITY)),
				arguments("boxed = 7", new ScalarRecords.Boxed(7)),
				arguments("letter = \"x\"", new ScalarRecords.Letter('x')),
				arguments("text = \"\"", new ScalarRecords.Text("")),
				arguments("day = \"MONDAY\"", new ScalarRecords.Day(DayOfWeek.MONDAY)),
				arguments("big = 9223372036854775807", new ScalarRecords.Big(BigInteger.valueOf(Long.MAX_VALUE))),
				arguments("price = \"1.50\"", new ScalarRecords.Price(new BigDecimal("1.50"))),
				arguments("price = 3", new ScalarRecords.Price(new BigDecimal("3"))),
				arguments("price = 0.1", new ScalarRecords.Price(new BigDecimal("0.1"))),
				arguments("pause = \"1h30m\"", new ScalarRecords.Wait(Duration.ofMinutes(90))),
				arguments("pause = \"PT0.5S\"", new ScalarRecords.Wait(Duration.ofMillis(500))),
				arguments("date = 2026-11-23", new ScalarRecords.Date(LocalDate.of(2026, 11, 23))),
				arguments("time = 07:32:00.5", new ScalarRecords.Time(LocalTime.parse("07:32:00.5"))),
				arguments("local = 2026-11-23T07:32:00",
						new ScalarRecords.Local(LocalDateTime.parse("2026-11-23T07:32"))),
				arguments("offset = 2026-11-23T07:32:00+01:00",
						new ScalarRecords.Offset(OffsetDateTime.parse("2026-11-23T07:32+01:00"))),
				arguments("moment = 2026-11-23T07:32:00+01:00",
						new ScalarRecords.Moment(Instant.parse("2026-11-23T06:32:00Z"))),
				arguments("zoned = 2026-11-23T07:32:00Z",
						new ScalarRecords.Zoned(ZonedDateTime.parse("2026-11-23T07:32Z"))),
				arguments("path = \"a/b\"", new ScalarRecords.Location(Path.of("a/b"))),
				arguments("uri = \"https://x.org/?a=b\"", new ScalarRecords.Address(URI.create("https://x.org/?a=b"))),
				arguments("id = \"0f0e0d0c-0b0a-0908-0706-050403020100\"",
						new ScalarRecords.Id(UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100"))),
				arguments("locale = \"en-GB\"", new ScalarRecords.Language(Locale.UK)),
				arguments("charset = \"UTF-8\"", new ScalarRecords.Encoding(StandardCharsets.UTF_8)),
				arguments("zone = \"Europe/Berlin\"", new ScalarRecords.Zone(ZoneId.of("Europe/Berlin"))),
				arguments("size = \"4MB\"", new ScalarRecords.Capacity(new ScalarRecords.Size(4))),
				arguments("period = \"P1M\"", new ScalarRecords.Span(Period.ofMonths(1))),
				arguments("year = \"2026\"", new ScalarRecords.Anno(Year.of(2026))),
				arguments("any = [1, { a = \"b\" }]", new ScalarRecords.Any(List.of(1L, Map.of("a", "b")))));
	}

	@ParameterizedTest
	@MethodSource("values")
	<R extends Record> void valueIsBoundAndWrittenBack(String toml, R expected) {
		@SuppressWarnings("unchecked")
		Schema<R> schema = Schema.of((Class<R>) expected.getClass());

		R bound = Binding.config(schema, toml);

		assertThat(bound).isEqualTo(expected);
		assertThat(schema.bind(schema.write(bound)).config()).isEqualTo(expected);
		assertThat(schema.compare(bound, expected).isEmpty()).isTrue();
	}

	@Test
	void patternIsEqualWhenItsTextIs() {
		Schema<ScalarRecords.Expression> schema = Schema.of(ScalarRecords.Expression.class);

		ScalarRecords.Expression one = Binding.config(schema, "pattern = 'a+'");
		ScalarRecords.Expression other = Binding.config(schema, "pattern = 'a+'");

		assertThat(one.pattern().pattern()).isEqualTo("a+");
		assertThat(schema.compare(one, other).isEmpty()).isTrue();
		assertThat(schema.compare(one, Binding.config(schema, "pattern = 'b'")).values()).hasSize(1);
	}

}
