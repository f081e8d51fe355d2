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

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Table}.
 */
class TableTests {

	private final Table table = new Table(new LinkedHashMap<>(Map.of("a", 1L)));

	@Test
	void isTheMapOfItsEntries() {
		assertThat(this.table).isEqualTo(Map.of("a", 1L)).hasSize(1).containsEntry("a", 1L).doesNotContainKey("b");
		assertThat(this.table.hashCode()).isEqualTo(Map.of("a", 1L).hashCode());
		assertThat(this.table).hasToString("{a=1}");
	}

	@Test
	void canNotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> this.table.put("b", 2L));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> this.table.remove("a"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(this.table::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.table.entrySet().iterator().next().setValue(2L));
	}

	@Test
	void remembersWhatTheLastReaderHasMadeOfIt() {
		Table.remember(this.table, "one", 1);

		assertThat(Table.recall(this.table, "one")).isEqualTo(1);
		assertThat(Table.recall(this.table, "other")).isNull();

		Table.remember(this.table, "other", 2);

		assertThat(Table.recall(this.table, "one")).isNull();
	}

	@Test
	void remembersNothingForOtherValues() {
		Table.remember("text", "reader", 1);
		Table.remember(Table.EMPTY, "reader", 1);

		assertThat(Table.recall("text", "reader")).isNull();
		assertThat(Table.recall(Table.EMPTY, "reader")).isNull();
	}

}
