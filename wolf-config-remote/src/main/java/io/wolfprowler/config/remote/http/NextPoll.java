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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.remote.Jitter;

/**
 * When to poll again: after the poll interval, or later if the server says so, but at
 * most ten poll intervals later.
 *
 * @param interval the poll interval
 * @param jitter varies the pauses
 * @param clock the clock of this machine, for servers that do not send their time
 */
record NextPoll(Duration interval, Jitter jitter, InstantSource clock) {

	private static final int LATEST = 10;

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=(\\d{1,9})(?:$|[,\\s])");

	/** Return the pause after a response. */
	Duration after(HttpHeaders headers) {
		Duration asked = retryAfter(headers).or(() -> maxAge(headers)).orElse(Duration.ZERO);
		Duration pause = (asked.compareTo(this.interval) > 0) ? asked : this.interval;
		Duration latest = this.interval.multipliedBy(LATEST);
		return this.jitter.around((pause.compareTo(latest) > 0) ? latest : pause);
	}

	/**
	 * Return the pause after consecutive failures: short at first, then up to the poll
	 * interval, so that a server that recovers is found soon and is not flooded.
	 */
	Duration afterFailures(int failures) {
		Duration shortest = (SHORTEST.compareTo(this.interval) < 0) ? SHORTEST : this.interval;
		return this.jitter.after(failures, shortest, this.interval);
	}

	private static Optional<Duration> maxAge(HttpHeaders headers) {
		return headers.allValues("Cache-Control")
			.stream()
			.map(MAX_AGE::matcher)
			.filter(Matcher::find)
			.map((matcher) -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
			.findFirst();
	}

	private Optional<Duration> retryAfter(HttpHeaders headers) {
		return headers.firstValue("Retry-After").flatMap((value) -> {
			if (value.matches("\\d{1,9}")) {
				return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
			}
			// Measured by the clock of the server.
			Instant now = headers.firstValue("Date").flatMap(NextPoll::date).orElseGet(this.clock::instant);
			return date(value).map((date) -> Duration.between(now, date)).filter((wait) -> !wait.isNegative());
		});
	}

	private static Optional<Instant> date(String value) {
		try {
			return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
