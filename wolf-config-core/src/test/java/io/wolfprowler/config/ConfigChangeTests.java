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

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.ExampleChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigChange}.
 */
class ConfigChangeTests {

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#ofOneKey")
	void everyVariantShowsItsKeyAndItsValuesUnlessTheyAreSecret(ConfigChange change) {
		ExampleChanges.assertShown(change, change.toString());
	}

	@Test
	void onlyAPortIsNeverSecretAndOnlyTheWholeAlwaysIs() {
		assertThat(ExampleChanges.all()).hasSize(2 * ConfigChange.class.getPermittedSubclasses().length - 2);
		assertThat(variants(true)).containsExactly("P2PNetwork", "Application", "Crypto", "Property", "FullReload");
		assertThat(variants(false)).containsExactly("WebServer", "P2PNetwork", "Application", "Crypto", "Property");
	}

	@Test
	void keysAreWhole() {
		assertThat(ExampleChanges.all().filter((change) -> !change.secret() || change.key().isEmpty()))
			.extracting(ConfigChange::key)
			.containsExactly("web_port", "some_key", "some_key", "crypto.some_key", "some_key", "");
	}

	@Test
	void variantsOfThreeArgumentsMayBeShown() {
		assertThat(Stream.of(new ConfigChange.P2PNetwork("f", 1, 2), new ConfigChange.Application("f", 1, 2),
				new ConfigChange.Crypto("f", 1, 2)))
			.containsExactly(new ConfigChange.P2PNetwork("f", 1, 2, false),
					new ConfigChange.Application("f", 1, 2, false), new ConfigChange.Crypto("f", 1, 2, false));
	}

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
		assertThat(new ConfigChange.WebServer(8080, 9090))
			.hasToString("WebServer[key=web_port, oldValue=8080, newValue=9090]");
	}

	@Test
	void wholeConfigurationsAreNotShown() {
		record Vault(String password) {
		}

		Vault before = new Vault("old");
		Vault after = new Vault("new");
		assertThat(new ConfigChange.FullReload(before, after)).hasToString("FullReload[Vault]")
			.returns(before, ConfigChange::oldValue)
			.returns(after, ConfigChange::newValue);
	}

	@ParameterizedTest
	@MethodSource("io.wolfprowler.config.fixtures.ExampleChanges#all")
	void jsonHasTheComponentsAndNothingElse(ConfigChange change) {
		JsonNode json = new JsonMapper().valueToTree(change);

		assertThat(json.propertyNames()).containsExactlyElementsOf(
				Stream.of(change.getClass().getRecordComponents()).map(RecordComponent::getName).toList());
	}

	private static Stream<String> variants(boolean secret) {
		return ExampleChanges.all()
			.filter((change) -> change.secret() == secret)
			.map((change) -> change.getClass().getSimpleName());
	}

}
