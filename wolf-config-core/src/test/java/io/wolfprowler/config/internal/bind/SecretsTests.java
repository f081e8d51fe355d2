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

package io.wolfprowler.config.internal.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.internal.toml.KeyPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no problem shows a secret.
 */
class SecretsTests {

	private static final String CANARY = "canary-4711";

	private final Schema<Vault> schema = Schema.of(Vault.class);

	@ParameterizedTest
	@ValueSource(strings = { "pin = 'CANARY'", "password = ['CANARY']", "password = { a = 'CANARY' }",
			"code = 'CANARY'", "codes = 'CANARY'", "codes = ['CANARY']", "codes = [1, 'CANARY']", "login = 'CANARY'",
			"login.token = ['CANARY']", "logins = [{ token = ['CANARY'] }]", "logins = ['CANARY']",
			"by_name.x.token = ['CANARY']", "by_name.x = 'CANARY'", "maybe = 'CANARY'", "plain.password = ['CANARY']",
			"plain.dbPassword = ['CANARY']", "plain.'api.key' = ['CANARY']", "free.password = 'CANARY'\npin = true",
			"unknown = 'CANARY'", "login.unknown = 'CANARY'", "login.token = 'CANARY'", "pattern_key = '(CANARY'",
			"level_token = 'CANARY'" })
	void problemsDoNotShowSecrets(String toml) {
		List<String> problems = Binding.problems(this.schema, toml.replace("CANARY", CANARY));

		assertThat(problems).isNotEmpty();
		assertThat(problems.toString()).doesNotContain(CANARY);
	}

	@Test
	void valueIsMaskedNotTheRestOfTheProblem() {
		assertThat(Binding.problems(this.schema, "pin = '" + CANARY + "'"))
			.containsExactly("1:7: pin must be an integer, found ***");
	}

	@Test
	void secretsInTheMessageOfConstructorAreMasked() {
		assertThat(Binding.problems(Schema.of(Picky.class), "name = 'n'\npassword = '" + CANARY + "'"))
			.containsExactly("is not valid: the password *** of n is too short");
	}

	@ParameterizedTest
	@CsvSource({ "pin, true", "password, true", "code, true", "codes, true", "codes[0], true", "login, true",
			"login.token, true", "login.user, false", "logins, true", "logins[3].user, false", "logins[3].token, true",
			"by_name, true", "by_name.x.user, false", "by_name.x.token, true", "maybe, true", "public_name, false",
			"plain.level, false", "plain.password, true", "plain.dbPassword, true", "plain.apiKey, true",
			"plain.monkey, false", "free.a.b.token, true", "free.a.b, false", "none, false" })
	void secretsAreKnownByKey(String key, boolean secret) {
		assertThat(this.schema.isSecret(KeyPath.parse(key))).isEqualTo(secret);
	}

	@Test
	void secretsAreFoundInsideFreeFormValues() {
		Vault before = Binding.config(this.schema, "[free.db]\nuser = 'u'\n[free.db.inner]\ntoken = 'a'");
		Vault after = Binding.config(this.schema, "[free.db]\nuser = 'u'\n[free.db.inner]\ntoken = 'b'");

		assertThat(shown(before, after)).isEqualTo("free.db=***");
	}

	@Test
	void addedFreeFormTablesDoNotShowTheirSecrets() {
		Vault before = Binding.config(this.schema, "");
		Vault after = Binding.config(this.schema, "[free]\ndb.password = '" + CANARY
				+ "'\nlevel = 3\n[plain]\npassword = '" + CANARY + "'\n[nested.db]\npassword = '" + CANARY + "'");

		assertThat(shown(before, after)).isEqualTo("plain.password=***\nfree.db=***\nfree.level=3\nnested.db=***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[[boxes]]\nlabels.password = 'CANARY'", "[lid]\nlabels.password = 'CANARY'",
			"[[boxes]]\nany = [{ token = 'CANARY' }]" })
	void freeFormValuesWithinAnythingDoNotShowTheirSecrets(String toml) {
		Schema<Boxes> boxes = Schema.of(Boxes.class);
		Boxes before = Binding.config(boxes, "");
		Boxes after = Binding.config(boxes, toml.replace("CANARY", CANARY));

		assertThat(boxes.compare(before, after).values()).isNotEmpty()
			.allSatisfy((difference) -> assertThat(boxes.isSecret(difference)).isTrue());
	}

	@Test
	void valuesWithoutAnySecretAreShown() {
		Schema<Boxes> boxes = Schema.of(Boxes.class);
		Boxes before = Binding.config(boxes, "");
		Boxes after = Binding.config(boxes, "[[boxes]]\nlabels.level = '3'\n[lid]\nany = 'x'");

		assertThat(boxes.compare(before, after).values()).isNotEmpty()
			.noneSatisfy((difference) -> assertThat(boxes.isSecret(difference)).isTrue());
	}

	// As the engine does: the values of a difference are shown unless they are secret.
	private String shown(Vault before, Vault after) {
		List<String> lines = new ArrayList<>();
		this.schema.compare(before, after)
			.values()
			.forEach((difference) -> lines
				.add(difference.key() + "=" + (this.schema.isSecret(difference) ? "***" : difference.newValue())));
		return String.join("\n", lines);
	}

	record Vault(@Secret @Default("0") int pin, @Default("p") String password, @Secret @Default("0") int code,
			@Secret List<Integer> codes, Optional<Login> login, List<Login> logins, Map<String, Login> byName,
			Optional<Login> maybe, @Default("n") String publicName, Map<String, String> plain, Map<String, Object> free,
			Map<String, Map<String, String>> nested, Optional<Pattern> patternKey, Optional<Thread.State> levelToken) {

	}

	record Boxes(List<Box> boxes, Optional<Box> lid) {

	}

	record Box(Map<String, String> labels, Optional<Object> any) {

	}

	record Login(String user, String token) {

	}

	record Picky(String name, String password) {

		Picky {
			throw new IllegalArgumentException("the password " + password + " of " + name + " is too short");
		}

	}

}
