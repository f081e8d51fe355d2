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

package io.wolfprowler.config.internal.toml;

import io.wolfprowler.config.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TomlLocations}.
 */
class TomlLocationsTests {

	private static final String TEXT = """
			\uFEFFweb_port = 8080
			"\uD83D\uDE00" = 1
			dotted . key = 2
			inline = { x = 1, y = { z = 2 } }
			list = [1,
			  2, { k = 3 }]
			[table]
			  x = 1
			[table.inner]
			y = 2
			[[peers]]
			host = "one"
			[[peers]]
			host = "two"
			[peers.tls]
			on = true
			[implicit.table]
			x = 1
			""";

	private final TomlLocations locations = Edits.document(TEXT).locations();

	@ParameterizedTest
	@CsvSource({ "web_port, 1:1, 1:12", "\"\uD83D\uDE00\", 2:1, 2:7", "dotted.key, 3:1, 3:16", "inline, 4:1, 4:10",
			"inline.x, 4:12, 4:16", "inline.y.z, 4:25, 4:29", "list, 5:1, 5:8", "list[0], 5:9, 5:9",
			"list[1], 6:3, 6:3", "list[2].k, 6:8, 6:12", "table, 7:1, 7:1", "table.x, 8:3, 8:7",
			"table.inner.y, 10:1, 10:5", "peers[0].host, 12:1, 12:8", "peers[1], 13:1, 13:1",
			"peers[1].host, 14:1, 14:8", "peers[1].tls.on, 16:1, 16:6", "implicit.table.x, 18:1, 18:5" })
	void keysAndValuesHaveTheirPlaces(String key, String ofKey, String ofValue) {
		assertThat(place(this.locations.atKey(problem(key), KeyPath.parse(key)))).isEqualTo(ofKey);
		assertThat(place(this.locations.atValue(problem(key), KeyPath.parse(key)))).isEqualTo(ofValue);
	}

	@ParameterizedTest
	@CsvSource({ "none, 0:0", "none.x, 0:0", "none[3].x, 0:0", "table.none, 7:1", "table.inner.none.x, 9:1",
			"peers[0].port, 11:1", "inline.none, 4:10", "list[9], 5:8", "web_port.x, 1:12", "list.x, 5:8" })
	void missingKeyIsLocatedAtTheTableThatWouldContainIt(String key, String place) {
		assertThat(place(this.locations.atValue(problem(key), KeyPath.parse(key)))).isEqualTo(place);
	}

	@ParameterizedTest
	@CsvSource({ "web_port", "none", "peers[1].host" })
	void locationIsAllThatIsAdded(String key) {
		Problem placed = this.locations.atValue(problem(key), KeyPath.parse(key));

		assertThat(placed.at(0, 0)).isEqualTo(problem(key));
	}

	private static Problem problem(String key) {
		return Problem.invalid(key, "is wrong");
	}

	private static String place(Problem problem) {
		return problem.line() + ":" + problem.column();
	}

}
