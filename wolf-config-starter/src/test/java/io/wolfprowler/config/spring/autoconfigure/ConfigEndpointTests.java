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

import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.spring.ContextConfigManagers;
import io.wolfprowler.config.spring.actuate.ConfigEndpoint;
import io.wolfprowler.config.spring.actuate.ConfigEndpointWebExtension;
import io.wolfprowler.config.spring.actuate.OperationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConfigEndpointAutoConfiguration} and what the endpoint answers.
 */
@ExtendWith(QuietLog.class)
class ConfigEndpointTests {

	private static final String TEXT = """
			port = 8080
			secret_note = "canary-one"
			api_key = "canary-two"
			""";

	@TempDir
	Path directory;

	private ConfigFiles files;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFile() {
		this.files = new ConfigFiles(this.directory);
		Path file = this.files.write("door.toml", TEXT);
		this.context = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WolfConfigAutoConfiguration.class, ConfigEndpointAutoConfiguration.class))
			.withInitializer((context) -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (bean instanceof ConfigManagerFactory factory) {
						factory.create("door", Door.class, file);
					}
					return bean;
				}

			}))
			.withPropertyValues("wolf.config.type=none", "wolf.config.hot-reload.enabled=false",
					"management.endpoints.web.exposure.include=wolfconfig");
	}

	@Test
	void isThereOnlyWhereItIsExposed() {
		this.context.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ConfigEndpoint.class)
				.doesNotHaveBean(ConfigEndpointWebExtension.class));
		this.context.withPropertyValues("management.endpoint.wolfconfig.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigEndpoint.class));
	}

	@Test
	void listsTheManagers() {
		run((endpoint, context) -> assertThat(json(context.getBean(ConfigEndpoint.class).managers()))
			.isEqualTo("{\"door\":{\"version\":1,\"source\":\"" + this.files.path("door.toml")
					+ "\",\"sourceState\":\"IN_FORCE\",\"hotReload\":\"OFF\"}}"));
	}

	@Test
	void showsNoValueUnlessItIsAskedTo() {
		run((endpoint, context) -> assertThat(json(endpoint.manager(SecurityContext.NONE, "door").getBody()))
			.contains("\"port\":{\"value\":\"******\",\"origin\":\"" + this.files.path("door.toml") + ":1:8\"}")
			.contains("\"note\":{\"value\":\"******\",\"origin\":\"default\"}"));
	}

	@Test
	void neverShowsASecret() {
		this.context.withPropertyValues("management.endpoint.wolfconfig.show-values=always")
			.run(with((endpoint, context) -> {
				update(endpoint, "api_key = \"canary-three\"", null);
				update(endpoint, "api_key = 7", null);

				String all = json(endpoint.manager(SecurityContext.NONE, "door").getBody())
						+ json(endpoint.part(SecurityContext.NONE, "door", "history", null, null).getBody())
						+ json(endpoint.part(SecurityContext.NONE, "door", "diff", 1L, 2L).getBody())
						+ json(update(endpoint, "api_key = [\"canary-four\"]", null).getBody());

				assertThat(all).contains("\"port\":{\"value\":8080,").doesNotContain("canary");
			}));
	}

	@Test
	void masksWhatTheApplicationWantsMasked() {
		this.context.withPropertyValues("management.endpoint.wolfconfig.show-values=always")
			.withBean(SanitizingFunction.class, () -> SanitizingFunction.sanitizeValue().ifKeyEquals("port"))
			.run(with((endpoint, context) -> assertThat(json(endpoint.manager(SecurityContext.NONE, "door").getBody()))
				.contains("\"port\":{\"value\":\"******\"")));
	}

	@Test
	void updatesAndSavesWhatATextSets() {
		run((endpoint, context) -> {
			WebEndpointResponse<OperationResult> response = endpoint.operate("door", "update", "port = 9090", null,
					null, 1L, true, null);

			assertThat(response.getStatus()).isEqualTo(200);
			assertThat(response.getBody().result()).isEqualTo("APPLIED");
			assertThat(response.getBody().version()).isEqualTo(2);
			assertThat(Files.readString(this.files.path("door.toml"))).isEqualTo(TEXT.replace("8080", "9090"));
		});
	}

	@Test
	void returnsKeysToTheirDefaults() {
		run((endpoint, context) -> {
			update(endpoint, "note = \"hello\"\nlimit = 7", null);

			endpoint.operate("door", "update", null, "note, limit", null, null, null, null);

			assertThat(manager(context).getConfig().note()).isEqualTo("none");
			assertThat(manager(context).getConfig().limit()).isEqualTo(10);
		});
	}

	@Test
	void isInConflictWhereAnotherVersionIsInForce() {
		run((endpoint, context) -> {
			update(endpoint, "limit = 7", null);

			assertThat(update(endpoint, "limit = 8", 1L).getStatus()).isEqualTo(409);
			assertThat(endpoint.operate("door", "rollback", null, null, 1L, 1L, null, null).getStatus()).isEqualTo(409);
			assertThat(manager(context).getConfig().limit()).isEqualTo(7);
		});
	}

	@Test
	void refusesWithAllProblems() {
		run((endpoint, context) -> {
			WebEndpointResponse<OperationResult> response = update(endpoint, "port = \"x\"\nlimti = 1", null);

			assertThat(response.getStatus()).isEqualTo(422);
			assertThat(response.getBody().problems()).hasSize(2);
			assertThat(update(endpoint, "port = ", null).getStatus()).isEqualTo(422);
			assertThat(endpoint.operate("door", "rollback", null, null, 77L, null, null, null).getStatus())
				.isEqualTo(422);
		});
	}

	@Test
	void checksATextAndChangesNothing() {
		run((endpoint, context) -> {
			assertThat(endpoint.operate("door", "validate", TEXT.replace("8080", "1"), null, null, null, null, null)
				.getStatus()).isEqualTo(200);
			assertThat(endpoint.operate("door", "validate", "port = true", null, null, null, null, null).getStatus())
				.isEqualTo(422);
			assertThat(manager(context).getSnapshot().version()).isEqualTo(1);
		});
	}

	@Test
	void reloadsRollsBackAndSwitchesHotReload() {
		run((endpoint, context) -> {
			this.files.write("door.toml", TEXT.replace("8080", "9090"));
			assertThat(endpoint.operate("door", "reload", null, null, null, null, null, null).getBody().version())
				.isEqualTo(2);
			assertThat(endpoint.operate("door", "rollback", null, null, 1L, 2L, null, null).getBody().version())
				.isEqualTo(3);
			endpoint.operate("door", "hot-reload", null, null, null, null, null, true);
			assertThat(manager(context).isHotReloadEnabled()).isTrue();
			endpoint.operate("door", "hot-reload", null, null, null, null, null, false);
			assertThat(manager(context).isHotReloadEnabled()).isFalse();
		});
	}

	@Test
	void doesNotFindWhatIsNotThere() {
		run((endpoint, context) -> {
			assertThat(endpoint.manager(SecurityContext.NONE, "window").getStatus()).isEqualTo(404);
			assertThat(endpoint.part(SecurityContext.NONE, "door", "hinges", null, null).getStatus()).isEqualTo(404);
			assertThat(endpoint.part(SecurityContext.NONE, "door", "diff", 1L, 77L).getStatus()).isEqualTo(404);
			assertThat(endpoint.operate("door", "open", null, null, null, null, null, null).getStatus()).isEqualTo(404);
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.part(SecurityContext.NONE, "door", "diff", 1L, null));
		});
	}

	private void run(Check check) {
		this.context.run(with(check));
	}

	private static ContextConsumer<AssertableApplicationContext> with(Check check) {
		return (context) -> check.run(context.getBean(ConfigEndpointWebExtension.class), context);
	}

	private static WebEndpointResponse<OperationResult> update(ConfigEndpointWebExtension endpoint, String toml,
			Long expectedVersion) {
		return endpoint.operate("door", "update", toml, null, null, expectedVersion, null, null);
	}

	private static String json(Object body) {
		return JsonMapper.builder().build().writeValueAsString(body);
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<Door> manager(AssertableApplicationContext context) {
		return (ConfigManager<Door>) context.getBean(ContextConfigManagers.class).managers().iterator().next();
	}

	/**
	 * What a test does with the endpoint.
	 */
	private interface Check {

		void run(ConfigEndpointWebExtension endpoint, AssertableApplicationContext context) throws Exception;

	}

	record Door(int port, @Default("10") int limit, @Default("none") String note, @Secret String secretNote,
			String apiKey) {

	}

}
