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
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

/**
 * Tests that an application whose beans are registered ahead of time works as any other.
 */
class AheadOfTimeTests {

	@TempDir
	Path directory;

	@Test
	@CompileWithForkedClassLoader
	void anApplicationThatWasProcessedAheadOfTimeFollowsItsFile() {
		ConfigFiles files = new ConfigFiles(this.directory);
		files.write("config.toml", "web_port = 8081\n");
		files.write("tower.toml", "floors = 3\n");

		runAheadOfTime((context) -> {
			@SuppressWarnings("unchecked")
			ConfigManager<WolfConfig> manager = context.getBean("wolfConfigManager", ConfigManager.class);
			assertThat(manager.getConfig().webPort()).isEqualTo(8081);
			assertThat(context.getBean("tower", ConfigManager.class).getConfig()).isEqualTo(new Tower(3, List.of()));
			Readers readers = context.getBean(Readers.class);
			assertThat(readers.node().get().webPort()).isEqualTo(8081);
			assertThat(readers.tower().get().floors()).isEqualTo(3);
			assertThat(readers.seen().get().value()).isEqualTo(3);

			files.write("config.toml", "web_port = 9091\n");
			await().untilAsserted(() -> assertThat(context.getBean(Listeners.class).seen)
				.containsExactly("participant 9091", "listener 8081 -> 9091"));
			assertThat(context.getEnvironment().getProperty("web_port")).isEqualTo("9091");
			assertThat(manager.validate("web_port = 666\n").outcome()).isEqualTo(Outcome.REJECTED);
		});
	}

	// A view may show a record that no file is read into.
	@Test
	void typesThatBeansAreDeclaredWithAreFoundIfAFileCanBeReadIntoThem() {
		RuntimeHints hints = process(new TestGenerationContext(AheadOfTimeTests.class)).hints();

		assertThat(List.of(WolfConfig.class, CryptoConfig.class, Tower.class, Tower.Room.class, Seen.class,
				Joined.class, Probed.class))
			.allMatch((type) -> reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]).test(hints));
		assertThat(reflection().onConstructorInvocation(NotBound.class.getDeclaredConstructors()[0])).rejects(hints);
	}

	@Test
	void theTypeInThePropertiesIsFoundAheadOfTime() {
		RuntimeHints hints = process(new TestGenerationContext(AheadOfTimeTests.class),
				"wolf.config.type=" + GatewayConfig.class.getName())
			.hints();

		assertThat(hints)
			.matches(reflection().onConstructorInvocation(GatewayConfig.class.getDeclaredConstructors()[0]));
	}

	private void runAheadOfTime(Consumer<GenericApplicationContext> test) {
		TestGenerationContext generation = new TestGenerationContext(AheadOfTimeTests.class);
		ClassName initializer = process(generation).initializer();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				TestPropertyValues
					.of("wolf.config.path=" + this.directory.resolve("config.toml"),
							"tower.path=" + this.directory.resolve("tower.toml"),
							"wolf.config.hot-reload.debounce=10ms", "wolf.config.hot-reload.poll-interval=100ms")
					.applyTo(context);
				@SuppressWarnings("unchecked")
				ApplicationContextInitializer<GenericApplicationContext> generated = compiled
					.getInstance(ApplicationContextInitializer.class, initializer.toString());
				generated.initialize(context);
				context.refresh();
				test.accept(context);
			}
		});
	}

	private static Processed process(TestGenerationContext generation, String... properties) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties).applyTo(context);
			context.register(Application.class);
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
			return new Processed(initializer, generation.getRuntimeHints());
		}
	}

	private record Processed(ClassName initializer, RuntimeHints hints) {

	}

	record Tower(@Default("1") int floors, List<Room> rooms) {

		record Room(@Default("4") int walls) {

		}

	}

	record Seen(@Default("1") int value) {

	}

	record Joined(@Default("1") int value) {

	}

	record Probed(@Default("1") int value) {

	}

	record Readers(ConfigView<WolfConfig> node, ConfigView<Tower> tower, ConfigView<Seen> seen) {

	}

	record NotBound(Runnable action) {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, WolfConfigAutoConfiguration.class,
			EnvironmentAutoConfiguration.class, AuditAutoConfiguration.class, ConfigSchedulesAutoConfiguration.class,
			SecurityActorAutoConfiguration.class, ConfigMetricsAutoConfiguration.class,
			ConfigHealthAutoConfiguration.class })
	static class Application {

		@Bean
		ConfigManager<Tower> tower(ConfigManagerFactory managers, Environment environment) {
			return managers.create("tower", Tower.class, Path.of(environment.getRequiredProperty("tower.path")));
		}

		@Bean
		ConfigView<Seen> seen(ConfigManager<Tower> manager) {
			return manager.view((tower) -> new Seen(tower.floors()));
		}

		@Bean
		ConfigView<NotBound> notBound(ConfigManager<Tower> manager) {
			return manager.view((tower) -> new NotBound(() -> {
			}));
		}

		@Bean
		Readers readers(ConfigView<WolfConfig> node, ConfigView<Tower> tower, ConfigView<Seen> seen) {
			return new Readers(node, tower, seen);
		}

		@Bean
		ConfigValidator<WolfConfig> noBeast() {
			return (candidate) -> (candidate.webPort() != 666) ? List.of()
					: List.of(Problem.invalid("web_port", "must not be 666"));
		}

		@Bean
		ConfigParticipant<WolfConfig> participant(Listeners listeners) {
			return (transition) -> {
				listeners.seen.add("participant " + transition.current().config().webPort());
				return ConfigParticipant.Prepared.NOTHING;
			};
		}

		@Bean
		ConfigParticipant<Joined> otherParticipant() {
			return (transition) -> ConfigParticipant.Prepared.NOTHING;
		}

		@Bean
		ConfigProbe<Probed> probe() {
			return (config) -> {
			};
		}

		@Bean
		Listeners listeners() {
			return new Listeners();
		}

	}

	static class Listeners {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@EventListener(condition = "#change.newPort() > 9000")
		void on(ConfigChange.WebServer change) {
			this.seen.add("listener " + change.oldPort() + " -> " + change.newPort());
		}

	}

}
