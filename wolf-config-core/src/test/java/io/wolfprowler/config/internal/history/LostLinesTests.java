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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostLines}.
 */
class LostLinesTests {

	private final LostLines lost = new LostLines();

	@Test
	void areForgottenWhenALineTellsOfThemAndIsOnTheDisk() {
		this.lost.add(2);
		assertThat(this.lost.count()).isEqualTo(2);

		this.lost.written(1);
		assertThat(this.lost.count()).isZero();
		this.lost.synced();
		this.lost.syncFailed();

		assertThat(this.lost.count()).isZero();
	}

	@Test
	void areCountedAgainWithTheLineThatToldOfThemWhenTheDiskLosesIt() {
		this.lost.add(2);
		this.lost.written(1);
		this.lost.written(0);

		this.lost.syncFailed();

		assertThat(this.lost.count()).isEqualTo(5);
	}

}
