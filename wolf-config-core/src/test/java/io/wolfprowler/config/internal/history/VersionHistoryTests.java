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

package io.wolfprowler.config.internal.history;

import java.time.Instant;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VersionHistory}.
 */
class VersionHistoryTests {

	private final VersionHistory<String> history = new VersionHistory<>(3);

	@Test
	void listsTheNewestFirst() {
		keep(1, "one");
		keep(2, "two");

		assertThat(this.history.versions()).containsExactly(version(2), version(1));
		assertThat(this.history.find(1)).isEqualTo("one");
		assertThat(this.history.find(3)).isNull();
	}

	@Test
	void dropsTheOldestWhenThereAreTooMany() {
		for (int i = 1; i <= 5; i++) {
			keep(i, "text " + i);
		}

		assertThat(this.history.versions()).containsExactly(version(5), version(4), version(3));
		assertThat(this.history.find(2)).isNull();
		assertThat(this.history.find(3)).isEqualTo("text 3");
	}

	@Test
	void replacesWhatIsKeptOfTheNewestVersion() {
		keep(1, "one");
		keep(2, "two");

		keep(2, "two with a comment");

		assertThat(this.history.versions()).containsExactly(version(2), version(1));
		assertThat(this.history.find(2)).isEqualTo("two with a comment");
	}

	private void keep(long number, String content) {
		this.history.keep(version(number), content);
	}

	private static ConfigVersion version(long number) {
		return new ConfigVersion(number, Instant.EPOCH.plusSeconds(number), Cause.RELOAD, "digest " + number,
				"config.toml");
	}

}
