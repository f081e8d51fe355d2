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

package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spring.ConfigDegradedEvent;
import io.wolfprowler.config.spring.ConfigRejectedEvent;
import io.wolfprowler.config.spring.ConfigReloadedEvent;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ParticipantBeans}.
 */
class ParticipantBeansTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class))
		.withPropertyValues("wolf.config.hot-reload.enabled=false")
		.withBean(Calls.class, Calls::new);

	@TempDir
	Path directory;

	private ConfigFiles files;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "web_port = 9090\n");
		this.files.write("gateway.toml", "limit = 7\n");
	}

	@Test
	void takePartInTheirOrder() {
		runner().withUserConfiguration(InOrder.class).run((context) -> {
			changePort(context.getBean(ConfigManager.class), 1);

			assertThat(context.getBean(Calls.class)).containsExactly("by class p", "by interface p", "by method p",
					"anywhere p", "by class c", "by interface c", "by method c", "anywhere c");
		});
	}

	@Test
	void mayUseTheManagerTheyTakePartIn() {
		runner().withBean(WithManager.class).run((context) -> {
			changePort(context.getBean(ConfigManager.class), 1);

			assertThat(context.getBean(Calls.class)).containsExactly("from 9090 to 1");
		});
	}

	@Test
	void takePartInTheManagersOfTheirTypeAndOfItsSubtypes() {
		runner().withUserConfiguration(OfTypes.class).run((context) -> {
			Calls calls = context.getBean(Calls.class);
			ConfigManager<GatewayConfig> gateway = context.getBean(ConfigManagerFactory.class)
				.create("gateway", GatewayConfig.class, this.files.path("gateway.toml"));

			changePort(context.getBean("wolfConfigManager", ConfigManager.class), 1);
			assertThat(calls).containsExactlyInAnyOrder("wolf p", "any record p", "wolf c", "any record c");
			calls.clear();
			gateway.updateConfig((config) -> new GatewayConfig(8, config.routes()));

			assertThat(calls).containsExactlyInAnyOrder("gateway p", "any record p", "gateway c", "any record c");
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> gateway.updateConfig((config) -> new GatewayConfig(9, config.routes())))
				.withMessageContaining("limit must not be 9");
		});
	}

	@Test
	void tellListenersOfAVeto() {
		runner().withBean(Picky.class).withBean(Listener.class).run((context) -> {
			this.files.write("config.toml", "\nweb_port = 2\n");

			assertThat(context.getBean(ConfigManager.class).reload().outcome()).isEqualTo(Outcome.VETOED);

			assertThat(context.getBean(Calls.class))
				.containsExactly("rejected wolf VETOED [config.toml:2:12: web_port must not be 2]");
		});
	}

	@Test
	void tellListenersOfAFailedCommitAfterTheVersion() {
		runner().withBean(Picky.class).withBean(Listener.class).run((context) -> {
			changePort(context.getBean(ConfigManager.class), 3);

			assertThat(context.getBean(Calls.class)).containsExactly("reloaded 2",
					"degraded wolf DEGRADED [config.toml: " + Picky.class.getName()
							+ " failed to commit version 2: java.lang.IllegalStateException: broken]");
		});
	}

	@Test
	void haveATimeLimitFromTheProperties() {
		runner().withPropertyValues("wolf.config.participant-timeout=50ms").withBean(Sleepy.class).run((context) -> {
			assertThatExceptionOfType(ConfigRejectedException.class)
				.isThrownBy(() -> changePort(context.getBean(ConfigManager.class), 1))
				.withMessageContaining("failed to prepare version 2: it has not returned in 50 ms");
		});
		runner().withPropertyValues("wolf.config.participant-timeout=0")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("participant-timeout must be more than zero, found PT0S"));
	}

	@SuppressWarnings("unchecked")
	private static void changePort(ConfigManager<?> manager, int port) {
		((ConfigManager<WolfConfig>) manager).updateConfig((config) -> config.with((edit) -> edit.webPort(port)));
	}

	private ApplicationContextRunner runner() {
		return this.context.withPropertyValues("wolf.config.path=" + this.files.path("config.toml"));
	}

	/** What the participants and listeners of a context do. */
	static class Calls extends CopyOnWriteArrayList<String> {

		ConfigParticipant.Prepared note(String name) {
			add(name + " p");
			return new ConfigParticipant.Prepared() {

				@Override
				public void commit() {
					add(name + " c");
				}

				@Override
				public void rollback() {
					add(name + " r");
				}

			};
		}

	}

	@Order(1)
	record ByClass(Calls calls) implements ConfigParticipant<WolfConfig> {

		@Override
		public Prepared prepare(ConfigTransition<WolfConfig> transition) {
			return this.calls.note("by class");
		}

	}

	record ByInterface(Calls calls) implements ConfigParticipant<WolfConfig>, Ordered {

		@Override
		public Prepared prepare(ConfigTransition<WolfConfig> transition) {
			return this.calls.note("by interface");
		}

		@Override
		public int getOrder() {
			return 2;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InOrder {

		@Bean
		ConfigParticipant<WolfConfig> anywhere(Calls calls) {
			return (transition) -> calls.note("anywhere");
		}

		@Bean
		@Order(3)
		ConfigParticipant<WolfConfig> byMethod(Calls calls) {
			return (transition) -> calls.note("by method");
		}

		@Bean
		ByInterface byInterface(Calls calls) {
			return new ByInterface(calls);
		}

		@Bean
		ByClass byClass(Calls calls) {
			return new ByClass(calls);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfTypes {

		@Bean
		ConfigParticipant<WolfConfig> wolf(Calls calls) {
			return (transition) -> calls.note("wolf");
		}

		@Bean
		ConfigParticipant<GatewayConfig> gateway(Calls calls) {
			return (transition) -> {
				if (transition.current().config().limit() == 9) {
					throw new ConfigVetoException("limit", "must not be 9");
				}
				return calls.note("gateway");
			};
		}

		@Bean
		ConfigParticipant<Record> anyRecord(Calls calls) {
			return (transition) -> calls.note("any record");
		}

	}

	record WithManager(ConfigManager<WolfConfig> manager, Calls calls) implements ConfigParticipant<WolfConfig> {

		@Override
		public Prepared prepare(ConfigTransition<WolfConfig> transition) {
			this.calls
				.add("from " + this.manager.getConfig().webPort() + " to " + transition.current().config().webPort());
			return Prepared.NOTHING;
		}

	}

	static class Picky implements ConfigParticipant<WolfConfig> {

		@Override
		public Prepared prepare(ConfigTransition<WolfConfig> transition) {
			int port = transition.current().config().webPort();
			if (port == 2) {
				throw new ConfigVetoException("web_port", "must not be 2");
			}
			return new Prepared() {

				@Override
				public void commit() {
					throw new IllegalStateException("broken");
				}

				@Override
				public void rollback() {
				}

			};
		}

	}

	static class Sleepy implements ConfigParticipant<WolfConfig> {

		@Override
		public Prepared prepare(ConfigTransition<WolfConfig> transition) {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Prepared.NOTHING;
		}

	}

	record Listener(Calls calls) {

		@EventListener
		void on(ConfigReloadedEvent<WolfConfig> event) {
			this.calls.add("reloaded " + event.version());
		}

		@EventListener
		void on(ConfigRejectedEvent event) {
			this.calls.add("rejected " + event.manager() + " " + event.result().outcome() + " "
					+ described(event.result().problems()));
		}

		@EventListener
		void on(ConfigDegradedEvent event) {
			this.calls.add("degraded " + event.manager() + " " + event.result().outcome() + " "
					+ described(event.result().problems()));
		}

		private static List<String> described(List<Problem> problems) {
			return problems.stream().map((problem) -> problem.describe("config.toml")).toList();
		}

	}

}
