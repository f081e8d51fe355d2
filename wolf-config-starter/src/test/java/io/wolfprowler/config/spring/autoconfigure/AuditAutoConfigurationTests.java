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
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.spi.ConfigActor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditAutoConfiguration}, {@link ActorCustomizer} and
 * {@link SecurityActorAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditAutoConfigurationTests {

	@TempDir
	Path directory;

	private ConfigFiles files;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("gateway.toml", "limit = 7\n");
		this.context = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class, AuditAutoConfiguration.class,
					SecurityActorAutoConfiguration.class))
			.withPropertyValues("wolf.config.path=" + this.files.write("config.toml", "web_port = 9090\n"),
					"wolf.config.hot-reload.enabled=false");
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@ValueSource(strings = { "unrelated=true", "wolf.config.audit.file=", "wolf.config.audit.log=false",
			"wolf.config.enabled=false" })
	void keepsNoAuditLogUnlessItHasSomewhereToGo(String property) {
		this.context.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(AuditCustomizer.class)
				.doesNotHaveBean(AuditProperties.class));
	}

	@Test
	void leavesNothingBehindWhenAllIsOff() {
		this.context
			.withPropertyValues("wolf.config.enabled=false", "wolf.config.audit.file=" + path(),
					"wolf.config.audit.log=true")
			.run((context) -> assertThat(context).doesNotHaveBean(AuditCustomizer.class)
				.doesNotHaveBean(ConfigActor.class));
	}

	@Test
	void keepsTheLinesOfAllManagersInOneFile() throws IOException {
		this.context.withPropertyValues("wolf.config.audit.file=" + path()).run((context) -> {
			ConfigManager<GatewayConfig> gateway = context.getBean(ConfigManagerFactory.class)
				.create("gateway", GatewayConfig.class, this.files.path("gateway.toml"));
			gateway.updateValues(Map.of("limit", 8));
			context.getBean(ConfigManager.class).updateValues(Map.of("web_port", 9091));
		});

		List<String> lines = Files.readAllLines(path());
		assertThat(lines).filteredOn((line) -> line.contains("\"manager\":\"gateway\"")).hasSize(2);
		assertThat(lines).filteredOn((line) -> line.contains("\"manager\":\"wolf\"")).hasSize(2);
	}

	@Test
	void hasWrittenEveryLineWhenTheContextIsClosed() throws IOException {
		this.context.withPropertyValues("wolf.config.audit.file=" + path()).run((context) -> {
			for (int port = 1; port <= 200; port++) {
				context.getBean(ConfigManager.class).updateValues(Map.of("web_port", port));
			}
		});

		assertThat(path()).content().hasLineCount(201);
	}

	@Test
	void logsTheLinesWhenAsked(CapturedOutput output) {
		this.context.withPropertyValues("wolf.config.audit.log=true")
			.run((context) -> context.getBean(ConfigManager.class).updateValues(Map.of("web_port", 9091)));

		assertThat(output).contains("\"changes\":[{\"key\":\"web_port\",\"old\":9090,\"new\":9091}]");
		assertThat(path()).doesNotExist();
	}

	@Test
	void namesNobodyWhenNobodyIsKnown() {
		SecurityContextHolder.setContext(new SecurityContextImpl(
				new AnonymousAuthenticationToken("key", "anonymousUser", AuthorityUtils.createAuthorityList("A"))));

		this.context.run((context) -> assertThat(actorOfAReload(context.getBean(ConfigManager.class))).isNull());
	}

	@Test
	void namesWhomSpringSecurityHasAuthenticated() throws IOException {
		signIn("alice");

		this.context.withPropertyValues("wolf.config.audit.file=" + path())
			.run((context) -> assertThat(actorOfAReload(context.getBean(ConfigManager.class))).isEqualTo("alice"));

		List<String> lines = Files.readAllLines(path());
		assertThat(lines.get(0)).doesNotContain("actor");
		assertThat((String) JsonPath.read(lines.get(1), "$.actor")).isEqualTo("alice");
	}

	@Test
	void asksTheActorsOfTheApplicationFirst() {
		signIn("alice");

		this.context.withUserConfiguration(Actors.class).run((context) -> {
			ConfigManager<?> manager = context.getBean(ConfigManager.class);
			assertThat(actorOfAReload(manager)).isEqualTo("alice");
			context.getBean(Actors.class).job = "nightly";
			assertThat(actorOfAReload(manager)).isEqualTo("nightly");
		});
	}

	@Test
	void losesNoChangeToAnActorThatFails(CapturedOutput output) {
		this.context.withBean(ConfigActor.class, () -> () -> {
			throw new IllegalStateException("who?");
		}).run((context) -> assertThat(actorOfAReload(context.getBean(ConfigManager.class))).isNull());

		assertThat(output).contains("failed to name the actor of a change; the change goes on without one");
	}

	@Test
	void doesWithoutSpringSecurity() {
		this.context.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConfigManager.class)
				.doesNotHaveBean(ConfigActor.class));
	}

	private Path path() {
		return this.directory.resolve("audit.jsonl");
	}

	private static void signIn(String name) {
		Authentication authentication = new TestingAuthenticationToken(name, "password", "OPERATOR");
		SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
	}

	private String actorOfAReload(ConfigManager<?> manager) {
		this.files.write("config.toml", "web_port = 1\nmax_peers = " + (manager.getSnapshot().version() + 50) + "\n");
		manager.reload();
		return manager.status().lastAttempt().actor();
	}

	static class Actors {

		volatile String job;

		@Bean
		@Order(0)
		ConfigActor jobs() {
			return () -> this.job;
		}

	}

}
