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

package io.wolfprowler.config.wolf;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.bind.TypeRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigRules}.
 */
class WolfConfigRulesTests {

	private final WolfConfigRules rules = new WolfConfigRules();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                                | []
					web_port = 0                      | []
					web_port = 0;p2p_port = 0         | []
					web_port = 1;p2p_port = 2         | []
					p2p_port = 8080                   | [p2p_port must differ from web_port, found 8080 for both; 0 takes any free port]
					web_port = 1;p2p_port = 1         | [p2p_port must differ from web_port, found 1 for both; 0 takes any free port]
					state_file = ""                   | [state_file must name a file while save_state is true, found ""]
					state_file = "  "                 | [state_file must name a file while save_state is true, found "  "]
					state_file = "";save_state = false | []
					log_level = "trace"               | []
					log_level = "debug"               | []
					log_level = "warn"                | []
					log_level = "error"               | []
					log_level = "off"                 | []
					log_level = "INFO"                | []
					log_level = "verbose"             | [log_level must be one of trace, debug, info, warn, error, off, found "verbose"]
					log_level = ""                    | [log_level must be one of trace, debug, info, warn, error, off, found ""]
					p2p_port = 8080;log_level = "x";state_file = "" | [p2p_port must differ from web_port, found 8080 for both; 0 takes any free port, state_file must name a file while save_state is true, found "", log_level must be one of trace, debug, info, warn, error, off, found "x"]
					""")
	void rulesNameTheKeyAndTheRemedy(String toml, String messages) {
		WolfConfig config = WolfConfigTests.bound(toml.replace(';', '\n'));

		assertThat(this.rules.validate(config).stream().map(Problem::message).toList()).hasToString(messages);
	}

	@ParameterizedTest
	@CsvSource({ "29, 30, false", "30, 30, true", "31, 30, true", "1, 86400, false" })
	void heartbeatThatIsNotMoreFrequentThanDiscoveryWarns(int heartbeat, int discovery, boolean warns) {
		WolfConfig config = WolfConfigTests.bound("")
			.with((builder) -> builder.heartbeatIntervalSecs(heartbeat).discoveryIntervalSecs(discovery));

		assertThat(this.rules.validate(config)).isEmpty();
		assertThat(this.rules.warnings(config)).hasSize(warns ? 1 : 0)
			.allSatisfy((warning) -> assertThat(warning)
				.isEqualTo(Problem.invalid("heartbeat_interval_secs", "should be less than discovery_interval_secs ("
						+ discovery + "), found " + heartbeat + "; peers may be considered lost")));
	}

	@Test
	void typeDeclaresItsRulesAndChanges() {
		TypeRules<WolfConfig> declared = TypeRules.of(WolfConfig.class);

		assertThat(declared.validators()).hasOnlyElementsOfType(WolfConfigRules.class).hasSize(1);
		assertThat(declared.changes()).isInstanceOf(WolfConfigChanges.class);
	}

}
