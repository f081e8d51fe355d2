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

import java.time.Duration;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PartialWriteGuard}: contents that look as if a writer is in the
 * middle.
 */
@ExtendWith(OutputCapture.class)
class PartialWriteGuardTests {

	private static final String HALF = "# The gate.\nname = \"city\"\nport = 1111\n";

	private final GatewayRig rig = new GatewayRig();

	@BeforeEach
	void watch() {
		this.rig.manager.enableHotReload();
		this.rig.settle();
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { HALF, "[tls]\nenabled = true\n", "name = \"gate\"\nport = 8080\nlimit = 1",
			"port = 1\n[tls]\nversion = \"1.3\"\n" })
	void waitsUntilTheBytesWereStable(String half) {
		this.rig.source.put(half);
		this.rig.signal();
		assertThat(this.rig.manager.status().lastRejection()).isNull();
		assertThat(this.rig.observer.versions()).isEmpty();

		this.rig.advance(GatewayRig.MAX_WAIT.minusMillis(1));
		assertThat(this.rig.observer.versions()).isEmpty();
		this.rig.advance(Duration.ofMillis(1));

		assertThat(this.rig.observer.versions()).containsExactly(2L);
	}

	@Test
	void holdsBackATextThatIsTheBeginningOfTheOneBefore() {
		this.rig.source.put("limit = 100");
		this.rig.manager.reload();
		this.rig.source.put("limit = 10");
		this.rig.signal();
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(100);

		this.rig.advance(GatewayRig.MAX_WAIT);

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
	}

	@Test
	void appliesTheWholeContentAtOnce(CapturedOutput output) {
		this.rig.source.put(HALF);
		this.rig.signal();

		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1111"));
		this.rig.signal();

		assertThat(this.rig.observer.versions()).containsExactly(2L);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		assertThat(output).containsOnlyOnce("config.toml looks half-written: 3 of 5 keys are missing, from limit on");
	}

	@Test
	void startsTheWaitAnewWhenTheBytesChange() {
		this.rig.source.put(HALF);
		this.rig.signal();
		this.rig.advance(Duration.ofSeconds(4));
		this.rig.source.put(HALF + "limit = 5\n");
		this.rig.signal();

		this.rig.advance(Duration.ofSeconds(4));
		assertThat(this.rig.observer.versions()).isEmpty();
		this.rig.advance(Duration.ofSeconds(1));

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { GatewayRig.TEXT, "port = 0", "port = " })
	void startsTheWaitAnewWhenAnotherContentCameInBetween(String between) {
		this.rig.source.put(HALF);
		this.rig.signal();
		this.rig.source.put(between);
		this.rig.signal();
		this.rig.advance(Duration.ofMinutes(1));

		this.rig.source.put(HALF);
		this.rig.signal();

		assertThat(this.rig.observer.versions()).isEmpty();
	}

	@Test
	void startsTheWaitAnewWhenTheSourceWasAbsentInBetween() {
		this.rig.source.put(HALF);
		this.rig.signal();
		this.rig.source.remove();
		this.rig.advance(GatewayRig.MAX_WAIT);

		this.rig.source.put(HALF);
		this.rig.signal();

		assertThat(this.rig.observer.versions()).isEmpty();
	}

	@Test
	void followsAWriterThatNeverComesToRest() {
		for (int i = 1; i <= 8; i++) {
			this.rig.source.put("name = \"city\"\nport = " + i + "\n");
			this.rig.signal();
			this.rig.advance(GatewayRig.MAX_WAIT.minusSeconds(2));
		}

		assertThat(this.rig.observer.versions()).isNotEmpty();
		assertThat(this.rig.manager.status().partialWrites().deferred()).isBetween(7L, 8L);
	}

	@Test
	void takesItsTimeForANewDoubt() {
		this.rig.source.put(HALF);
		this.rig.signal();
		this.rig.source.put(GatewayRig.TEXT);
		this.rig.signal();
		this.rig.advance(Duration.ofMinutes(1));

		this.rig.source.put("port = 1\n");
		this.rig.signal();

		assertThat(this.rig.observer.versions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "labels = { zone = \"a\" }\npeers = [\n  { host = \"a\" },\n", "name = \"\"\"\nthe\ngate\n" })
	void holdsBackATextThatEndsWithinAValue(String half) {
		this.rig.source.put(half);
		this.rig.signal();
		assertThat(this.rig.observer.refusals()).isEmpty();

		this.rig.advance(GatewayRig.MAX_WAIT);

		assertThat(this.rig.observer.refusals()).hasSize(1);
	}

	@Test
	void doesNotHoldBackWhatACallerVouchesFor() {
		this.rig.source.put(HALF);
		this.rig.signal();

		assertThat(this.rig.manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(1111);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit = 10\n|", "port = 8080\n|port = 9090\nworkers = 8\n",
			"\nversion = \"1.3\"\n|\nversion = \"1.2\"\n" })
	void appliesAWholeContentWithoutAWait(String edit) {
		String[] sides = edit.split("\\|", -1);
		this.rig.source.put(GatewayRig.TEXT.replace(sides[0], sides[1]).replace("gate\"", "city\""));

		this.rig.signal();

		assertThat(this.rig.manager.getConfig().name()).isEqualTo("city");
	}

	@Test
	void looksAgainOnceHoweverManySignalsCome() {
		this.rig.source.remove();
		int before = this.rig.scheduler.pending();

		for (int i = 0; i < 10; i++) {
			this.rig.signal();
		}

		assertThat(this.rig.scheduler.pending() - before).isEqualTo(1);
	}

	@Test
	void countsTheTablesOfAnArray() {
		String peers = "[[peers]]\nhost = \"a\"\n[[peers]]\nhost = \"b\"\n[[peers]]\nhost = \"c\"\n";
		this.rig.source.put(GatewayRig.TEXT + peers);
		this.rig.manager.reload();

		this.rig.source.put((GatewayRig.TEXT + peers).replace("8080", "9090").replace("[[peers]]\nhost = \"c\"\n", ""));
		this.rig.signal();

		assertThat(this.rig.manager.getConfig().peers()).hasSize(3);
		assertThat(this.rig.manager.status().lastAttempt().result().outcome()).isEqualTo(Outcome.UNAVAILABLE);
	}

}
