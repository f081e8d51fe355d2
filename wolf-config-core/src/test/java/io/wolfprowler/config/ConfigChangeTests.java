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

package io.wolfprowler.config;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigChange}.
 */
class ConfigChangeTests {

	@Test
	void secretValuesAreMasked() {
		assertThat(new ConfigChange.Property("db.password", "old", "new", true))
			.hasToString("Property[key=db.password, oldValue=***, newValue=***]");
		assertThat(new ConfigChange.Property("db.password", null, "new", true))
			.hasToString("Property[key=db.password, oldValue=null, newValue=***]");
	}

	@Test
	void otherValuesAreShown() {
		assertThat(new ConfigChange.Property("db.pool", 5, null, false))
			.hasToString("Property[key=db.pool, oldValue=5, newValue=null]");
	}

	@Test
	void wholeConfigurationsAreNotShown() {
		record Vault(String password) {
		}

		assertThat(new ConfigChange.FullReload(new Vault("old"), new Vault("new"))).hasToString("FullReload[Vault]");
	}

}
