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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that a secret is shown nowhere, whatever happens to it.
 */
@ExtendWith(OutputCapture.class)
class SecretTests {

	private static final String CANARY = "tweet-tweet-7";

	private final GatewayRig rig = new GatewayRig("password = \"none\"\n" + GatewayRig.TEXT);

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void isShownNowhereOnItsWayThroughEverything(CapturedOutput output) {
		this.rig.manager.addCallback((change) -> {
			throw new IllegalStateException("failed on " + change);
		});
		this.rig.manager.updateConfig((config) -> config.withPassword(CANARY));
		this.rig.manager.saveConfig();
		this.rig.source.put(this.rig.source.text().replace(CANARY, CANARY + "2").replace("8080", "9090"));
		ReloadResult reload = this.rig.manager.reload();
		ReloadResult rollback = this.rig.manager.rollback(1);
		this.rig.source.failWrites(new IOException("full"));
		this.rig.manager.rollback(2);

		assertThat(this.rig.manager.getConfig().password()).isEqualTo(CANARY);
		assertThat(List.of(reload, rollback, this.rig.callback.changes(), this.rig.observer.transitions(),
				this.rig.manager.status(), this.rig.manager.inspect().history(), this.rig.manager.getSnapshot(),
				this.rig.manager))
			.allSatisfy((shown) -> assertThat(shown.toString()).doesNotContain(CANARY));
		assertThat(output).contains("password ***").doesNotContain(CANARY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password = \"%s", "password = %s", "password = [\"%s\"]", "password = {a = \"%s\"}",
			"password = \"%s\"\nport = 0", "password = \"%s\"\npassword = \"x\"", "passwort = \"%s\"" })
	void isNotShownByARefusal(String text, CapturedOutput output) {
		this.rig.source.put(text.formatted(CANARY));

		ReloadResult result = this.rig.manager.reload();

		assertThat(result.problems()).isNotEmpty();
		assertThat(result.toString()).doesNotContain(CANARY);
		assertThat(this.rig.manager.status().toString()).doesNotContain(CANARY);
		assertThat(output).doesNotContain(CANARY);
	}

	@Test
	void isNotShownByARefusedUpdate(CapturedOutput output) {
		Map<String, Object> table = Map.of("password", Map.of("inner", CANARY));

		assertThatExceptionOfType(ConfigRejectedException.class).isThrownBy(() -> this.rig.manager.updateValues(table))
			.satisfies((ex) -> assertThat(ex.toString() + ex.getProblems()).doesNotContain(CANARY));
		assertThat(output).doesNotContain(CANARY);
	}

	@Test
	void isNotShownInAFullReload() {
		this.rig.manager.updateValues(Map.of("password", CANARY, "labels.api_key", CANARY));

		assertThat(this.rig.callback.changes()).hasSize(3);
		assertThat(this.rig.callback.changes().toString()).doesNotContain(CANARY).contains("FullReload[Gateway]");
	}

	@Test
	void isNotShownWhenARuleQuotesIt() {
		try (GatewayRig ruled = new GatewayRig("password = \"none\"\n" + GatewayRig.TEXT,
				(builder) -> builder.validator((config) -> {
					if (config.password().equals(CANARY)) {
						throw new IllegalArgumentException("cannot use " + config.password());
					}
					return List.of();
				}))) {
			ruled.source.put(ruled.source.text().replace("none", CANARY));

			assertThat(ruled.manager.reload().problems()).singleElement()
				.extracting(Problem::message)
				.asString()
				.endsWith("IllegalArgumentException: cannot use ***");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "password = \"abc\"%s", "password = \"abc\" %s", "password = 'a'%s'", "password = 1%s" })
	void isNotQuotedByTheParser(String text) {
		this.rig.source.put(text.formatted("hunter2secret"));

		assertThat(this.rig.manager.reload().problems().toString()).doesNotContain("hunter2", "secret");
	}

	@Test
	void cannotForgeALogLine(CapturedOutput output) {
		this.rig.manager.updateConfig((config) -> config.withName("a\n2026 WARN forged"));

		assertThat(output).contains("name gate -> \"a\\n2026 WARN forged\"").doesNotContain("\n2026 WARN forged");
	}

}
