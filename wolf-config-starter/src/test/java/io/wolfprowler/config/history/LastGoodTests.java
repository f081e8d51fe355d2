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

package io.wolfprowler.config.history;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.wolfprowler.config.testkit.StubSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LastGood}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LastGoodTests {

	private final StubSource store = new StubSource("one");

	private final LastGood lastGood = new LastGood(this.store);

	@Test
	void keepsTheNewestContent() {
		this.store.remove();
		keep("two");
		keep("three");

		assertThat(this.store.text()).isEqualTo("three");
		assertThat(this.lastGood.newest().bytes()).asString(UTF_8).isEqualTo("three");
	}

	@Test
	void writesNothingThatIsKeptAlready() {
		keep("one");

		assertThat(this.store.writes()).isZero();
	}

	@Test
	void hasNoneWhenNothingCanBeRead() {
		this.store.failReads(new IOException("stale file handle"));

		assertThat(this.lastGood.newest()).isNull();
	}

	@Test
	void warnsOnceOfWhatItCannotKeep(CapturedOutput output) {
		this.store.failWrites(new IOException("the disk is full"));

		keep("two");
		keep("three");

		assertThat(output).containsOnlyOnce("Cannot keep the last good content in config.toml")
			.contains("the disk is full");
	}

	private void keep(String text) {
		this.lastGood.keep(text.getBytes(UTF_8));
	}

}
