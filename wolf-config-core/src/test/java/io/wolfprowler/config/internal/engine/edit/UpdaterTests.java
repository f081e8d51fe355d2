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

package io.wolfprowler.config.internal.engine.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Updater}: changes in memory.
 */
class UpdaterTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void putsTheEditedCopyInForceAndLeavesTheSourceAlone() {
		boolean changed = this.rig.manager.updateConfig((config) -> config.withPort(9090));

		assertThat(changed).isTrue();
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.getSnapshot().cause()).isEqualTo(Cause.UPDATE);
		assertThat(this.rig.callback.changes()).containsExactly(GatewayRig.changed("port", 8080, 9090));
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
		assertThat(this.rig.source.writes()).isZero();
	}

	@Test
	void isNoVersionWhenNothingDiffers() {
		ConfigSnapshot<Gateway> before = this.rig.manager.getSnapshot();

		boolean changed = this.rig.manager.updateConfig((config) -> config.withPort(8080));

		assertThat(changed).isFalse();
		assertThat(this.rig.manager.getSnapshot()).isSameAs(before);
		assertThat(this.rig.callback.changes()).isEmpty();
	}

	@Test
	void losesNoUpdateBetweenThreads() {
		int threads = 16;
		int times = 200;

		CompletableFuture
			.allOf(IntStream.range(0, threads)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> increment(times), (task) -> new Thread(task).start()))
				.toArray(CompletableFuture[]::new))
			.join();

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10 + threads * times);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1 + threads * times);
		assertThat(this.rig.observer.versions())
			.isEqualTo(LongStream.rangeClosed(2, 1 + threads * times).boxed().toList());
	}

	@Test
	void refusesAnUpdateForAnotherVersion() {
		this.rig.manager.updateConfig((config) -> config.withPort(9090));

		assertThatExceptionOfType(StaleConfigException.class)
			.isThrownBy(() -> this.rig.manager.updateConfig(1, (config) -> config.withPort(1)))
			.satisfies((ex) -> assertThat(ex.getExpectedVersion()).isEqualTo(1))
			.satisfies((ex) -> assertThat(ex.getActualVersion()).isEqualTo(2));
		assertThat(this.rig.manager.updateConfig(2, (config) -> config.withPort(1))).isTrue();
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(3);
	}

	@Test
	void refusesAnUpdateForTheVersionInForceThatComesTooLate() {
		assertThatExceptionOfType(StaleConfigException.class)
			.isThrownBy(() -> this.rig.manager.updateConfig(1, (config) -> {
				this.rig.manager.updateValues(Map.of("limit", 11));
				return config.withPort(9090);
			}));

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
	}

	@Test
	void refusesAnUpdateWithAllProblems() {
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(ordered("port", 70000, "limit", "many", "tls.version", 3)))
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting((problem) -> problem.describe("config.toml"))
				.containsExactlyInAnyOrder("config.toml: port must be between 1 and 65535, found 70000",
						"config.toml: limit must be an integer, found \"many\"",
						"config.toml: tls.version must be a string, found 3"));

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
		assertThat(this.rig.observer.refusals()).hasSize(1);
	}

	@Test
	void setsSeveralValuesAsOneVersion() {
		boolean changed = this.rig.manager.updateValues(
				ordered("port", 9090L, "tls.enabled", true, "peers", List.of(Map.of("host", "a")), "labels.zone", "x"));

		assertThat(changed).isTrue();
		assertThat(this.rig.manager.getConfig()).isEqualTo(new Gateway("gate", 9090, 10, 4, "none",
				new Gateway.Tls(true, "1.3"), List.of(new Gateway.Peer("a", 1)), Map.of("zone", "x")));
		assertThat(this.rig.observer.versions()).containsExactly(2L);
	}

	@Test
	void setsNoneOfSeveralValuesWhenOneIsBad() {
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(ordered("port", 9090, "limit", "many")));

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void returnsAKeyToItsDefaultForNull() {
		this.rig.manager.updateValues(ordered("limit", 99, "tls.version", "1.2"));

		this.rig.manager.updateValues(ordered("name", null, "limit", null, "tls", null));

		assertThat(this.rig.manager.getConfig())
			.isEqualTo(new Gateway("gate", 8080, 10, 4, "none", new Gateway.Tls(false, "1.3"), List.of(), Map.of()));
	}

	@Test
	void leavesNoTextThatTheNextStartWouldRefuse() {
		assertThatExceptionOfType(ConfigRejectedException.class).isThrownBy(
				() -> this.rig.manager.updateValues(ordered("name", null, "port", null, "limit", null, "tls", null)))
			.withMessageContaining("is empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "prot", "tls.prot", "port.number", "peers[3].host", "a b", "", "tls.", "peers[0" })
	void refusesAKeyThatIsNotThere(String key) {
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(Map.of(key, 1)));

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(1);
	}

	@Test
	void refusesAnUnknownKeyAlsoWhereTheSourceMayHaveOne() {
		try (GatewayRig lenient = new GatewayRig(GatewayRig.TEXT, (b) -> b.unknownKeys(UnknownKeys.IGNORE))) {
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> lenient.manager.updateValues(Map.of("prot", 1)))
				.withMessageContaining("unknown key `prot`; did you mean `port`?");
		}
	}

	@Test
	void allowsAnUpdateBesideAnUnknownKeyOfTheSource() {
		String text = "port = 8080\n\n[[peers]]\nhost = \"a\"\nlegacy = 1\n";
		try (GatewayRig lenient = new GatewayRig(text, (b) -> b.unknownKeys(UnknownKeys.IGNORE))) {
			lenient.manager.updateValues(Map.of("peers[0].host", "b"));

			assertThat(lenient.manager.getConfig().peers()).containsExactly(new Gateway.Peer("b", 1));
		}
	}

	@Test
	void refusesValuesThatTomlDoesNotHave() {
		Map<String, Object> holes = Map.of("labels", Collections.singletonMap("zone", null));

		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(Map.of("name", new Object())));
		assertThatExceptionOfType(ConfigRejectedException.class).isThrownBy(() -> this.rig.manager.updateValues(holes));
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateValues(Map.of("peers", Collections.singletonList(null))));
	}

	@Test
	void refusesANullComponent() {
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateConfig((config) -> config.withName(null)));
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.rig.manager.updateConfig((config) -> config.withTls(null)));

		assertThat(this.rig.manager.getConfig().name()).isEqualTo("gate");
	}

	@Test
	void givesTheExceptionOfAnUpdaterToItsCaller() {
		assertThatIllegalStateException().isThrownBy(() -> this.rig.manager.updateConfig((config) -> {
			throw new IllegalStateException("not now");
		})).withMessage("not now");
		assertThatNullPointerException().isThrownBy(() -> this.rig.manager.updateConfig((config) -> null))
			.withMessage("the updater returned null");

		assertThat(this.rig.manager.updateConfig((config) -> config.withPort(1))).isTrue();
	}

	private void increment(int times) {
		for (int i = 0; i < times; i++) {
			this.rig.manager.updateConfig((config) -> config.withLimit(config.limit() + 1));
		}
	}

	private static Map<String, Object> ordered(Object... keysAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		List<Object> pairs = new ArrayList<>();
		Collections.addAll(pairs, keysAndValues);
		for (int i = 0; i < pairs.size(); i += 2) {
			map.put((String) pairs.get(i), pairs.get(i + 1));
		}
		return map;
	}

}
