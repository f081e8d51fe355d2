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

package io.wolfprowler.config.internal.watch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WatchSettings}.
 */
class WatchSettingsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void defaultsAreThoseOfTheDocumentation() {
		assertThat(WatchSettings.defaults())
			.isEqualTo(new WatchSettings(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5), false));
	}

	@Test
	void rejectsNegativeDebounce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WatchSettings(Duration.ofMillis(-1), SECOND, SECOND, false))
			.withMessage("'debounce' must not be negative, found PT-0.001S");
	}

	@Test
	void rejectsMaxWaitShorterThanDebounce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WatchSettings(SECOND, Duration.ofMillis(999), SECOND, false))
			.withMessage("'maxWait' must be at least 'debounce' (PT1S), found PT0.999S");
	}

	@Test
	void rejectsToPollWithoutPause() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WatchSettings(SECOND, SECOND, Duration.ZERO, false))
			.withMessage("'pollInterval' must be more than zero, found PT0S");
	}

	@Test
	void zeroDebounceIsAllowed() {
		assertThat(new WatchSettings(Duration.ZERO, Duration.ZERO, SECOND, true).debounce()).isZero();
	}

}
