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

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.TomlKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Schema#bind}: tables, arrays, defaults, and all problems at once.
 */
class SchemaBindTests {

	private final Schema<Gateway> schema = Schema.of(Gateway.class);

	@Test
	void bindsTablesArraysAndMaps() {
		Gateway gateway = Binding.config(this.schema, """
				name = "edge"
				listenPort = 8443
				timeout = "2s"
				tags = ["b", "a", "b"]
				note = "hi"
				[tls]
				cert = "c.pem"
				protocols = ["a", "b"]
				[[upstreams]]
				host = "one"
				[[upstreams]]
				host = "two"
				weight = 5
				[routes."/a.b"]
				host = "three"
				[limits]
				MONDAY = 1
				[extra]
				any = { deep = [1, "x"] }
				""");

		assertThat(gateway).isEqualTo(new Gateway("edge", 8443, Duration.ofSeconds(2), Set.of("a", "b"), "hi",
				Optional.of(new Tls("c.pem", List.of("a", "b"))),
				List.of(new Upstream("one", 1), new Upstream("two", 5)), Map.of("/a.b", new Upstream("three", 1)),
				Map.of(DayOfWeek.MONDAY, 1), Map.of("any", Map.of("deep", List.of(1L, "x")))));
	}

	@Test
	void missingKeysTakeTheirDefaults() {
		assertThat(Binding.config(this.schema, "name = \"edge\""))
			.isEqualTo(new Gateway("edge", 8080, Duration.ofMillis(500), Set.of("x", "y"), null, Optional.empty(),
					List.of(), Map.of(), Map.of(), Map.of()));
	}

	@Test
	void missingTableIsBoundFromItsOwnDefaults() {
		Schema<Outer> outer = Schema.of(Outer.class);

		assertThat(Binding.config(outer, "")).isEqualTo(new Outer(new Inner(7)));
		assertThat(Binding.config(outer, "[inner]")).isEqualTo(new Outer(new Inner(7)));
	}

	@Test
	void missingKeysOfMissingTableAreNamed() {
		assertThat(Binding.problems(Schema.of(Strict.class), "")).containsExactly("upstream.host is required");
		assertThat(Binding.problems(Schema.of(Strict.class), "\n[upstream]\n"))
			.containsExactly("2:1: upstream.host is required");
	}

	@Test
	void orderOfListsAndSetsIsThatOfTheText() {
		Gateway gateway = Binding.config(this.schema,
				"name = \"edge\"\ntags = [\"z\", \"a\", \"m\"]\n[extra]\nz = 1\na = 2");

		assertThat(gateway.tags()).containsExactly("z", "a", "m");
		assertThat(gateway.extra().keySet()).containsExactly("z", "a");
	}

	@Test
	void collectionsCanNotBeChanged() {
		Gateway gateway = Binding.config(this.schema, "name = \"edge\"\ntags = [\"a\"]\n[[upstreams]]\nhost = \"h\"\n"
				+ "[limits]\nMONDAY = 1\n[extra]\na = { b = 1 }");

		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> gateway.tags().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> gateway.upstreams().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> gateway.limits().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((Map<?, ?>) gateway.extra().get("a")).clear());
	}

	@Test
	void allProblemsAreReportedAtOnceAtTheirPlaces() {
		assertThat(Binding.problems(this.schema, """
				listenPort = "8443"
				timeout = 5
				tags = ["a", 1, true]
				tls = "on"
				note = 1
				limits = { MOONDAY = 1, SUNDAY = "x" }
				routes = { "/a" = { hots = "x" }, "/b" = 1 }
				[[upstreams]]
				host = "one"
				weight = 0
				[[upstreams]]
				weight = 1001
				""")).containsExactly("name is required", "1:14: listenPort must be an integer, found \"8443\"",
				"2:11: timeout must be a duration like \"500ms\", \"5s\" or \"1h30m\", found 5",
				"3:14: tags[1] must be a string, found 1", "3:17: tags[2] must be a string, found true",
				"5:8: note must be a string, found 1", "4:7: tls must be a table, found \"on\"",
				"10:10: upstreams[0].weight must be between 1 and 1000, found 0", "11:1: upstreams[1].host is required",
				"12:10: upstreams[1].weight must be between 1 and 1000, found 1001",
				"7:19: routes.\"/a\".host is required", "7:42: routes.\"/b\" must be a table, found 1",
				"6:22: limits.MOONDAY must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY,"
						+ " found \"MOONDAY\"",
				"6:34: limits.SUNDAY must be an integer, found \"x\"",
				"7:21: unknown key `routes.\"/a\".hots`; did you mean `host`?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			tags = "a"          | 2:8: tags must be an array, found "a"
			tags = { a = 1 }    | 2:8: tags must be an array, found a table
			upstreams = {}      | 2:13: upstreams must be an array, found a table
			upstreams = ["a"]   | 2:14: upstreams[0] must be a table, found "a"
			limits = []         | 2:10: limits must be a table, found an array
			extra = 1           | 2:9: extra must be a table, found 1
			""")
	void valueOfAnotherTypeIsRejected(String toml, String problem) {
		assertThat(Binding.problems(this.schema, "name = \"edge\"\n" + toml)).containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "-1, false", "65535, true", "65536, false" })
	void boundsAreInclusive(long port, boolean valid) {
		BindResult<Gateway> bound = this.schema.bind(Binding.document("name = \"n\"\nlistenPort = " + port).values());

		assertThat(bound.config() != null).isEqualTo(valid);
	}

	@Test
	void equalNamesOfAMapAreRejected() {
		assertThat(Binding.problems(Schema.of(Levels.class), "[names]\n1 = \"one\"\n01 = \"first\""))
			.containsExactly("3:6: names.01 means the same as another key of its table");
		assertThat(Binding.config(Schema.of(Levels.class), "[names]\n1 = \"x\"\n2 = \"x\"").names()).hasSize(2);
	}

	@Test
	void recordMayContainItself() {
		Schema<Node> nodes = Schema.of(Node.class);

		assertThat(Binding.config(nodes,
				"name = \"a\"\nnext.name = \"b\"\n[[children]]\nname = \"c\"\n"
						+ "[[children.children]]\nname = \"d\""))
			.isEqualTo(new Node("a", Optional.of(new Node("b", Optional.empty(), List.of())),
					List.of(new Node("c", Optional.empty(), List.of(new Node("d", Optional.empty(), List.of()))))));
		assertThat(Binding.problems(nodes, "name = \"a\"\n[[children]]\n[[children.children]]\nname = 1"))
			.containsExactly("2:1: children[0].name is required",
					"4:8: children[0].children[0].name must be a string, found 1");
	}

	record Gateway(String name, @TomlKey("listenPort") @Default("8080") @Bounds(min = 0, max = 65535) int port,
			@Default("500ms") Duration timeout, @Default( {
					"x", "y" }) Set<String> tags,
			@Nullable String note, Optional<Tls> tls, List<Upstream> upstreams, Map<String, Upstream> routes,
			Map<DayOfWeek, Integer> limits, Map<String, Object> extra){

	}

	record Tls(String cert, List<String> protocols) {

	}

	record Upstream(String host, @Default("1") @Bounds(min = 1, max = 1000) int weight) {

	}

	record Outer(Inner inner) {

	}

	record Inner(@Default("7") int number) {

	}

	record Strict(Upstream upstream) {

	}

	record Levels(Map<Integer, String> names) {

	}

	record Node(String name, Optional<Node> next, List<Node> children) {

	}

}
