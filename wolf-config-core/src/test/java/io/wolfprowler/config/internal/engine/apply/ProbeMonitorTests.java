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
package io.wolfprowler.config.internal.engine.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ProbeMonitor}: versions that have to prove themselves.
 */
@ExtendWith(OutputCapture.class)
class ProbeMonitorTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final List<Integer> asked = new ArrayList<>();

	private int worst = 1000;

	private int most = 10_000;

	private final GatewayRig rig = new GatewayRig(GatewayRig.TEXT, (builder) -> {
		builder.threads((name, classLoader) -> Runnable::run);
		builder.probes((probes) -> probes.window(Duration.ofSeconds(3)).interval(SECOND));
		builder.validator((gateway) -> (gateway.limit() <= this.most) ? List.of()
				: List.of(Problem.invalid("limit", "must be at most " + this.most)));
	});

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void areAskedAboutANewVersionForTheWholeTimeAndNoLonger() {
		this.rig.manager.addProbe(limit());

		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(Duration.ofMillis(999));
		assertThat(this.asked).isEmpty();
		this.rig.scheduler.advance(Duration.ofMillis(1));
		assertThat(this.asked).containsExactly(20);
		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.asked).containsExactly(20, 20, 20);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(2);
	}

	@Test
	void bringBackTheVersionBefore(CapturedOutput output) {
		this.rig.manager.addProbe(limit());
		this.rig.source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 5000"));
		this.rig.manager.reload();

		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
		assertThat(this.rig.manager.inspect().history()).extracting(ConfigVersion::version, ConfigVersion::cause)
			.containsExactly(tuple(3L, Cause.AUTO_ROLLBACK), tuple(2L, Cause.RELOAD), tuple(1L, Cause.START));
		assertThat(output).contains("Version 2 fails " + ProbeMonitorTests.class.getName())
			.contains("5000 is too much")
			.contains("Rolled config.toml back by itself as version 3: limit 5000 -> 10");
		ConfigAttempt attempt = this.rig.manager.status().lastAttempt();
		assertThat(attempt.cause()).isEqualTo(Cause.AUTO_ROLLBACK);
		assertThat(attempt.actor()).startsWith(ProbeMonitorTests.class.getName());
		assertThat(attempt.result().outcome()).isEqualTo(Outcome.APPLIED);
	}

	@Test
	void failInTheLastQuestionToo() {
		this.rig.manager.addProbe(limit());
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(500));
		this.rig.scheduler.advance(SECOND.multipliedBy(2));
		this.worst = 100;

		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
	}

	@Test
	void areNotAskedAboutWhatTheyBroughtBack() {
		this.rig.manager.addProbe((version) -> {
			this.asked.add(version.config().limit());
			throw new IllegalStateException("never well");
		});
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));

		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.asked).containsExactly(20);
		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(3);
	}

	@Test
	void bringBackTheNewestVersionThatHasPassedAndNotOneOnProbation() {
		this.rig.manager.addProbe(limit());
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(Duration.ofMinutes(1));
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(2000));
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(2001));

		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
	}

	@Test
	void giveANewerVersionItsOwnTime() {
		this.rig.manager.addProbe(limit());
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(SECOND.multipliedBy(2));
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(30));

		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.asked).containsExactly(20, 20, 30, 30, 30);
	}

	@Test
	void leaveAVersionInForceWhereTheOneBeforeBreaksTodaysRules(CapturedOutput output) {
		this.rig.manager.addProbe(limit());
		this.worst = 5;
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(6));
		this.most = 6;

		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(2);
		assertThat(output).contains("Version 2 stays active: config.toml: limit must be at most 6");
	}

	@Test
	void areNotAskedAnyMoreOnceRemovedOrClosed() {
		Subscription probe = this.rig.manager.addProbe(limit());
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		probe.close();
		this.rig.scheduler.advance(SECOND);
		this.rig.manager.addProbe(limit());
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(30));
		this.rig.manager.close();

		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.asked).isEmpty();
	}

	@Test
	void mayTakeOnlySoLong() throws InterruptedException {
		try (GatewayRig slow = new GatewayRig(GatewayRig.TEXT, (builder) -> {
			builder.participantTimeout(Duration.ofSeconds(2));
			builder.probes((probes) -> probes.window(SECOND).interval(SECOND));
		})) {
			CountDownLatch reached = new CountDownLatch(1);
			CountDownLatch back = new CountDownLatch(2);
			slow.manager.addProbe((version) -> {
				reached.countDown();
				Thread.currentThread().join();
			});
			slow.manager.addCallback((change) -> back.countDown());
			slow.manager.updateConfig((gateway) -> gateway.withLimit(20));
			slow.scheduler.advance(SECOND);
			assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();

			slow.scheduler.advance(Duration.ofSeconds(2));

			assertThat(back.await(1, TimeUnit.MINUTES)).isTrue();
			assertThat(slow.manager.getConfig().limit()).isEqualTo(10);
		}
	}

	@Test
	void doNotFailAVersionBecauseTheOneBeforeIsStillBeingAskedAbout() throws InterruptedException {
		try (GatewayRig slow = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.probes((probes) -> probes.window(Duration.ofSeconds(5)).interval(SECOND)))) {
			Gate gate = new Gate();
			CountDownLatch asked = new CountDownLatch(1);
			slow.manager.addProbe((version) -> {
				if (version.config().limit() == 20) {
					passUninterruptibly(gate);
					throw new IllegalStateException("too late to count");
				}
				asked.countDown();
			});
			slow.manager.updateConfig((gateway) -> gateway.withLimit(20));
			slow.scheduler.advance(SECOND);
			gate.awaitSomebody();
			slow.manager.updateConfig((gateway) -> gateway.withLimit(30));
			slow.scheduler.advance(SECOND);
			gate.open();

			while (!asked.await(10, TimeUnit.MILLISECONDS)) {
				slow.scheduler.advance(Duration.ofMillis(1));
			}

			assertThat(slow.manager.getConfig().limit()).isEqualTo(30);
			assertThat(slow.manager.getSnapshot().version()).isEqualTo(3);
		}
	}

	@Test
	void maskSecretsAndSurviveAFailureThatCannotBeLookedAt(CapturedOutput output) {
		this.rig.manager.updateConfig((gateway) -> gateway.withPassword("hunter2"));
		this.rig.manager.addProbe((version) -> {
			if (version.config().limit() == 20) {
				throw new IllegalStateException("db://app:" + version.config().password());
			}
			throw new Unspeakable();
		});

		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(SECOND);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(30));
		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(10);
		assertThat(output).contains("db://app:***").doesNotContain("hunter2").contains("Unspeakable");
	}

	@Test
	void sayThatThereIsNothingBetterWhenTheVersionBeforeSaysTheSame(CapturedOutput output) {
		this.rig.manager.addProbe((version) -> {
			throw new IllegalStateException("never well");
		});
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(10));

		this.rig.scheduler.advance(SECOND);

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(3);
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
		assertThat(output).contains("Version 3 stays active: version 1 has the same values");
	}

	@Test
	void areNotAskedAboutAVersionThatAManagerThatClosesStillCommits() {
		this.rig.manager.addParticipant((transition) -> new Prepared() {

			@Override
			public void commit() {
				ProbeMonitorTests.this.rig.manager.close();
			}

			@Override
			public void rollback() {
			}

		});
		this.rig.manager.addProbe(limit());

		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));
		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.rig.manager.getSnapshot().version()).isEqualTo(2);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void doNotCountOnceRemovedEvenIfTheirAnswerIsOnItsWay() {
		List<Subscription> own = new ArrayList<>();
		own.add(this.rig.manager.addProbe((version) -> {
			own.get(0).close();
			throw new IllegalStateException("the context closes");
		}));
		this.rig.manager.updateConfig((gateway) -> gateway.withLimit(20));

		this.rig.scheduler.advance(Duration.ofMinutes(1));

		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
	}

	private static void passUninterruptibly(Gate gate) {
		try {
			gate.pass();
		}
		catch (IllegalStateException ex) {
			Thread.interrupted();
			gate.pass();
		}
	}

	private ConfigProbe<Gateway> limit() {
		return (version) -> {
			this.asked.add(version.config().limit());
			if (version.config().limit() > this.worst) {
				throw new IllegalStateException(version.config().limit() + " is too much");
			}
		};
	}

	private static final class Unspeakable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("no text");
		}

	}

}
