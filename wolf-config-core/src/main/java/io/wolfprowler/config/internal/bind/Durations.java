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
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: a number and a unit, or several of these from large to
 * small.
 */
final class Durations {

	private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();
	static {
		UNITS.put("d", ChronoUnit.DAYS);
		UNITS.put("h", ChronoUnit.HOURS);
		UNITS.put("m", ChronoUnit.MINUTES);
		UNITS.put("s", ChronoUnit.SECONDS);
		UNITS.put("ms", ChronoUnit.MILLIS);
		UNITS.put("us", ChronoUnit.MICROS);
		UNITS.put("ns", ChronoUnit.NANOS);
	}

	private static final Pattern PART = Pattern.compile("(\\d+)(d|h|ms|m|s|us|ns)");

	private static final Pattern WHOLE = Pattern.compile("-?(" + PART.pattern() + ")+");

	// About 292 years: not every unit can count a longer duration.
	private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

	private Durations() {
	}

	/**
	 * Parse a duration: {@code 500ms}, {@code 5s}, {@code 1h30m}, {@code -5s}, or in
	 * ISO-8601 as {@code PT5S}.
	 */
	static Duration parse(String text) {
		if (!WHOLE.matcher(text).matches()) {
			return Duration.parse(text);
		}
		Duration sum = Duration.ZERO;
		for (Matcher part = PART.matcher(text); part.find();) {
			ChronoUnit unit = UNITS.getOrDefault(part.group(2), ChronoUnit.SECONDS);
			sum = sum.plus(Long.parseLong(part.group(1)), unit);
		}
		return text.startsWith("-") ? sum.negated() : sum;
	}

	/**
	 * Format a duration in the largest unit that divides it, or in ISO-8601 if it is very
	 * long.
	 */
	static String format(Duration duration) {
		if (duration.isZero()) {
			return "0s";
		}
		if (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0) {
			return duration.toString();
		}
		for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
			Duration one = unit.getValue().getDuration();
			long count = duration.dividedBy(one);
			if (one.multipliedBy(count).equals(duration)) {
				return count + unit.getKey();
			}
		}
		return duration.toString();
	}

}
