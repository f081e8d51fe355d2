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

package io.wolfprowler.config.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InMemorySource}.
 */
class InMemorySourceTests {

	private final InMemorySource source = new InMemorySource("gateway.toml", "a = 1");

	private final AtomicInteger signals = new AtomicInteger();

	@Test
	void holdsTheTextThatWasSetLast() throws IOException {
		this.source.set("a = 2");

		assertThat(this.source.text()).isEqualTo("a = 2");
		assertThat(this.source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("a = 2");
		assertThat(this.source.description()).isEqualTo("gateway.toml");
	}

	@Test
	void isAbsentOnceRemoved() {
		this.source.remove();

		assertThat(this.source.text()).isNull();
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(this.source::read).withMessage("gateway.toml");
	}

	@Test
	void failsUntilItRecovers() throws IOException {
		IOException failure = new IOException("no route to host");
		this.source.failReads(failure);
		this.source.failWrites(failure);

		assertThatExceptionOfType(IOException.class).isThrownBy(this.source::read).isSameAs(failure);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> write("a = 2", "a = 1")).isSameAs(failure);

		this.source.recover();

		assertThat(write("a = 2", "a = 1").revision()).isEqualTo(this.source.read().revision());
	}

	@Test
	void canBeReadAgainWithANewText() throws IOException {
		this.source.failReads(new IOException("no route to host"));

		this.source.set("a = 1");

		assertThat(this.source.read()).isNotNull();
	}

	@Test
	void isWrittenOnTheExpectedRevisionOnly() throws IOException {
		assertThatExceptionOfType(StaleRevisionException.class).isThrownBy(() -> write("a = 3", "a = 2"));
		assertThat(this.source.text()).isEqualTo("a = 1");

		write("a = 3", "a = 1");

		assertThat(this.source.text()).isEqualTo("a = 3");
	}

	@Test
	void isWrittenWhereNothingIs() throws IOException {
		this.source.remove();

		this.source.write("a = 4".getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);

		assertThat(this.source.text()).isEqualTo("a = 4");
	}

	@Test
	void tellsThoseWhoWatchOfEveryChange() throws IOException {
		Subscription subscription = this.source.watch(this.signals::incrementAndGet);
		Subscription other = this.source.watch(this.signals::incrementAndGet);
		other.close();

		this.source.set("a = 2");
		this.source.remove();
		this.source.failReads(new IOException("no route to host"));
		this.source.recover();
		this.source.write(new byte[0], SourceContent.ABSENT);
		this.source.signal();
		subscription.close();
		this.source.signal();

		assertThat(this.signals).hasValue(6);
	}

	private SourceContent write(String toml, String expected) throws IOException {
		return this.source.write(toml.getBytes(StandardCharsets.UTF_8),
				SourceContent.of(expected.getBytes(StandardCharsets.UTF_8)).revision());
	}

}
