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

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.fixtures.Faults;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.spi.ConfigObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a listener throws, the others are told, the caller is not disturbed, and the
 * next edit of the source still arrives.
 */
@Tag("faults")
class ListenerFaultTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@ParameterizedTest
	@MethodSource("faultsOfEveryKindOfListener")
	void endNeitherTheOthersNorHotReload(ListenerKind kind, Throwable fault) {
		this.rig.manager.enableHotReload();
		kind.add(this.rig.manager, () -> Faults.sneak(fault));
		RecordingCallback last = new RecordingCallback();
		this.rig.manager.addCallback(last);

		assertThat(this.rig.manager.updateConfig((config) -> config.withLimit(20))).isTrue();
		edit("9090");

		assertThat(last.changes()).containsExactly(GatewayRig.changed("limit", 10, 20),
				GatewayRig.changed("port", 8080, 9090));
		assertThat(this.rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(this.rig.manager.status().failures()).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource("everyKindOfListener")
	void anInterruptOfItsOwnThreadIsNoHarm(ListenerKind kind) {
		this.rig.manager.enableHotReload();
		kind.add(this.rig.manager, () -> Thread.currentThread().interrupt());

		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		edit("9090");
		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text())
			.isEqualTo(GatewayRig.TEXT.replace("8080", "9090").replace("limit = 10", "limit = 20"));
		assertThat(this.rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(this.rig.manager.status().failures()).isZero();
	}

	@Test
	void anEndlessRecursionIsNoHarm() {
		this.rig.manager.enableHotReload();
		this.rig.manager.addCallback((change) -> new Endless().fall(change));

		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		edit("9090");

		assertThat(this.rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(this.rig.manager.status().failures()).isEqualTo(2);
	}

	private void edit(String port) {
		this.rig.source.put(GatewayRig.TEXT.replace("8080", port));
		this.rig.signal();
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(Integer.parseInt(port));
	}

	static Stream<ListenerKind> everyKindOfListener() {
		return Stream.of(ListenerKind.values());
	}

	static Stream<Arguments> faultsOfEveryKindOfListener() {
		return everyKindOfListener().flatMap((kind) -> Faults.all().map((fault) -> Arguments.of(kind, fault)));
	}

	/**
	 * The ways to listen to a manager.
	 */
	enum ListenerKind {

		CALLBACK {

			@Override
			void add(ConfigManager<Gateway> manager, Runnable listener) {
				manager.addCallback((change) -> listener.run());
			}

		},

		VIEW {

			@Override
			void add(ConfigManager<Gateway> manager, Runnable listener) {
				manager.view((config) -> config).onChange((old, now) -> listener.run());
			}

		},

		OBSERVER {

			@Override
			void add(ConfigManager<Gateway> manager, Runnable listener) {
				manager.addObserver(new Observer((transition) -> listener.run()));
			}

		};

		abstract void add(ConfigManager<Gateway> manager, Runnable listener);

	}

	private record Observer(Consumer<ConfigTransition<?>> listener) implements ConfigObserver<Object> {

		@Override
		public void accepted(ConfigTransition<?> transition) {
			this.listener.accept(transition);
		}

	}

	private static final class Endless {

		int fall(ConfigChange change) {
			return (change != null) ? 1 + fall(change) : 0;
		}

	}

}
