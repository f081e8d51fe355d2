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
package io.wolfprowler.config.remote.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wolfprowler.config.remote.Jitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NextPoll}, every 30 seconds.
 */
class NextPollTests {

	private final NextPoll nextPoll = new NextPoll(Duration.ofSeconds(30), new Jitter(new Random(4711)),
			InstantSource.fixed(Instant.parse("2026-11-26T10:00:00Z")));

	@ParameterizedTest(name = "{0}: {1} -> {2} s")
	@CsvSource(delimiter = '|', textBlock = """
			X-Nothing     | x                             | 30
			Cache-Control | max-age=60                    | 60
			Cache-Control | public, max-age=120, immutable | 120
			Cache-Control | max-age=5                     | 30
			Cache-Control | max-age=86400                 | 300
			Cache-Control | max-age=999999999999          | 30
			Cache-Control | no-store                      | 30
			Cache-Control | s-maxage=600                  | 30
			Retry-After   | 90                            | 90
			Retry-After   | 0                             | 30
			Retry-After   | 31536000                      | 300
			Retry-After   | Thu, 26 Nov 2026 10:02:00 GMT | 120
			Retry-After   | Thu, 26 Nov 2026 09:00:00 GMT | 30
			Retry-After   | Tue, 26 Nov 2999 10:00:00 GMT | 300
			Retry-After   | soon                          | 30
			Retry-After   | -5                            | 30
			""")
	void asksAgainWhenTheServerSaysWithinBounds(String header, String value, int seconds) {
		assertPause(HttpHeaders.of(Map.of(header, List.of(value)), (name, each) -> true), seconds);
	}

	@ParameterizedTest(name = "the server says it is {0}")
	@CsvSource(delimiter = '|', textBlock = """
			Thu, 26 Nov 2026 09:00:00 GMT
			Thu, 26 Nov 2026 10:00:00 GMT
			Fri, 27 Nov 2026 10:00:00 GMT
			""")
	void goesByTheClockOfTheServer(String date) {
		String later = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
			.plusSeconds(90)
			.format(DateTimeFormatter.RFC_1123_DATE_TIME);

		assertPause(HttpHeaders.of(Map.of("Date", List.of(date), "Retry-After", List.of(later)), (name, each) -> true),
				90);
	}

	@ParameterizedTest(name = "{0} failures -> 0.5 to {1} s")
	@CsvSource({ "1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "40, 30", "2147483647, 30" })
	void asksAgainSoonAfterAFailureAndThenAsRarelyAsEver(int failures, int longest) {
		for (int i = 0; i < 100; i++) {
			assertThat(this.nextPoll.afterFailures(failures)).isBetween(Duration.ofMillis(500),
					Duration.ofSeconds(longest));
		}
	}

	private void assertPause(HttpHeaders headers, int seconds) {
		for (int i = 0; i < 100; i++) {
			assertThat(this.nextPoll.after(headers)).isBetween(Duration.ofMillis(800L * seconds),
					Duration.ofMillis(1200L * seconds));
		}
	}

}
