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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.internal.watch.WatchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ManagerBuilder} and the options it groups.
 */
class ManagerBuilderTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final ManagerBuilder<Gateway> builder = new ManagerBuilder<>(Gateway.class);

	@Test
	void keepsTheOptionsOfAGroupThatAreNotNamed() {
		this.builder.watch((watch) -> watch.debounce(SECOND).eager(true))
			.watch((watch) -> watch.pollInterval(MINUTE))
			.history((history) -> history.size(7))
			.history((history) -> history.directory(Path.of("kept")))
			.limits((limits) -> limits.maxDepth(3))
			.limits((limits) -> limits.maxKeys(9))
			.probes((probes) -> probes.window(MINUTE))
			.probes((probes) -> probes.interval(MINUTE));

		assertThat(this.builder.settings.watch.settings())
			.isEqualTo(new WatchSettings(SECOND, WatchSettings.defaults().maxWait(), MINUTE, true));
		assertThat(this.builder.settings.history).usingRecursiveComparison()
			.isEqualTo(new DefaultHistoryOptions().size(7).directory(Path.of("kept")));
		assertThat(this.builder.settings.limits).usingRecursiveComparison()
			.isEqualTo(new DefaultLimitOptions().maxDepth(3).maxKeys(9));
		assertThat(this.builder.settings.probes).usingRecursiveComparison()
			.isEqualTo(new DefaultProbeOptions().window(MINUTE).interval(MINUTE));
	}

	// An option may be out of line with another that the same call sets after it.
	@Test
	void checksTheOptionsOfAGroupTogether() {
		this.builder.watch((watch) -> watch.debounce(MINUTE).maxWait(MINUTE))
			.probes((probes) -> probes.interval(MINUTE).window(MINUTE));

		assertThat(this.builder.settings.watch.settings().debounce()).isEqualTo(MINUTE);
	}

	@ParameterizedTest
	@MethodSource
	void rejectsOptions(Consumer<ConfigManagerBuilder<Gateway>> settings, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings.accept(this.builder)).withMessage(message);
	}

	static Stream<Arguments> rejectsOptions() {
		return Stream.of(
				rejected((builder) -> builder.watch((watch) -> watch.debounce(MINUTE)),
						"'maxWait' must be at least 'debounce' (PT1M), found PT5S"),
				rejected((builder) -> builder.watch((watch) -> watch.maxWait(Duration.ZERO)),
						"'maxWait' must be at least 'debounce' (PT0.5S), found PT0S"),
				rejected((builder) -> builder.watch((watch) -> watch.debounce(SECOND.negated())),
						"'debounce' must not be negative, found PT-1S"),
				rejected((builder) -> builder.watch((watch) -> watch.pollInterval(Duration.ZERO)),
						"'pollInterval' must be more than zero, found PT0S"),
				rejected((builder) -> builder.probes((probes) -> probes.interval(MINUTE)),
						"'window' must be at least 'interval' (PT1M), found PT30S"),
				rejected((builder) -> builder.probes((probes) -> probes.window(Duration.ofMillis(1))),
						"'window' must be at least 'interval' (PT1S), found PT0.001S"),
				rejected((builder) -> builder.probes((probes) -> probes.window(Duration.ZERO)),
						"'window' must be more than zero, found PT0S"),
				rejected((builder) -> builder.probes((probes) -> probes.interval(Duration.ZERO)),
						"'interval' must be more than zero, found PT0S"),
				rejected((builder) -> builder.history((history) -> history.size(0)),
						"'size' must be at least 1, found 0"),
				rejected((builder) -> builder.limits((limits) -> limits.maxSize(0)),
						"'maxSize' must be between 1 byte and 2 GiB, found 0"),
				rejected((builder) -> builder.limits((limits) -> limits.maxDepth(129)),
						"'maxDepth' must be between 1 and 128, found 129"),
				rejected((builder) -> builder.limits((limits) -> limits.maxKeys(0)),
						"'maxKeys' must be at least 1, found 0"),
				rejected((builder) -> builder.slowCallback(Duration.ZERO),
						"'slowCallback' must be more than zero, found PT0S"),
				rejected((builder) -> builder.participantTimeout(Duration.ZERO),
						"'participantTimeout' must be more than zero, found PT0S"),
				rejected((builder) -> builder.name("two words"),
						"'name' must consist of letters, digits, '-', '_' and '.', found 'two words'"));
	}

	private static Arguments rejected(Consumer<ConfigManagerBuilder<Gateway>> settings, String message) {
		return arguments(settings, message);
	}

}
