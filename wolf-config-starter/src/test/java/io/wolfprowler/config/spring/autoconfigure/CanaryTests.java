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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spring.ConfigAttemptEvent;
import io.wolfprowler.config.spring.ConfigChangeEvent;
import io.wolfprowler.config.spring.ConfigReloadedEvent;
import io.wolfprowler.config.spring.actuate.ConfigEndpointWebExtension;
import io.wolfprowler.config.spring.actuate.ConfigHealthIndicator;
import io.wolfprowler.config.spring.actuate.ConfigMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for a secret everywhere a value can leave: it is in every version, right and
 * wrong, under a name for credentials, a mark, in a table, a list and a map.
 */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

	private static final String CANARY = "canary";

	private static final String TEXT = """
			port = 8080
			api_key = "canary-a1"
			note = "canary-b1"
			list = ["canary-c1"]
			labels = { zone = "eu", "db.password" = "canary-d1" }
			[[peers]]
			host = "one"
			token = "canary-e1"
			""";

	@TempDir
	Path directory;

	@Test
	void leavesNowhere(CapturedOutput output) throws IOException {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel("io.wolfprowler", LogLevel.TRACE);
		Path file = Files.writeString(this.directory.resolve("vault.toml"), TEXT);
		Path audit = this.directory.resolve("audit.jsonl");
		try {
			new ApplicationContextRunner()
				.withConfiguration(
						AutoConfigurations.of(WolfConfigAutoConfiguration.class, AuditAutoConfiguration.class,
								ConfigEndpointAutoConfiguration.class, ConfigHealthAutoConfiguration.class))
				.withBean(Told.class)
				.withPropertyValues("wolf.config.type=none", "wolf.config.hot-reload.enabled=false",
						"management.endpoints.web.exposure.include=wolfconfig",
						"management.endpoint.wolfconfig.show-values=always", "wolf.config.audit.file=" + audit,
						"wolf.config.audit.log=true")
				.run((context) -> assertThat(everythingThatLeaves(context, file)).isNotEmpty()
					.allSatisfy((text) -> assertThat(text).doesNotContain(CANARY)));
		}
		finally {
			logging.setLogLevel("io.wolfprowler", null);
		}
		assertThat(Files.readString(audit)).contains("api_key").doesNotContain(CANARY);
		assertThat(output.toString()).contains("Applied", "Kept version", "failed on a configuration change")
			.doesNotContain(CANARY);
	}

	private static List<String> everythingThatLeaves(AssertableApplicationContext context, Path file)
			throws IOException {
		ConfigManager<Vault> manager = context.getBean(ConfigManagerFactory.class).create("vault", Vault.class, file);
		PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		ConfigMetrics.bind(manager, meters);
		List<String> left = new ArrayList<>();
		manager.addCallback((change) -> left.add(change.toString()));
		manager.addCallback((change) -> {
			throw new IllegalStateException("can't use " + manager.getConfig());
		});
		live(manager, file, left);
		ConfigEndpointWebExtension endpoint = context.getBean(ConfigEndpointWebExtension.class);
		left.add(json(endpoint.manager(SecurityContext.NONE, "vault").getBody()));
		left.add(json(endpoint.part(SecurityContext.NONE, "vault", "history", null, null).getBody()));
		left.add(json(endpoint.part(SecurityContext.NONE, "vault", "diff", 1L, 2L).getBody()));
		left.add(json(endpoint.operate("vault", "update", "api_key = [\"canary-x\"]", null, null, null, null, null)
			.getBody()));
		left.add(json(context.getBean(ConfigHealthIndicator.class).health().getDetails()));
		left.add(meters.scrape());
		left.addAll(context.getBean(Told.class).events);
		left.add(manager.inspect().diff(1, 2).toString());
		left.add(manager.inspect().history().toString());
		left.add(manager.status().toString());
		left.add(manager.getSnapshot().toString());
		left.add(manager.inspect().entries().toString());
		left.add(manager.toString());
		return left;
	}

	private static void live(ConfigManager<Vault> manager, Path file, List<String> left) throws IOException {
		Files.writeString(file, TEXT.replace("1\"", "2\""));
		left.add(manager.reload().toString());
		for (String wrong : List.of("api_key = [\"canary-f\"]", "api_key = \"canary-g", "api_key = canary-h",
				"[[peers]]\ntoken = \"canary-i\"\nhost = 1")) {
			Files.writeString(file, TEXT.replace("api_key = \"canary-a1\"", wrong));
			left.add(manager.reload().toString());
			left.add(manager.validate(wrong).toString());
		}
		Files.writeString(file, TEXT.replace("1\"", "3\""));
		try (Subscription veto = manager.addParticipant((transition) -> {
			throw new ConfigVetoException("api_key", "can't be " + transition.current().config().apiKey());
		})) {
			left.add(manager.reload().toString());
		}
		try (Subscription failing = manager.addParticipant(Failing::new)) {
			left.add(manager.reload().toString());
		}
		for (Object wrong : List.of(List.of("canary-j"), 7)) {
			try {
				manager.updateValues(Map.of("api_key", wrong));
			}
			catch (ConfigException ex) {
				left.add(ex.toString());
			}
		}
		left.add(manager.rollback(1).toString());
	}

	private static String json(Object body) {
		return JsonMapper.builder().build().writeValueAsString(body);
	}

	record Vault(int port, String apiKey, @Secret String note, @Secret List<String> list, Map<String, String> labels,
			List<Peer> peers) {

		record Peer(String host, String token) {

		}

	}

	/**
	 * Fails to commit, and quotes what it was to commit.
	 *
	 * @param transition what it was to commit
	 */
	record Failing(ConfigTransition<? extends Vault> transition) implements ConfigParticipant.Prepared {

		@Override
		public void commit() {
			throw new IllegalStateException("no " + this.transition.current().config());
		}

		@Override
		public void rollback() {
		}

	}

	/**
	 * Hears of every event.
	 */
	static class Told {

		private final List<String> events = new ArrayList<>();

		@EventListener
		void on(ConfigChangeEvent<?> event) {
			this.events.add(event.getPayload().toString());
		}

		@EventListener
		void on(ConfigReloadedEvent<?> event) {
			this.events.add(event.changes().toString());
			throw new IllegalStateException("can't use " + event.getPayload());
		}

		@EventListener
		void on(ConfigAttemptEvent event) {
			this.events.add(event.result().toString());
		}

	}

}
