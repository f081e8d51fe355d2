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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestConfig}.
 */
class TestConfigTests {

	private static final String TEXT = """
			# How long to wait.
			timeout = '2s' # not long

			[pool]
			size = 4
			""";

	private final TestConfig<GatewayConfig> config = TestConfig.of(GatewayConfig.class, TEXT);

	private final List<String> seen = new ArrayList<>();

	@AfterEach
	void close() {
		this.config.close();
	}

	@Test
	void startsOnTheText() {
		assertThat(this.config.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(2), new Pool(4)));
		assertThat(this.config.manager().isHotReloadEnabled()).isFalse();
	}

	@Test
	void startsOnEveryDefaultWhenTheTextIsBlank() {
		try (TestConfig<GatewayConfig> defaults = TestConfig.of(GatewayConfig.class, "\n")) {
			assertThat(defaults.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(5), new Pool(8)));
		}
	}

	@Test
	void doesNotStartOnATextThatIsNotValid() {
		assertThatExceptionOfType(ConfigLoadException.class)
			.isThrownBy(() -> TestConfig.of(GatewayConfig.class, "timeout = 2"));
	}

	@Test
	void returnsWhenCallbacksHaveRun() {
		this.config.manager().addCallback((change) -> this.seen.add(change.key()));

		for (int size = 5; size <= 104; size++) {
			ReloadResult result = this.config.set("[pool]\nsize = " + (1 + size % 64));

			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(this.seen).endsWith("pool.size");
			this.seen.clear();
		}
	}

	@Test
	void saysWhatIsWrongWithATextAndKeepsTheLastGood() {
		ReloadResult result = this.config.set("timeout = '3s'\npool.size = 65");

		assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(result.problems()).extracting((problem) -> problem.describe("config.toml"))
			.containsExactly("config.toml:2:13: pool.size must be between 1 and 64, found 65");
		assertThat(this.config.get().timeout()).hasSeconds(2);
	}

	@Test
	void editsWhatTheStatementsSetAndNothingElse() {
		this.config.edit("timeout = '3s'");

		assertThat(this.config.source().text()).isEqualTo(TEXT.replace("'2s'", "'3s'"));
		assertThat(this.config.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(3), new Pool(4)));
	}

	@Test
	void editsKeysThatTheTextDoesNotHave() {
		this.config.set("timeout = '1s'");

		this.config.edit("pool.size = 7\ntimeout = '3s'");

		assertThat(this.config.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(3), new Pool(7)));
	}

	@Test
	void refusesStatementsThatAreNotToml() {
		assertThatExceptionOfType(ConfigRejectedException.class).isThrownBy(() -> this.config.edit("timeout = "));
	}

	@Test
	void returnsKeysToTheirDefaults() {
		ReloadResult result = this.config.unset("pool.size");

		assertThat(result.changes()).containsExactly(new ConfigChange.Property("pool.size", 4, 8, false));
		assertThat(this.config.source().text()).contains("timeout = '2s' # not long").doesNotContain("size");
	}

	@Test
	void doesNotEditWhatIsNotThere() {
		this.config.source().remove();

		assertThatIllegalStateException().isThrownBy(() -> this.config.edit("timeout = '3s'"))
			.withMessage("config.toml is absent; set a document before you edit it");
	}

	@Test
	void doesNotEditWhatIsNotToml() {
		this.config.set("timeout = ");

		assertThatIllegalStateException().isThrownBy(() -> this.config.edit("timeout = '3s'"))
			.withMessageContaining("config.toml can't be edited; set another document");
	}

	@Test
	void showsHowAFailingSourceIsSurvived() {
		this.config.source().failReads(new IOException("no route to host"));

		ReloadResult result = this.config.manager().reload();

		assertThat(result.outcome()).isEqualTo(Outcome.UNAVAILABLE);
		assertThat(result.problems()).extracting(Problem::message).containsExactly("can't be read: no route to host");
		assertThat(this.config.set(TEXT).outcome()).isEqualTo(Outcome.UNCHANGED);
	}

	@Test
	void showsWhatWasSaved() {
		this.config.manager().updateValues(Map.of("pool.size", 5));
		this.config.source().failWrites(new IOException("no space left"));

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(this.config.manager()::saveConfig)
			.withMessageContaining("no space left");

		this.config.source().recover();
		this.config.manager().saveConfig();

		assertThat(this.config.source().text()).isEqualTo(TEXT.replace("4", "5"));
	}

	@Test
	void triesValidators() {
		try (TestConfig<GatewayConfig> checked = TestConfig.of(GatewayConfig.class, TEXT,
				(builder) -> builder.validator((candidate) -> (candidate.pool().size() % 2 == 0) ? List.of()
						: List.of(Problem.invalid("pool.size", "must be even"))))) {
			assertThat(checked.edit("pool.size = 5").problems()).extracting(Problem::message)
				.containsExactly("pool.size must be even");
			assertThat(checked.edit("pool.size = 6").outcome()).isEqualTo(Outcome.APPLIED);
		}
	}

	@Test
	void triesParticipants() {
		this.config.manager().addParticipant((transition) -> {
			throw new ConfigVetoException("pool.size", "is in use");
		});

		ReloadResult result = this.config.edit("pool.size = 5");

		assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
		assertThat(this.config.get().pool().size()).isEqualTo(4);
	}

	@Test
	void startsFromTheFirstTextAgain() {
		this.config.manager().addCallback((change) -> this.seen.add(change.toString()));
		this.config.edit("timeout = '3s'");
		this.config.manager().updateValues(Map.of("pool.size", 5));
		this.config.set("pool.size = 65");
		this.config.source().failReads(new IOException("no route to host"));
		this.config.source().failWrites(new IOException("no space left"));
		this.seen.clear();

		this.config.reset();

		assertThat(this.config.get()).isEqualTo(new GatewayConfig(Duration.ofSeconds(2), new Pool(4)));
		assertThat(this.config.source().text()).isEqualTo(TEXT);
		assertThat(this.config.manager().status().unsaved()).isEmpty();
		assertThat(this.seen).hasSize(2);
	}

	@Test
	void saysWhyItCantStartFromTheFirstTextAgain() {
		this.config.edit("pool.size = 5");
		this.config.manager().addParticipant((transition) -> {
			throw new ConfigVetoException("pool.size", "is in use");
		});

		assertThatIllegalStateException().isThrownBy(this.config::reset)
			.withMessageContaining("The configuration 'wolf' can't return to its first document")
			.withMessageContaining("is in use");
	}

	@Test
	void setsATextWhileTheSourceIsWatched() {
		this.config.manager().enableHotReload();

		assertThat(this.config.set("timeout = '4s'").outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.config.manager().isHotReloadEnabled()).isTrue();
	}

	record GatewayConfig(@Default("5s") Duration timeout, Pool pool) {
	}

	record Pool(@Default("8") @Bounds(min = 1, max = 64) int size) {
	}

}
