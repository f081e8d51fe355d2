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
import java.nio.charset.Charset;
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
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One record for each type of a single value.
 */
final class ScalarRecords {

	private ScalarRecords() {
	}

	record Flag(boolean flag) {

	}

	record Tiny(byte tiny) {

	}

	record Little(short little) {

	}

	record Number(int number) {

	}

	record Large(long large) {

	}

	record Real(double real) {

	}

	record Single(float single) {

	}

	record Boxed(Integer boxed) {

	}

	record Letter(char letter) {

	}

	record Text(String text) {

	}

	record Day(DayOfWeek day) {

	}

	record Big(BigInteger big) {

	}

	record Price(BigDecimal price) {

	}

	record Wait(Duration pause) {

	}

	record Date(LocalDate date) {

	}

	record Time(LocalTime time) {

	}

	record Local(LocalDateTime local) {

	}

	record Offset(OffsetDateTime offset) {

	}

	record Moment(Instant moment) {

	}

	record Zoned(ZonedDateTime zoned) {

	}

	record Location(Path path) {

	}

	record Address(URI uri) {

	}

	record Id(UUID id) {

	}

	record Language(Locale locale) {

	}

	record Encoding(Charset charset) {

	}

	record Zone(ZoneId zone) {

	}

	record Capacity(Size size) {

	}

	/**
	 * A type of somebody else that is made of text, as the data sizes of frameworks are.
	 */
	static final class Size {

		private final long megabytes;

		Size(long megabytes) {
			this.megabytes = megabytes;
		}

		public static Size parse(CharSequence text) {
			return new Size(Long.parseLong(text.toString().replace("MB", "")));
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Size size && size.megabytes == this.megabytes;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.megabytes);
		}

		@Override
		public String toString() {
			return this.megabytes + "MB";
		}

	}

	record Span(Period period) {

	}

	record Anno(Year year) {

	}

	record Any(Object any) {

	}

	record Expression(Pattern pattern) {

	}

}
