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
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.jayway.jsonpath.JsonPath;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigProperties} and {@link PropertiesCustomizer}.
 */
class WolfConfigPropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WolfConfigAutoConfiguration.class));

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-                                               | limits.maxSize 4194304, limits.maxDepth 64
			-                                               | limits.maxKeys 200000, tomlVersion 1.1
			-                                               | watch.debounce PT0.5S, watch.maxWait PT5S
			-                                               | watch.pollInterval PT5S, watch.eager false
			-                                               | startMode STRICT, unknownKeys REJECT, allowEmpty false
			-                                               | slowCallback PT5S, security.filePermissions WARN
			-                                               | participantTimeout PT10S
			-                                               | probes.window PT30S, probes.interval PT1S
			-                                               | history.directory .wolf-config, history.required false
			-                                               | history.size 20
			wolf.config.start-mode=last-good                | startMode LAST_GOOD
			wolf.config.unknown-keys=ignore                 | unknownKeys IGNORE
			wolf.config.allow-empty=true                    | allowEmpty true
			wolf.config.max-size=16KB                       | limits.maxSize 16384
			wolf.config.max-depth=3                         | limits.maxDepth 3
			wolf.config.max-keys=7                          | limits.maxKeys 7
			wolf.config.toml-version=1.0                    | tomlVersion 1.0
			wolf.config.slow-callback=250ms                 | slowCallback PT0.25S
			wolf.config.hot-reload.debounce=50ms            | watch.debounce PT0.05S, watch.maxWait PT5S
			wolf.config.hot-reload.max-wait=1m              | watch.debounce PT0.5S, watch.maxWait PT1M
			wolf.config.hot-reload.poll-interval=30s        | watch.pollInterval PT30S
			wolf.config.hot-reload.eager=true               | watch.eager true
			wolf.config.participant-timeout=1m              | participantTimeout PT1M
			wolf.config.probe.window=1m                     | probes.window PT1M, probes.interval PT1S
			wolf.config.probe.interval=5s                   | probes.window PT30S, probes.interval PT5S
			wolf.config.history.size=3                      | history.size 3
			wolf.config.history.directory=/var/lib/node     | history.directory /var/lib/node
			wolf.config.history.required=true               | history.required true
			wolf.config.security.file-permissions=enforce   | security.filePermissions ENFORCE
			""")
	void setsUpEveryManager(String property, String settings) {
		this.context.withPropertyValues("wolf.config.type=none", (property != null) ? property : "unrelated=true")
			.run((context) -> assertThat(settingsMadeBy(context.getBean(PropertiesCustomizer.class)))
				.contains(settings.split(", ")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					unrelated=true                                | web_port = 8081              | starts
					unrelated=true                                | unknown = 1                  | unknown
					wolf.config.unknown-keys=warn                 | unknown = 1                  | starts
					unrelated=true                                | # nothing                    | is empty
					wolf.config.allow-empty=true                  | # nothing                    | starts
					wolf.config.max-size=10B                      | web_port = 8081              | 10 bytes
					wolf.config.max-depth=1                       | max_peers = [[1]]            | at most 1 level deep (max-depth)
					wolf.config.max-keys=1                        | crypto = { memory_protection = "Strict" } | 1:12: must have at most 1 keys (max-keys), found more
					wolf.config.max-keys=0                        | web_port = 8081              | wolf.config.max-keys must be at least 1, found 0
					wolf.config.toml-version=1.0                  | log_level = "\\x69nfo"      | 1:14: Invalid escape sequence
					wolf.config.toml-version=2                    | web_port = 8081              | wolf.config.toml-version must be 1.0 or 1.1, found 2
					wolf.config.hot-reload.max-wait=100ms         | web_port = 8081              | wolf.config.hot-reload.max-wait must be at least debounce (PT0.5S), found PT0.1S
					wolf.config.max-depth=0                       | web_port = 8081              | wolf.config.max-depth must be between 1 and 128, found 0
					wolf.config.history.size=0                    | web_port = 8081              | wolf.config.history.size must be at least 1, found 0
					wolf.config.participant-timeout=0s            | web_port = 8081              | wolf.config.participant-timeout must be more than zero
					wolf.config.probe.interval=0s                 | web_port = 8081              | wolf.config.probe.interval must be more than zero
					wolf.config.probe.window=500ms                | web_port = 8081              | wolf.config.probe.window must be at least interval (PT1S), found PT0.5S
					wolf.config.slow-callback=0s                  | web_port = 8081              | wolf.config.slow-callback must be more than zero
					wolf.config.start-mode=lenient                | web_port = 8081              | wolf.config.start-mode
					""")
	void reachesItsEffect(String property, String toml, String effect) {
		Path file = new ConfigFiles(this.directory).write("config.toml", toml + "\n");

		this.context.withPropertyValues("wolf.config.path=" + file, property).run((context) -> {
			if (effect.equals("starts")) {
				assertThat(context).hasNotFailed();
			}
			else {
				assertThat(context).getFailure().hasStackTraceContaining(effect);
			}
		});
	}

	@Test
	void canKeepTheFileUnwatched() {
		Path file = new ConfigFiles(this.directory).write("config.toml", "web_port = 8081\n");

		this.context.withPropertyValues("wolf.config.path=" + file, "wolf.config.hot-reload.enabled=false")
			.run((context) -> assertThat(context.getBean(ConfigManager.class).isHotReloadEnabled()).isFalse());
	}

	@Test
	void startsOnTheLastGoodContentWhenAsked() {
		ConfigFiles files = new ConfigFiles(this.directory);
		ApplicationContextRunner lastGood = this.context.withPropertyValues("wolf.config.start-mode=last-good",
				"wolf.config.path=" + files.write("config.toml", "web_port = 8081\n"));
		lastGood.run((context) -> assertThat(context).hasNotFailed());
		files.write("config.toml", "web_port = 70000\n");

		lastGood.run((context) -> {
			WolfConfig config = (WolfConfig) context.getBean(ConfigManager.class).getConfig();
			assertThat(config.webPort()).isEqualTo(8081);
		});
		this.context.withPropertyValues("wolf.config.path=" + files.path("config.toml"))
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void keepsTheHistoryBesideTheFile() {
		ConfigFiles files = new ConfigFiles(this.directory);
		Path file = files.write("config.toml", "web_port = 8081\n");

		this.context.withPropertyValues("wolf.config.path=" + file).run((context) -> context.close());

		assertThat(this.directory.resolve(".wolf-config")).isDirectoryContaining("glob:**config.toml.000001.start.*");
	}

	@Test
	void canKeepTheHistoryInMemoryOnly() {
		Path file = new ConfigFiles(this.directory).write("config.toml", "web_port = 8081\n");

		this.context.withPropertyValues("wolf.config.path=" + file, "wolf.config.history.directory=")
			.run((context) -> context.close());

		assertThat(this.directory.resolve(".wolf-config")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			wolf.config.allow-empty               | false
			wolf.config.audit.log                 | false
			wolf.config.enabled                   | true
			wolf.config.history.directory         | .wolf-config
			wolf.config.history.required          | false
			wolf.config.history.size              | 20
			wolf.config.hot-reload.debounce       | 500ms
			wolf.config.hot-reload.eager          | false
			wolf.config.hot-reload.enabled        | true
			wolf.config.hot-reload.max-wait       | 5s
			wolf.config.hot-reload.poll-interval  | 5s
			wolf.config.max-depth                 | 64
			wolf.config.max-keys                  | 200000
			wolf.config.max-size                  | 4MB
			wolf.config.participant-timeout       | 10s
			wolf.config.path                      | config.toml
			wolf.config.probe.interval            | 1s
			wolf.config.probe.window              | 30s
			wolf.config.security.file-permissions | warn
			wolf.config.slow-callback             | 5s
			wolf.config.start-mode                | strict
			wolf.config.toml-version              | 1.1
			wolf.config.type                      | io.wolfprowler.config.wolf.WolfConfig
			wolf.config.unknown-keys              | reject
			""")
	void tellsEditorsTheDefault(String name, String defaultValue) throws IOException {
		assertThat(metadata()).filteredOn((property) -> property.get("name").equals(name))
			.extracting((property) -> String.valueOf(property.get("defaultValue")))
			.containsExactly(defaultValue);
	}

	@Test
	void describesEveryProperty() throws IOException {
		assertThat(metadata()).isNotEmpty()
			.extracting((property) -> String.valueOf(property.get("description")))
			.allSatisfy((description) -> assertThat(description).endsWith(".").doesNotMatch("^(The|A|An) .*"));
		assertThat(metadata()).filteredOn((property) -> property.get("type").equals("java.lang.Boolean"))
			.extracting((property) -> String.valueOf(property.get("description")))
			.allMatch((description) -> description.startsWith("Whether "));
	}

	private static List<String> settingsMadeBy(PropertiesCustomizer customizer) {
		List<String> settings = new ArrayList<>();
		@SuppressWarnings("unchecked")
		ConfigManagerBuilder<WolfConfig> builder = (ConfigManagerBuilder<WolfConfig>) recorder(
				ConfigManagerBuilder.class, "", settings);
		customizer.customize(builder, "wolf", WolfConfig.class);
		return settings;
	}

	/**
	 * Return an object that records each setting, and those of a group below its name.
	 */
	private static Object recorder(Class<?> type, String prefix, List<String> settings) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			String name = prefix + method.getName();
			if (arguments[0] instanceof Consumer<?> group) {
				Class<?> options = ResolvableType.forMethodParameter(method, 0).getGeneric().toClass();
				customize(group, recorder(options, name + ".", settings));
			}
			else {
				settings.add(name + " " + arguments[0]);
			}
			return proxy;
		});
	}

	@SuppressWarnings("unchecked")
	private static <G> void customize(Consumer<?> group, G options) {
		((Consumer<G>) group).accept(options);
	}

	private static List<Map<String, Object>> metadata() throws IOException {
		URL starter = WolfConfigProperties.class.getProtectionDomain().getCodeSource().getLocation();
		try (InputStream json = new URL(starter, "META-INF/spring-configuration-metadata.json").openStream()) {
			return JsonPath.read(json, "$.properties");
		}
	}

}
