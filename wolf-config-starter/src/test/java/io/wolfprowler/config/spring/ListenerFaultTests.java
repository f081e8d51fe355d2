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

package io.wolfprowler.config.spring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.Faults;
import io.wolfprowler.config.fixtures.ManagerCall;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a listener of a context throws or calls, the others are told, and so is
 * everybody of the next edit of the file.
 */
@Tag("faults")
@Timeout(30)
class ListenerFaultTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@MethodSource("faults")
	void endNothingByWhatTheyThrow(Throwable fault) {
		try (LiveContext live = live((manager) -> Faults.sneak(fault))) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(edit(live)).containsExactly("WebServer", "WebServer");

			assertThat(live.manager().status().failures()).isEqualTo(2);
		}
	}

	@Test
	void endNothingByAnInterruptOfTheirThread() {
		try (LiveContext live = live((manager) -> Thread.currentThread().interrupt())) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(edit(live)).containsExactly("WebServer", "WebServer");

			assertThat(live.manager().status().failures()).isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void mayCallTheManagerInEveryWay(ManagerCall<WolfConfig> call) {
		AtomicBoolean called = new AtomicBoolean();
		try (LiveContext live = live((manager) -> {
			if (called.compareAndSet(false, true)) {
				call.call().accept(manager);
			}
		})) {
			live.changePort(9090);
			live.manager().disableHotReload();
			edit(live);

			assertThat(called).isTrue();
			assertThat(live.manager().getConfig().webPort()).isEqualTo(9191);
			assertThat(live.manager().status().failures()).isZero();
			assertThat(live.journal()).hasSizeGreaterThanOrEqualTo(2).containsOnly("WebServer");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { BadConditions.NullCondition.class, BadConditions.NoProperty.class,
			BadConditions.NoVariable.class, BadConditions.NoExpression.class, BadConditions.NoBoolean.class,
			BadConditions.NoBean.class, BadConditions.ThrowingCondition.class })
	void endNothingByAConditionThatIsNone(Class<?> listener) {
		try (LiveContext live = LiveContext.in(this.directory, listener, Listeners.Variant.class)) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(edit(live)).containsExactly("WebServer", "WebServer");
		}
	}

	@Test
	void areFoundByTheVariantThatAGenericBaseLeavesOpen() {
		try (LiveContext live = LiveContext.in(this.directory, OfCrypto.class, OfWebServer.class)) {

			assertThat(live.changePort(9090)).containsExactly("OfWebServer");
		}
	}

	private LiveContext live(Consumer<ConfigManager<WolfConfig>> fault) {
		return LiveContext.in(this.directory, (context) -> {
			context.registerBean(Faulty.class, () -> new Faulty(context.getBeanProvider(ConfigManager.class), fault));
			context.registerBean(Listeners.Variant.class);
		});
	}

	private static List<String> edit(LiveContext live) {
		LiveContext.write(live.manager().configPath(), "web_port = 9191\n");
		live.manager().reload();
		return live.journal();
	}

	static Stream<Throwable> faults() {
		return Faults.all();
	}

	static Stream<ManagerCall<WolfConfig>> calls() {
		return ManagerCall.every((config) -> config.with((edit) -> edit.webPort(7070)), Map.of("web_port", 7070));
	}

	@SuppressWarnings("rawtypes")
	record Faulty(ObjectProvider<ConfigManager> manager, Consumer<ConfigManager<WolfConfig>> fault) {

		@Order(1)
		@EventListener
		@SuppressWarnings("unchecked")
		void on(ConfigChange.WebServer change) {
			this.fault.accept(this.manager.getObject());
		}

	}

	// Not a listener method: of those Spring does not resolve type variables of a class.
	abstract static class Base<C extends ConfigChange> implements ApplicationListener<ConfigChangeEvent<C>> {

		private final Journal journal;

		Base(Journal journal) {
			this.journal = journal;
		}

		@Override
		public void onApplicationEvent(ConfigChangeEvent<C> event) {
			this.journal.add(getClass().getSimpleName());
		}

	}

	static class OfWebServer extends Base<ConfigChange.WebServer> {

		OfWebServer(Journal journal) {
			super(journal);
		}

	}

	static class OfCrypto extends Base<ConfigChange.Crypto> {

		OfCrypto(Journal journal) {
			super(journal);
		}

	}

}
