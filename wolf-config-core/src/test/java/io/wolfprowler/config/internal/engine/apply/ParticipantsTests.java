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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.ManagerCall;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.fixtures.Threads;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a {@link ConfigParticipant} may do, and for what others may do while it
 * takes part in a change.
 */
@Timeout(30)
@ExtendWith(OutputCapture.class)
class ParticipantsTests {

	private static final String CANARY = "tweet-tweet-7";

	private static final String ROUND = "1p 2p 3p 1c 2c 3c";

	private final GatewayRig rig = new GatewayRig();

	private final ConfigManager<Gateway> manager = this.rig.manager;

	private final Trio trio = new Trio();

	@BeforeEach
	void join() {
		this.trio.join(this.rig);
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void changesComeOneAtATimeAndAreToldInTheirOrder() {
		Gate gate = hold("1p");
		Threads threads = new Threads().start(1, () -> this.manager.updateConfig((config) -> config.withPort(1)));
		gate.awaitSomebody();
		Gate began = new Gate();
		began.open();
		threads.start(1, () -> this.manager.updateConfig((config) -> {
			began.pass();
			return config.withLimit(20);
		}));
		began.awaitSomebody();

		assertThat(this.trio.calls()).isEqualTo("1p");
		this.trio.behave();
		gate.open();
		threads.join();
		this.rig.settle();

		assertThat(this.trio.calls()).isEqualTo(ROUND + " " + ROUND);
		assertThat(this.trio.asked).extracting((transition) -> transition.previous().version())
			.containsExactly(1L, 1L, 1L, 2L, 2L, 2L);
		assertThat(this.rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(this.rig.callback.changes()).containsExactly(GatewayRig.changed("port", 8080, 1),
				GatewayRig.changed("limit", 10, 20));
		assertThat(this.manager.getConfig())
			.isEqualTo(this.trio.asked.get(0).previous().config().withPort(1).withLimit(20));
	}

	@Test
	void callbacksAreToldWhenAllHaveCommitted() {
		this.manager.addCallback((change) -> this.trio.calls.add("told"));

		this.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.trio.calls()).isEqualTo(ROUND + " told");
	}

	@Test
	void seesTheOldVersionUntilAllHavePreparedAndTheNewOneAfterThat() {
		List<String> seen = new CopyOnWriteArrayList<>();
		for (String call : List.of("1p", "3p", "1c", "3c")) {
			this.trio.on(call, () -> seen
				.add(call + " " + this.manager.getConfig().port() + " " + this.manager.getSnapshot().version()));
		}

		this.manager.updateConfig((config) -> config.withPort(1));

		assertThat(seen).containsExactly("1p 8080 1", "3p 8080 1", "1c 1 2", "3c 1 2");
	}

	@Test
	void readersDoNotWaitForAnyCall() {
		for (String call : List.of("2p", "2c")) {
			Gate gate = hold(call);
			int port = this.manager.getConfig().port() + 1;
			Threads threads = new Threads().start(1,
					() -> this.manager.updateConfig((config) -> config.withPort(port)));
			gate.awaitSomebody();

			int expected = call.equals("2p") ? port - 1 : port;
			assertThat(this.manager.getConfig().port()).isEqualTo(expected);
			assertThat(this.manager.getSnapshot().config().port()).isEqualTo(expected);
			assertThat(this.manager.view(Gateway::port).get()).isEqualTo(expected);
			assertThat(this.manager.inspect().history().get(0)).isEqualTo(this.manager.status().active());
			assertThat(this.manager.validate("port = 1").outcome()).isEqualTo(Outcome.APPLIED);
			this.manager.addCallback(new RecordingCallback()).close();
			this.manager.enableHotReload();
			assertThat(this.manager.isHotReloadEnabled()).isTrue();
			gate.open();
			threads.join();
		}
	}

	@Test
	void isNotAskedWhetherATextIsValid() {
		assertThat(this.manager.validate("port = 1").outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.manager.validate("port = 0").outcome()).isEqualTo(Outcome.REJECTED);

		assertThat(this.trio.calls).isEmpty();
	}

	@Test
	void isNotAskedAboutWhatChangesNoValue() {
		this.rig.source.put("# Another comment.\n" + GatewayRig.TEXT);

		assertThat(this.manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.manager.updateConfig((config) -> config)).isFalse();
		assertThat(this.trio.calls).isEmpty();
	}

	static Stream<Arguments> reentrantCalls() {
		return ManagerCall.<Gateway>every((config) -> config.withLimit(20), Map.of("limit", 20))
			.filter((call) -> List
				.of("reload", "updateConfig", "updateConfig of a version", "updateValues", "saveConfig", "rollback")
				.contains(call.name()))
			.flatMap((call) -> Stream.of("2p", "2c", "2r").map((when) -> Arguments.of(call, when)));
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("reentrantCalls")
	void mustNotChangeWhatItTakesPartIn(ManagerCall<Gateway> call, String when) {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		this.trio.on(when, () -> {
			try {
				call.call().accept(this.manager);
			}
			catch (IllegalStateException ex) {
				thrown.set(ex);
			}
		});

		change(when);

		assertThat(thrown.get()).hasMessage("A participant of 'wolf' can't change its configuration while it takes part"
				+ " in a change; do it later, or in a callback");
		assertThat(this.manager.getSnapshot().version()).isEqualTo(when.equals("2r") ? 1 : 2);
		assertThat(this.manager.getConfig().limit()).isEqualTo(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2p", "2c", "2r" })
	void mayChangeItAfterTheChangeIsOver(String when) {
		AtomicReference<CompletableFuture<?>> later = new AtomicReference<>();
		List<Boolean> done = new ArrayList<>();
		this.trio.on(when, () -> {
			this.trio.behave();
			later.set(this.manager.updateConfigAsync((config) -> config.withLimit(20))
				.thenCompose((changed) -> this.manager.saveConfigAsync())
				.thenCompose((saved) -> this.manager.reloadAsync()));
			done.add(later.get().isDone());
		});

		change(when);
		later.get().join();

		assertThat(done).containsExactly(false);
		assertThat(this.trio.calls()).endsWith(ROUND);
		assertThat(this.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.source.text()).contains("limit = 20");
	}

	@Test
	void isGivenUpWhenItWaitsForItsOwnUpdate() {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		this.trio.on("2p", () -> {
			CompletableFuture<Boolean> update = this.manager.updateConfigAsync((config) -> config.withLimit(20));
			this.rig.scheduler.advance(Duration.ofSeconds(10));
			try {
				update.join();
			}
			catch (CompletionException ex) {
				thrown.set(ex.getCause());
				this.trio.late.open();
			}
		});

		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.manager.updateConfig((config) -> config.withPort(1)));
		this.trio.late.pass();

		assertThat(thrown.get()).isInstanceOf(ConfigRejectedException.class)
			.hasMessageContaining("failed to prepare version 2: it is still busy with an earlier change");
	}

	@Test
	void mayCloseTheManagerAtOnce() {
		long before = System.nanoTime();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1"));
		this.trio.on("2c", this.manager::close);

		this.manager.enableHotReload();
		this.rig.settle();

		assertThat(this.trio.calls()).isEqualTo(ROUND);
		assertThat(this.manager.getConfig().port()).isEqualTo(1);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
	}

	@Test
	void mayDisableHotReloadAtOnce() {
		long before = System.nanoTime();
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1"));
		this.trio.on("2p", this.manager::disableHotReload);

		this.manager.enableHotReload();
		this.rig.settle();

		assertThat(this.manager.getConfig().port()).isEqualTo(1);
		assertThat(this.manager.isHotReloadEnabled()).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
	}

	@Test
	void joinsWithTheNextChangeAndLeavesAfterThePresentOne() {
		List<String> others = new CopyOnWriteArrayList<>();
		Subscription leaving = this.manager.addParticipant(named("leaving", others));
		this.trio.on("2p", () -> {
			this.trio.behave();
			leaving.close();
			this.manager.addParticipant(named("joining", others));
		});

		this.manager.updateConfig((config) -> config.withPort(1));
		this.manager.updateConfig((config) -> config.withPort(2));

		assertThat(others).containsExactly("leaving p", "leaving c", "joining p", "joining c");
		assertThat(this.trio.calls()).isEqualTo(ROUND + " " + ROUND);
	}

	@Test
	void mayAddListenersWhichHearOfVersionsThatAreNotInForceYet() {
		RecordingCallback early = new RecordingCallback();
		RecordingCallback late = new RecordingCallback();
		this.trio.on("1p", () -> this.manager.addCallback(early));
		this.trio.on("1c", () -> this.manager.addCallback(late));

		this.manager.updateConfig((config) -> config.withPort(1));
		assertThat(early.changes()).hasSize(1);
		assertThat(late.changes()).isEmpty();
		this.trio.behave();
		this.manager.updateConfig((config) -> config.withPort(2));

		assertThat(early.changes()).hasSize(2);
		assertThat(late.changes()).hasSize(1);
	}

	@Test
	void mayBeForASupertype() {
		List<Object> heard = new CopyOnWriteArrayList<>();
		ConfigParticipant<Object> any = (transition) -> {
			heard.add(transition.current().config());
			return Prepared.NOTHING;
		};
		ConfigParticipant<Record> records = (transition) -> {
			heard.add(transition.previous().config());
			return Prepared.NOTHING;
		};
		Gateway before = this.manager.getConfig();
		this.manager.addParticipant(any);
		this.manager.addParticipant(records);

		this.manager.updateConfig((config) -> config.withPort(1));

		assertThat(heard).containsExactly(this.manager.getConfig(), before);
	}

	static Stream<Function<String, RuntimeException>> tellers() {
		return Stream.of((secret) -> new ConfigVetoException("password", "must not be " + secret),
				ConfigVetoException::new, IllegalStateException::new,
				(secret) -> new IllegalStateException("can't log in", new IllegalArgumentException("as " + secret)));
	}

	@ParameterizedTest
	@MethodSource("tellers")
	void tellsNoSecret(Function<String, RuntimeException> failure, CapturedOutput output) {
		for (String call : List.of("3p", "3c", "2r")) {
			this.trio.on(call, () -> {
				throw failure.apply(CANARY);
			});
		}
		this.rig.source.put("password = \"" + CANARY + "\"\n" + GatewayRig.TEXT);
		ReloadResult vetoed = this.manager.reload();
		this.trio.on("3p", () -> {
		});
		ReloadResult degraded = this.manager.reload();
		this.rig.source.put(GatewayRig.TEXT);
		ReloadResult previous = this.manager.reload();

		assertThat(List.of(vetoed, degraded, previous)).extracting(ReloadResult::outcome)
			.containsExactly(Outcome.VETOED, Outcome.DEGRADED, Outcome.DEGRADED);
		assertThat(List.of(vetoed, degraded, previous, this.manager.status(), this.rig.observer.attempts()))
			.allSatisfy((shown) -> assertThat(shown.toString()).doesNotContain(CANARY));
		assertThat(output).contains("***", "Trio$Second failed to roll back", "Trio$Third failed to commit")
			.doesNotContain(CANARY);
	}

	@Test
	void isShownWhereItHangs(CapturedOutput output) {
		this.trio.on("2p", this::hang);

		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1"));
		this.manager.reload();
		this.trio.late.open();

		assertThat(output).containsPattern("Trio\\$Second failed to prepare version 2\\R+"
				+ "java.util.concurrent.TimeoutException: it has not returned in 10000 ms\\R(\tat .*\\R)*\tat .*ParticipantsTests.hang");
	}

	@Test
	void holdsUpEveryFurtherVersionWhileItHangsUnlessItLeaves() {
		List<String> others = new CopyOnWriteArrayList<>();
		Subscription subscription = this.manager.addParticipant((transition) -> {
			others.add("asked");
			hang();
			return Prepared.NOTHING;
		});
		this.rig.source.put(GatewayRig.TEXT.replace("8080", "1"));
		assertThat(this.manager.reload().outcome()).isEqualTo(Outcome.VETOED);

		ReloadResult second = this.manager.reload();
		subscription.close();
		ReloadResult third = this.manager.reload();
		this.trio.late.open();

		assertThat(second.problems().get(0).message())
			.endsWith("failed to prepare version 2: it is still busy with an earlier change");
		assertThat(third.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(others).containsExactly("asked");
	}

	@Test
	void anInterruptOfWhoeverWaitsIsKeptForLater() {
		Thread.currentThread().interrupt();

		boolean changed = this.manager.updateConfig((config) -> config.withPort(1));

		assertThat(Thread.interrupted()).isTrue();
		assertThat(changed).isTrue();
		assertThat(this.trio.calls()).isEqualTo(ROUND);
	}

	private Gate hold(String call) {
		Gate gate = new Gate();
		this.trio.on(call, gate::pass);
		return gate;
	}

	// 2r is called when the third can't go along.
	private void change(String when) {
		if (!when.equals("2r")) {
			this.manager.updateConfig((config) -> config.withPort(1));
			return;
		}
		this.trio.on("3p", () -> {
			throw new ConfigVetoException("there is no room");
		});
		assertThatExceptionOfType(ConfigRejectedException.class)
			.isThrownBy(() -> this.manager.updateConfig((config) -> config.withPort(1)));
	}

	private void hang() {
		this.rig.scheduler.advance(Duration.ofSeconds(10));
		assertThat(Thread.interrupted()).isTrue();
		this.trio.late.pass();
	}

	private static ConfigParticipant<Gateway> named(String name, List<String> calls) {
		return (transition) -> {
			calls.add(name + " p");
			return new Prepared() {

				@Override
				public void commit() {
					calls.add(name + " c");
				}

				@Override
				public void rollback() {
					calls.add(name + " r");
				}

			};
		};
	}

}
