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

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link TomlTree}: immutable, in the order of the document. It remembers
 * the value that a reader has read from it, so that documents that share the table need
 * not read it again.
 */
public final class Table extends AbstractMap<String, Object> {

	/** An empty table. */
	public static final Table EMPTY = new Table(Map.of());

	private final Map<String, Object> entries;

	// A race between threads loses it or creates it twice, which does no harm.
	private @Nullable Memory memory;

	/**
	 * Create a table.
	 * @param entries the entries in their order, which must not change afterwards
	 */
	public Table(Map<String, Object> entries) {
		this.entries = entries;
	}

	/**
	 * Return what a reader has read from a table.
	 * @param value a value of a tree
	 * @param reader the reader
	 * @return what it has read, {@code null} if the value is not a table or another
	 * reader was the last one
	 */
	public static @Nullable Object recall(Object value, Object reader) {
		Memory present = (value instanceof Table table) ? table.memory : null;
		return (present != null && present.reader() == reader) ? present.made() : null;
	}

	/**
	 * Remember what a reader has read from a table. Has no effect on other values.
	 * @param value a value of a tree
	 * @param reader the reader
	 * @param made what it has read: immutable, and the same each time
	 */
	public static void remember(Object value, Object reader, Object made) {
		if (value instanceof Table table && !table.isEmpty()) {
			table.memory = new Memory(reader, made);
		}
	}

	/** Return a table with other values of the same names in the same order. */
	Table with(Table others) {
		Map<String, Object> changed = new LinkedHashMap<>(this.entries);
		changed.putAll(others);
		return new Table(changed);
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return this.entries.get(key);
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return this.entries.containsKey(key);
	}

	@Override
	public int size() {
		return this.entries.size();
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super Object> action) {
		this.entries.forEach(action);
	}

	@Override
	public Set<Map.Entry<String, Object>> entrySet() {
		return Collections.unmodifiableMap(this.entries).entrySet();
	}

	private record Memory(Object reader, Object made) {

	}

}
