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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.Threads;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link HotReload}.
 */
class HotReloadTests {

	private static final String CHANGED = GatewayRig.TEXT.replace("8080", "9090");

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void isOffUntilEnabled() {
		this.rig.source.put(CHANGED);
		this.rig.signal();

		assertThat(this.rig.manager.isHotReloadEnabled()).isFalse();
		assertThat(this.rig.manager.status().hotReload()).isEqualTo(HotReloadMode.OFF);
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
	}

	@Test
	void looksOnceWhenEnabled() {
		this.rig.source.put(CHANGED);

		this.rig.manager.enableHotReload();
		this.rig.settle();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.status().hotReload()).isEqualTo(HotReloadMode.PUSH);
	}

	@Test
	void watchesOnceHoweverOftenEnabled() {
		this.rig.manager.enableHotReload();
		this.rig.manager.enableHotReload();
		assertThat(this.rig.source.watches()).isEqualTo(1);

		this.rig.manager.disableHotReload();
		this.rig.manager.disableHotReload();

		assertThat(this.rig.source.watches()).isZero();
		assertThat(this.rig.manager.isHotReloadEnabled()).isFalse();
	}

	@Test
	void doesNotFollowTheSourceWhileDisabled() {
		this.rig.manager.enableHotReload();
		this.rig.manager.disableHotReload();
		this.rig.source.put(CHANGED);

		this.rig.signal();
		this.rig.advance(Duration.ofMinutes(1));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(8080);
		this.rig.manager.enableHotReload();
		this.rig.settle();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
	}

	@Test
	void looksAgainByItselfWhileTheSourceIsUnreadable() {
		this.rig.manager.enableHotReload();
		this.rig.source.failReads(new IOException("stale file handle"));
		this.rig.signal();

		this.rig.advance(GatewayRig.MAX_WAIT);
		this.rig.source.put(CHANGED);
		this.rig.advance(GatewayRig.MAX_WAIT);

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.scheduler.pending()).isZero();
	}

	@Test
	void doesNotLookAgainOnceDisabled() {
		this.rig.manager.enableHotReload();
		this.rig.source.remove();
		this.rig.signal();

		this.rig.manager.disableHotReload();

		assertThat(this.rig.scheduler.pending()).isZero();
	}

	@Test
	void outlivesASourceThatThrowsWhateverItLikes() {
		this.rig.manager.enableHotReload();
		this.rig.settle();
		this.rig.source.duringRead(() -> {
			throw new IllegalStateException("surprise");
		});
		this.rig.signal();
		this.rig.source.duringRead(() -> {
			throw new NoClassDefFoundError("com/example/Driver");
		});
		this.rig.signal();

		this.rig.source.put(CHANGED);
		this.rig.signal();

		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
	}

	@Test
	void takesABurstOfSignalsForOneLook() {
		this.rig.manager.enableHotReload();
		this.rig.settle();
		int before = this.rig.source.reads();
		this.rig.manager.addCallback((change) -> {
			for (int i = 0; i < 1000; i++) {
				this.rig.source.signal();
			}
		});

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.settle();

		assertThat(this.rig.source.reads() - before).isEqualTo(1);
	}

	// Only that it returns matters: a lock that was held would keep it waiting.
	@Test
	void isDisabledWhileTheSourceHangsAsItBeginsAWatch() {
		Gate hanging = new Gate();
		List<String> closed = new CopyOnWriteArrayList<>();
		HotReload hotReload = hotReload((signal) -> {
			hanging.pass();
			return () -> closed.add("closed");
		});
		Threads enabling = new Threads().start(1, hotReload::enable);
		hanging.awaitSomebody();

		hotReload.disable();
		assertThat(hotReload.isEnabled()).isFalse();
		hanging.open();
		enabling.join();

		assertThat(hotReload.isEnabled()).isFalse();
		assertThat(closed).containsExactly("closed");
	}

	@Test
	void isEnabledWhileTheSourceHangsAsItEndsAWatch() {
		Gate hanging = new Gate();
		HotReload hotReload = hotReload((signal) -> hanging::pass);
		hotReload.enable();
		Threads disabling = new Threads().start(1, hotReload::disable);
		hanging.awaitSomebody();

		hotReload.enable();

		assertThat(hotReload.isEnabled()).isTrue();
		hanging.open();
		disabling.join();
		assertThat(hotReload.isEnabled()).isTrue();
	}

	@Test
	void staysDisabledWhenTheSourceCannotBeWatched() {
		HotReload hotReload = hotReload((signal) -> {
			throw new IllegalStateException("no more watches");
		});

		assertThatIllegalStateException().isThrownBy(hotReload::enable).withMessage("no more watches");

		assertThat(hotReload.isEnabled()).isFalse();
	}

	private static HotReload hotReload(Function<Runnable, Subscription> watch) {
		ConfigSource source = new ConfigSource() {

			@Override
			public String description() {
				return "stub";
			}

			@Override
			public SourceContent read() throws IOException {
				throw new IOException("nothing is read");
			}

			@Override
			public Subscription watch(Runnable signal) {
				return watch.apply(signal);
			}

		};
		return new HotReload(source, () -> {
			throw new IllegalStateException("nothing is reloaded");
		}, new ManagerThread("stub", null), new FakeScheduler(), new RetryBackoff(Duration.ZERO, Duration.ZERO));
	}

}
