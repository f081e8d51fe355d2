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
import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ContextConfigManagers}.
 */
class ContextConfigManagersTests {

	@TempDir
	Path directory;

	private final List<String> customized = new ArrayList<>();

	private Path file;

	@BeforeEach
	void writeFile() {
		this.file = LiveContext.write(this.directory.resolve("config.toml"), "web_port = 8080\nextra = 1\n");
	}

	@Test
	void customizesEveryManagerInOrderAndBeforeTheCaller() {
		try (ContextConfigManagers managers = managers(new Customizer("first", UnknownKeys.REJECT),
				new Customizer("second", UnknownKeys.WARN))) {

			managers.create("wolf", WolfConfig.class, this.file);
			assertThatExceptionOfType(ConfigLoadException.class)
				.isThrownBy(() -> managers.builder("strict", WolfConfig.class)
					.unknownKeys(UnknownKeys.REJECT)
					.file(this.file)
					.build())
				.withMessageContaining("extra");

			assertThat(this.customized).containsExactly("first wolf WolfConfig", "second wolf WolfConfig",
					"first strict WolfConfig", "second strict WolfConfig");
			assertThat(managers.managers()).extracting(ConfigManager::name).containsExactly("wolf");
		}
	}

	@Test
	void refusesASecondManagerOfTheSameName() {
		try (ContextConfigManagers managers = managers(new Customizer("any", UnknownKeys.IGNORE))) {
			ConfigManager<WolfConfig> first = managers.create("wolf", WolfConfig.class, this.file);
			List<ConfigManager<?>> heard = new ArrayList<>();
			managers.forEach(heard::add);

			assertThatIllegalStateException().isThrownBy(() -> managers.create("wolf", CryptoConfig.class, this.file))
				.withMessage("There are two configuration managers with the name 'wolf'; give each a name of its own");

			assertThat(managers.managers()).isEqualTo(List.of(first));
			assertThat(heard).isEqualTo(List.of(first));
			first.enableHotReload();
			assertThat(first.isHotReloadEnabled()).isTrue();
		}
	}

	@Test
	void canUseANameAgainAfterAFailedStart() {
		try (ContextConfigManagers managers = managers(new Customizer("any", UnknownKeys.IGNORE))) {
			assertThatExceptionOfType(ConfigLoadException.class)
				.isThrownBy(() -> managers.create("wolf", WolfConfig.class, this.directory.resolve("absent.toml")));

			assertThat(managers.create("wolf", WolfConfig.class, this.file).getConfig().webPort()).isEqualTo(8080);
		}
	}

	@Test
	void forgetsAManagerThatIsClosed() {
		try (ContextConfigManagers managers = managers(new Customizer("any", UnknownKeys.IGNORE))) {
			managers.create("tenant", WolfConfig.class, this.file).close();

			assertThat(managers.managers()).isEmpty();
			assertThat(managers.create("tenant", WolfConfig.class, this.file).getConfig().webPort()).isEqualTo(8080);
		}
	}

	@Test
	void closesAllItHasMade() {
		ContextConfigManagers managers = managers(new Customizer("any", UnknownKeys.IGNORE));
		List<ConfigManager<WolfConfig>> made = List.of(managers.create("one", WolfConfig.class, this.file),
				managers.create("two", WolfConfig.class, this.file));

		managers.close();

		assertThat(made).allSatisfy((manager) -> {
			assertThatIllegalStateException().isThrownBy(manager::reload)
				.withMessage("The configuration manager '" + manager.name() + "' is closed");
			assertThat(manager.getConfig().webPort()).isEqualTo(8080);
		});
	}

	private ContextConfigManagers managers(Customizer... customizers) {
		return new ContextConfigManagers(new GenericApplicationContext(), List.of(customizers));
	}

	private final class Customizer implements ConfigManagerCustomizer {

		private final String id;

		private final UnknownKeys unknownKeys;

		private Customizer(String id, UnknownKeys unknownKeys) {
			this.id = id;
			this.unknownKeys = unknownKeys;
		}

		@Override
		public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
			ContextConfigManagersTests.this.customized.add(this.id + " " + name + " " + type.getSimpleName());
			builder.unknownKeys(this.unknownKeys);
		}

	}

}
