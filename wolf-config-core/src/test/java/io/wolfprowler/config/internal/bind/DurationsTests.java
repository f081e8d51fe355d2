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

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Durations}.
 */
class DurationsTests {

	@ParameterizedTest
	@CsvSource({ "0s, PT0S", "500ms, PT0.5S", "5s, PT5S", "90s, PT1M30S", "1h30m, PT1H30M", "1d12h, PT36H",
			"1m1ms, PT1M0.001S", "7us, PT0.000007S", "3ns, PT0.000000003S", "-5s, PT-5S", "-1h30m, PT-1H-30M",
			"PT5S, PT5S", "-PT5S, PT-5S", "P1D, PT24H", "0005s, PT5S" })
	void durationIsRead(String text, Duration expected) {
		assertThat(Durations.parse(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "5", "s", "-", "5 s", " 5s", "5s ", "5S", "1.5s", "5sec", "1h-30m", "+5s", "--5s",
			"5s5", "99999999999999999999s", "999999999999999999d", "PT", "\u0665s" })
	void malformedDurationIsRejected(String text) {
		assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(RuntimeException.class);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0s", "PT5S, 5s", "PT90S, 90s", "PT60S, 1m", "PT24H, 1d", "PT25H, 25h", "PT0.5S, 500ms",
			"PT1.5S, 1500ms", "PT0.000001S, 1us", "PT0.000000001S, 1ns", "PT-5S, -5s", "PT-0.5S, -500ms" })
	void durationIsWrittenInTheLargestUnitThatDividesIt(Duration duration, String expected) {
		assertThat(Durations.format(duration)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, 999999999", "9223372036854775807, 0", "9223372036854775807, 1",
			"9223372036854775807, 1000", "-9223372036854775808, 0", "-9223372036854775808, 1",
			"-9223372036854775808, 999999999", "9223372036, 854775807", "9223372036, 854775808",
			"-9223372037, 145224192", "-9223372037, 145224191" })
	void extremeDurationsSurviveFormatting(long seconds, long nanos) {
		Duration duration = Duration.ofSeconds(seconds, nanos);

		assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
	}

	@Property(tries = 1000)
	void everyDurationSurvivesFormatting(@ForAll long seconds, @ForAll @IntRange(max = 999_999_999) int nanos) {
		Duration duration = Duration.ofSeconds(seconds, nanos);

		assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
	}

	@Property(tries = 500)
	void everyCommonDurationSurvivesFormatting(
			@ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long micros) {
		Duration duration = Duration.ofNanos(micros * 1000);

		assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
		assertThat(Durations.format(duration)).matches("-?\\d+(d|h|m|s|ms|us)");
	}

}
