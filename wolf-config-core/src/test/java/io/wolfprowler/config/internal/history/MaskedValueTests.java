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

package io.wolfprowler.config.internal.history;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link MaskedValue}: what is shown of a value, and what never is.
 */
class MaskedValueTests {

	private static final String CANARY = "tweet-tweet-7";

	static Stream<Arguments> plainValues() {
		return Stream.of(arguments(null, null), arguments(true, true), arguments(7, 7), arguments(1.5, 1.5),
				arguments("a", "a"), arguments(Double.NaN, "NaN"), arguments(Float.NEGATIVE_INFINITY, "-Infinity"),
				arguments(Duration.ofSeconds(5), "PT5S"), arguments(URI.create("http://a"), "http://a"),
				arguments(Thread.State.NEW, "NEW"), arguments(Optional.of(3), 3), arguments(Optional.empty(), null),
				arguments(List.of(1, "b", List.of(false)), List.of(1, "b", List.of(false))),
				arguments(Set.of(Optional.of(2)), List.of(2)),
				arguments(Arrays.asList(1, null), Arrays.asList(1, null)));
	}

	static Stream<Arguments> several() {
		Object inner = new Inner(CANARY);
		return Stream
			.of(inner, Map.of("password", CANARY), Map.of(), List.of(inner), List.of(List.of(Map.of(1, CANARY))),
					Optional.of(inner), List.of(Optional.of(inner)), new String[] { CANARY },
					List.of(1, new Object[] { inner }))
			.map((value) -> arguments(value));
	}

	@ParameterizedTest
	@MethodSource("plainValues")
	void showsPlainValues(@Nullable Object value, @Nullable Object shown) {
		assertThat(MaskedValue.of(value)).isEqualTo(shown);
	}

	@ParameterizedTest
	@MethodSource("several")
	void showsNothingOfWhatHoldsSeveralValues(Object value) {
		assertThat(MaskedValue.of(value)).isEqualTo("(several values)");
	}

	@ParameterizedTest
	@MethodSource("several")
	void showsNothingOfSecrets(Object value) {
		assertThat(MaskedValue.of(value, true)).isEqualTo("***");
		assertThat(MaskedValue.of(CANARY, true)).isEqualTo("***");
	}

	@Test
	void showsThatThereIsNoSecret() {
		assertThat(MaskedValue.of(null, true)).isNull();
		assertThat(MaskedValue.of(Optional.empty(), true)).isNull();
	}

	@Test
	void survivesTypesThatFailToShowThemselves() {
		assertThat(MaskedValue.of(new Unshowable())).isEqualTo("(java.lang.IllegalStateException)");
	}

	record Inner(String password) {

	}

	static class Unshowable {

		@Override
		public String toString() {
			throw new IllegalStateException(CANARY);
		}

	}

}
