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

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.fixtures.ExampleChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigChangeEvent}.
 */
class ConfigChangeEventTests {

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#ofOneKey")
	void showsEveryVariantAndSecretValuesOfNone(ConfigChange change) {
		ExampleChanges.assertShown(change, event(change).toString());
	}

	@Test
	void showsNoConfigurations() {
		assertThat(event(new ConfigChange.FullReload("tweet-before-7", "tweet-after-7")))
			.hasToString("ConfigChangeEvent[manager=wolf, change=FullReload[String]]");
	}

	private ConfigChangeEvent<ConfigChange> event(ConfigChange change) {
		return new ConfigChangeEvent<>(this, "wolf", change);
	}

}
