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
import java.util.Map;
import java.util.Random;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.StubSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.PropertyPlaceholderHelper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that placeholders in TOML mean what they mean in properties of Spring.
 */
class PlaceholdersLikeSpringTests {

	private static final Map<String, String> NAMES = Map.of("A", "1", "b.c", "2", "key1", "deep", "E", "", "raw",
			"${A}");

	private ConfigManager<Text> manager;

	@BeforeEach
	void buildManager() {
		this.manager = ConfigManager.builder(Text.class)
			.source(new StubSource("text = 'before'"), Path.of("config.toml"))
			.placeholders(NAMES::get)
			.build();
	}

	@AfterEach
	void closeManager() {
		this.manager.close();
	}

	@Test
	void agreesWithSpringWhereverThatFindsNothingWrong() {
		PropertyPlaceholderHelper spring = new PropertyPlaceholderHelper("${", "}", ":", '\\', false);
		Random random = new Random(7);
		int resolved = 0;
		for (int i = 0; i < 20_000; i++) {
			String text = text(random);
			Object ours = resolved(text);
			if (ours != null && !text.contains("\\:") && everyOneHasAnEnd(text)) {
				assertThat(ours).as(text).isEqualTo(spring.replacePlaceholders(text, NAMES::get));
				resolved++;
			}
		}
		assertThat(resolved).isGreaterThan(4_000);
	}

	// Spring keeps the backslash before one without an end; a colon may be escaped there.
	private static boolean everyOneHasAnEnd(String text) {
		for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
			int open = 1;
			for (int i = at + 2; i < text.length() && open > 0; i++) {
				open += (text.charAt(i) == '{') ? 1 : (text.charAt(i) == '}') ? -1 : 0;
			}
			if (open > 0) {
				return false;
			}
		}
		return true;
	}

	private static String text(Random random) {
		String[] pieces = { "${", "$", "{", "}", ":", "\\", "A", "b.c", "-", "${A}", "${no:" };
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(9); i >= 0; i--) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

	private @Nullable Object resolved(String text) {
		ReloadResult result = this.manager.validate("text = '" + text + "'");
		return result.changes()
			.stream()
			.map(ConfigChange.Property.class::cast)
			.map(ConfigChange.Property::newValue)
			.findFirst()
			.orElse(null);
	}

	record Text(String text) {

	}

}
