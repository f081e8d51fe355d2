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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.TomlKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the mistakes a developer can make in a configuration type.
 */
class SchemaMistakesTests {

	static Stream<Arguments> mistakes() {
		return Stream.of(arguments(String.class, "java.lang.String is not a record; a configuration type must be one"),
				arguments(Runner.class, "The type java.lang.Runnable of Runner.runner can't be read from TOML"),
				arguments(Numbers.class, "The type int[] of Numbers.numbers can't be read from TOML"),
				arguments(Raw.class, "The type java.util.List of Raw.list can't be read from TOML"),
				arguments(Generic.class, "The type T of Generic.value can't be read from TOML"),
				arguments(Maybe.class, "The type java.util.OptionalInt of Maybe.maybe can't be read from TOML"),
				arguments(Deep.class, "The type java.lang.Runnable of Runner.runner can't be read from TOML"),
				arguments(Twice.class, "Two components of " + Twice.class.getName() + " have the key 'web_port'"),
				arguments(UpsideDown.class, "@Bounds of UpsideDown.number allow no number: min is 5, max is 1"),
				arguments(BeyondItsType.class,
						"@Bounds of BeyondItsType.number allow no number: min is 200, max is 300"),
				arguments(Words.class, "@Default of Words.number must be an integer, found many"),
				arguments(Several.class, "@Default of Several.number must be an integer, found 1, 2"),
				arguments(TooLarge.class, "@Default of TooLarge.number must be an integer from -128 to 127, found 300"),
				arguments(OutOfRange.class, "@Default of OutOfRange.number must be an integer from 1 to 10, found 11"),
				arguments(Table.class, "@Default of Table.map must be a table"),
				arguments(Ranged.class, "@Bounds of Ranged.text needs an integer type"),
				arguments(Endless.class, Endless.class.getName() + " contains itself without end"),
				arguments(Ping.class, Ping.class.getName() + " contains itself without end"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistakeIsNamedWithItsPlace(Class<?> type, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(type)).withMessageStartingWith(message);
	}

	@Test
	void constructorThatThrowsIsProblem() {
		assertThat(Binding.problems(Schema.of(Checked.class), "list = [{ from = 2, to = 1 }, { from = 1, to = 2 }]"))
			.containsExactly("1:9: list[0] is not valid: from must be before to");
		assertThat(Binding.problems(Schema.of(Broken.class), "x = 1"))
			.containsExactly("is not valid: UnsupportedOperationException");
	}

	@Test
	void secondDeclarationOfRecordIsTheSameShape() {
		Schema<Pair> pair = Schema.of(Pair.class);

		assertThat(Binding.config(pair, "one.from = 1\none.to = 2\ntwo.from = 3\ntwo.to = 4"))
			.isEqualTo(new Pair(new Span(1, 2), new Span(3, 4)));
	}

	record Runner(Runnable runner) {

	}

	record Numbers(int[] numbers) {

	}

	@SuppressWarnings("rawtypes")
	record Raw(List list) {

	}

	record Generic<T>(T value) {

	}

	record Maybe(OptionalInt maybe) {

	}

	record Deep(Map<String, List<Optional<Runner>>> deep) {

	}

	record Twice(int webPort, @TomlKey("web_port") int other) {

	}

	record Words(@Default("many") int number) {

	}

	record Several(@Default( {
			"1", "2" }) int number){

	}

	record TooLarge(@Default("300") byte number) {

	}

	record UpsideDown(@Bounds(min = 5, max = 1) int number) {

	}

	record BeyondItsType(@Bounds(min = 200, max = 300) List<Byte> number) {

	}

	record OutOfRange(@Default("11") @Bounds(min = 1, max = 10) int number) {

	}

	record Table(@Default("x") Map<String, String> map) {

	}

	record Ranged(@Bounds(min = 1) String text) {

	}

	record Endless(Endless inner) {

	}

	record Ping(Pong pong) {

	}

	record Pong(Ping ping) {

	}

	record Checked(List<Span> list) {

	}

	record Pair(Span one, Span two) {

	}

	record Span(int from, int to) {

		Span {
			if (from >= to) {
				throw new IllegalArgumentException("from must be before to");
			}
		}

	}

	record Broken(int x) {

		Broken {
			throw new UnsupportedOperationException();
		}

	}

}
