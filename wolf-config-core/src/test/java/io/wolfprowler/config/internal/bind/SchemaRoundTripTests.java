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

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link Schema#write} and {@link Schema#bind} are inverse, over random
 * records, in memory and through a text.
 */
class SchemaRoundTripTests {

	private static final int RECORDS = 500;

	private final Schema<All> schema = Schema.of(All.class);

	private final Random random = new Random(20261123);

	@Test
	void writtenRecordBindsToAnEqualOne() throws TomlException {
		for (int i = 0; i < RECORDS; i++) {
			All record = all(2);

			TomlTree written = this.schema.write(record);
			TomlDocument empty = Binding.document("");
			TomlDocument document = (i % 5 == 0) ? empty.edit(empty.values().editsTo(written)) : empty;

			BindResult<All> bound = this.schema.bind((i % 5 == 0) ? document.values() : written);
			assertThat(bound.problems()).as("record %s", i).isEmpty();
			assertThat(bound.unknownKeys()).as("record %s", i).isEmpty();
			assertThat(bound.config()).as("record %s", i).isEqualTo(record);
		}
	}

	@Test
	void recordsDifferExactlyWhereTheyAreNotEqual() {
		for (int i = 0; i < RECORDS; i++) {
			All before = all(1);
			All after = (i % 2 == 0) ? all(1) : this.schema.bind(this.schema.write(before)).config();

			Differences differences = this.schema.compare(before, after);

			assertThat(differences.isEmpty()).as("records %s", i).isEqualTo(before.equals(after));
			for (Difference difference : differences.values()) {
				assertThat(difference.oldValue()).as("%s of %s", difference.key(), i)
					.isNotEqualTo(difference.newValue());
			}
		}
	}

	@Test
	void whatIsAbsentIsLeftOut() {
		All record = new All(1, 2, 3, "t", true, DayOfWeek.FRIDAY, Duration.ZERO, Instant.EPOCH, BigDecimal.ONE, null,
				Optional.empty(), List.of(), Set.of(), Map.of(), Map.of(), List.of());

		assertThat(this.schema.write(record).root().keySet()).containsExactly("number", "large", "real", "text", "flag",
				"day", "pause", "moment", "price", "list", "set", "names", "days", "children");
	}

	private All all(int depth) {
		return new All(this.random.nextInt(), this.random.nextLong(), this.random.nextGaussian(), text(),
				this.random.nextBoolean(), day(),
				Duration.ofSeconds(this.random.nextInt(), this.random.nextInt(3) * 500_000),
				Instant.ofEpochSecond(this.random.nextInt(), this.random.nextInt(1_000_000_000)),
				new BigDecimal(this.random.nextInt()).movePointLeft(3), this.random.nextBoolean() ? text() : null,
				Optional.of(text()).filter((text) -> this.random.nextBoolean()), list(this::text),
				new LinkedHashSet<>(list(this.random::nextLong)), map(this::text, () -> list(this::text)),
				map(this::day, this.random::nextInt), (depth > 0) ? list(() -> all(depth - 1)) : List.of());
	}

	private String text() {
		String[] texts = { "", "a", "two\nlines", "\"quoted\" 'both'", "\\", "\u0000\u001F\u007F", "\uD83D\uDE00",
				" b ", "x.y", "#", "\r\n", "'''", "\"\"\"" };
		return texts[this.random.nextInt(texts.length)];
	}

	private DayOfWeek day() {
		return DayOfWeek.of(1 + this.random.nextInt(7));
	}

	private <V> List<V> list(Supplier<V> value) {
		List<V> values = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			values.add(value.get());
		}
		return values;
	}

	private <K, V> Map<K, V> map(Supplier<K> name, Supplier<V> value) {
		Map<K, V> map = new LinkedHashMap<>();
		list(name).forEach((key) -> map.put(key, value.get()));
		return map;
	}

	record All(int number, long large, double real, String text, boolean flag, DayOfWeek day, Duration pause,
			Instant moment, BigDecimal price, @Nullable String note, Optional<String> maybe, List<String> list,
			Set<Long> set, Map<String, List<String>> names, Map<DayOfWeek, Integer> days, @Default( {
			}) List<All> children){

	}

}
