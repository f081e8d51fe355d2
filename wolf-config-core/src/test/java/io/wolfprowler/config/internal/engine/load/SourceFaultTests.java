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

package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a source that fails to be read: every time, for as long as it lasts, and
 * without a signal when it is over.
 */
@Tag("faults")
class SourceFaultTests {

	static final List<Throwable> FAILURES = List.of(new IOException("Input/output error"),
			new FileSystemException("config.toml", null, "Stale file handle"), new NoSuchFileException("config.toml"),
			new UncheckedIOException(new IOException("Connection reset")), new IllegalStateException("a bug"),
			new StackOverflowError("expected in this test"), new OutOfMemoryError("expected in this test"),
			new NoClassDefFoundError("expected/in/this/Test"));

	// Soon after the look that was signalled, ever more rarely, then once in a maximum
	// wait.
	private static final List<Duration> PAUSES = Stream
		.of(10, 20, 40, 80, 160, 320, 500, 500, 500, 500, 500, 500, 500, 500, 370, 5000, 5000)
		.map(Duration::ofMillis)
		.toList();

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@ParameterizedTest
	@FieldSource("FAILURES")
	void keepsTheLastGoodAndLooksAgainUntilItIsOver(Throwable failure) {
		this.rig.manager.enableHotReload();
		this.rig.settle();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
		for (int i = 0; i < 1 + PAUSES.size(); i++) {
			this.rig.source.duringRead(() -> SourceFaultTests.<RuntimeException>sneak(failure));
		}

		int before = this.rig.source.reads();
		this.rig.signal();
		PAUSES.forEach(this.rig::advance);
		assertThat(this.rig.source.reads() - before).isEqualTo(1 + PAUSES.size());
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.manager.isHotReloadEnabled()).isTrue();
		this.rig.advance(GatewayRig.MAX_WAIT);

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.observer.versions()).containsExactly(2L);
		assertThat(this.rig.observer.refusals()).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> void sneak(Throwable failure) throws X {
		throw (X) failure;
	}

}
