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

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigTracer;
import io.wolfprowler.config.spi.ListenerCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what metrics and traces hang on: the calls that an observer is told of, and
 * {@link ConfigTracer}.
 */
@ExtendWith(QuietLog.class)
class ListenerCallReportTests {

	private final List<ListenerCall> calls = new ArrayList<>();

	private final List<String> traced = new ArrayList<>();

	private final GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
			(builder) -> builder.observer(new OperationGate()).tracer(this::begin));

	private Thread tracing;

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void tellOfEveryCallAndWhetherItFailed() {
		this.rig.manager.addParticipant((transition) -> ConfigParticipant.Prepared.NOTHING);
		this.rig.manager.view((config) -> config.port()).onChange((old, now) -> {
			throw new IllegalStateException("no");
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.calls).extracting(ListenerCall::kind)
			.containsExactly(ListenerCall.Kind.PREPARE, ListenerCall.Kind.COMMIT, ListenerCall.Kind.CALLBACK,
					ListenerCall.Kind.VIEW);
		assertThat(this.calls).extracting(ListenerCall::failed).containsExactly(false, false, false, true);
	}

	@Test
	void tellOfAVetoAsAFailureAndOfTheRollbackOfThoseBefore() {
		this.rig.manager.addParticipant((transition) -> ConfigParticipant.Prepared.NOTHING);
		this.rig.manager.addParticipant((transition) -> {
			throw new ConfigVetoException("not today");
		});
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));

		this.rig.manager.reload();

		assertThat(this.calls).extracting(ListenerCall::kind)
			.containsExactly(ListenerCall.Kind.PREPARE, ListenerCall.Kind.PREPARE, ListenerCall.Kind.ROLLBACK);
		assertThat(this.calls).extracting(ListenerCall::failed).containsExactly(false, true, false);
	}

	@Test
	void traceLooksUpdatesAndRollbacksOnTheThreadThatMakesThem() {
		this.rig.manager.reload();
		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.manager.rollback(1);

		assertThat(this.traced).containsExactly("wolf RELOAD", "UNCHANGED", "wolf UPDATE", "APPLIED", "wolf ROLLBACK",
				"APPLIED");
		assertThat(this.tracing).isSameAs(Thread.currentThread());
	}

	@Test
	void endATraceWithoutAnOutcomeWhenTheCallerIsLate() {
		assertThatExceptionOfType(StaleConfigException.class)
			.isThrownBy(() -> this.rig.manager.updateConfig(7, (config) -> config.withPort(1)));

		assertThat(this.traced).containsExactly("wolf UPDATE", "null");
	}

	@Test
	void stopNothingWhenATracerOrAnObserverFails() {
		try (GatewayRig broken = new GatewayRig(GatewayRig.TEXT, (builder) -> builder.tracer((manager, cause) -> {
			throw new IllegalStateException("no tracer");
		}).tracer((manager, cause) -> (attempt) -> {
			throw new IllegalStateException("no end");
		}).observer(new ConfigObserver<>() {

			@Override
			public void called(ListenerCall call) {
				throw new IllegalStateException("no observer");
			}

		}))) {
			assertThat(broken.manager.updateConfig((config) -> config.withPort(1))).isTrue();
			assertThat(broken.callback.changes()).isNotEmpty();
		}
	}

	private ConfigTracer.Trace begin(String manager, Cause cause) {
		this.tracing = Thread.currentThread();
		this.traced.add(manager + " " + cause);
		return (attempt) -> this.traced.add(String.valueOf(outcome(attempt)));
	}

	private static Outcome outcome(ConfigAttempt attempt) {
		return (attempt != null) ? attempt.result().outcome() : null;
	}

	/**
	 * Remembers the calls.
	 */
	private final class OperationGate implements ConfigObserver<Gateway> {

		@Override
		public void called(ListenerCall call) {
			ListenerCallReportTests.this.calls.add(call);
		}

	}

}
