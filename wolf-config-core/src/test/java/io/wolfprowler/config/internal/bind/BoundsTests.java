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
import java.util.Optional;

import io.wolfprowler.config.Bounds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Bounds} on what holds integers.
 */
class BoundsTests {

	private final Schema<Ports> schema = Schema.of(Ports.class);

	@Test
	void boundsAreInclusive() {
		assertThat(Binding.config(this.schema, "all = [1, 9]\nother = 9"))
			.isEqualTo(new Ports(List.of(1, 9), Optional.of(9)));
	}

	@Test
	void everyIntegerOfCollectionAndOptionalIsBound() {
		assertThat(Binding.problems(this.schema, "all = [0, 5, 10]\nother = 10")).containsExactly(
				"1:8: all[0] must be between 1 and 9, found 0", "1:14: all[2] must be between 1 and 9, found 10",
				"2:9: other must be between 1 and 9, found 10");
	}

	record Ports(@Bounds(min = 1, max = 9) List<Integer> all, @Bounds(min = 1, max = 9) Optional<Integer> other) {

	}

}
