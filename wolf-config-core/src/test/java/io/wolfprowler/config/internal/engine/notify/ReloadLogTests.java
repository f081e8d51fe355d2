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

package io.wolfprowler.config.internal.engine.notify;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AttemptHistory} and {@link ReloadLog}: what an operator is told, and
 * how often.
 */
@ExtendWith(OutputCapture.class)
class ReloadLogTests {

	private static final String BROKEN = GatewayRig.TEXT.replace("8080", "70000");

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void tellsTheSameRefusalOnceHoweverOftenItIsLookedAt(CapturedOutput output) {
		this.rig.manager.enableHotReload();
		this.rig.source.put(BROKEN);

		this.rig.signal();
		this.rig.signal();
		ReloadResult explicit = this.rig.manager.reload();

		assertThat(explicit.outcome()).isEqualTo(Outcome.REJECTED);
		assertThat(explicit.problems()).hasSize(1);
		assertThat(this.rig.observer.refusals()).hasSize(1);
		assertThat(output)
			.containsOnlyOnce("Kept version 1; config.toml:3:8: port must be between 1 and 65535, found 70000");
	}

	@Test
	void tellsARefusalAgainWhenTheContentWasFineInBetween(CapturedOutput output) {
		this.rig.source.put(BROKEN);
		this.rig.manager.reload();
		this.rig.source.put(GatewayRig.TEXT);
		ReloadResult fine = this.rig.manager.reload();

		this.rig.source.put(BROKEN);
		this.rig.manager.reload();

		assertThat(fine.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(output).containsOnlyOnce("config.toml holds version 1 again");
		assertThat(this.rig.observer.refusals()).hasSize(2);
	}

	@Test
	void tellsAnAbsentSourceOnce(CapturedOutput output) {
		this.rig.source.remove();

		this.rig.manager.reload();
		this.rig.manager.reload();

		assertThat(output).containsOnlyOnce("Kept version 1; config.toml: does not exist");
	}

	@Test
	void tellsWhatChangedInOneLine(CapturedOutput output) {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090").replace("false", "true"));

		this.rig.manager.reload();

		assertThat(output)
			.containsOnlyOnce("Applied config.toml as version 2: port 8080 -> 9090, tls.enabled false -> true");
	}

	@Test
	void saysNothingAboutBytesThatStayTheSame(CapturedOutput output) {
		String before = output.getAll();

		this.rig.manager.reload();

		assertThat(output.getAll()).isEqualTo(before);
	}

	@Test
	void namesWhatTakesEffectAfterARestart(CapturedOutput output) {
		this.rig.manager.updateConfig((config) -> config.withWorkers(8));

		assertThat(output)
			.contains("Updated config.toml in memory as version 2: workers 4 -> 8 (workers in effect after a restart)");
	}

}
