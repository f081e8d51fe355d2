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

import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for unknown keys and what {@link Suggestion} makes of them.
 */
class UnknownKeysTests {

	private final Schema<WolfConfig> schema = Schema.of(WolfConfig.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					web_prot = 1          | 1:1: unknown key `web_prot`; did you mean `web_port`?
					webPort = 1           | 1:1: unknown key `webPort`; did you mean `web_port`?
					web-port = 1          | 1:1: unknown key `web-port`; did you mean `web_port`?
					p2pport = 1           | 1:1: unknown key `p2pport`; did you mean `p2p_port`?
					crypt.x = 1           | 1:1: unknown key `crypt`; did you mean `crypto`?
					crypto.cipher = 1     | 1:1: unknown key `crypto.cipher`; known here: enable_metrics, enable_audit_logging, performance_optimization, cipher_suite, hash_function, security_level, memory_protection
					cipher_suite = 1      | 1:1: unknown key `cipher_suite`; `crypto.cipher_suite` belongs below [crypto]
					crypto.log_level = 1  | 1:1: unknown key `crypto.log_level`; `log_level` belongs above the first table
					something_else = 1    | 1:1: unknown key `something_else`; remove it
					"" = 1                | 1:1: unknown key `""`; remove it
					x = 1                 | 1:1: unknown key `x`; remove it
					"web port" = 1        | 1:1: unknown key `"web port"`; did you mean `web_port`?
					"a\\nb" = 1           | 1:1: unknown key `"a\\nb"`; remove it
					""")
	void unknownKeyIsNamedWithWhatWasMeant(String toml, String problem) {
		assertThat(Binding.problems(this.schema, toml)).containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			x = 1   | unknown key `x`; known here: id, at, name
			tls = 1 | unknown key `tls`; known here: id, at, name
			di = 1  | unknown key `di`; did you mean `id`?
			nmae = 1 | unknown key `nmae`; did you mean `name`?
			""")
	void shortNamesAreNotTakenForEachOther(String toml, String problem) {
		assertThat(Binding.problems(Schema.of(Short.class), toml)).containsExactly("1:1: " + problem);
	}

	@Test
	void unknownKeysDoNotKeepTheRestFromBinding() {
		BindResult<WolfConfig> bound = this.schema.bind(Binding.document("web_prot = 1\nmax_peers = 7").values());

		assertThat(bound.config().maxPeers()).isEqualTo(7);
		assertThat(bound.unknownKeys()).hasSize(1);
	}

	@Test
	void unknownKeysAreFoundInArraysAndMaps() {
		assertThat(Binding.problems(Schema.of(Nested.class), "[[list]]\nnmae = 1\n[map.x]\nnaem = 1")).containsExactly(
				"2:1: unknown key `list[0].nmae`; did you mean `name`?",
				"4:1: unknown key `map.x.naem`; did you mean `name`?");
	}

	@Test
	void valuesOfUnknownKeysAreNotShown() {
		assertThat(Binding.problems(this.schema, "passwrd = \"hunter2\"").toString()).doesNotContain("hunter2");
	}

	record Short(@Default("1") int id, @Default("1") int at, @Default("n") String name) {

	}

	record Nested(List<Short> list, Map<String, Short> map) {

	}

}
