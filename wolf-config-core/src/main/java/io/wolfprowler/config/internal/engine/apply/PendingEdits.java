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

package io.wolfprowler.config.internal.engine.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * The updates that are in force and not in the document at the source, one for each key.
 * An array counts as one value.
 *
 * @param edits what leads from the values of the document to those in force
 */
public record PendingEdits(List<TomlEdit> edits) {

	public static final PendingEdits NONE = new PendingEdits(List.of());

	/** Return the updates that lead from the values of a document to others. */
	public static PendingEdits between(TomlTree document, TomlTree inForce) {
		Map<KeyPath, TomlEdit> edits = new LinkedHashMap<>();
		for (TomlEdit edit : document.editsTo(inForce)) {
			KeyPath key = edit.key().outsideArrays();
			edits.put(key, new TomlEdit(key, inForce.at(key)));
		}
		return new PendingEdits(List.copyOf(edits.values()));
	}

	public TomlTree over(TomlTree document) {
		return document.with(this.edits);
	}

	public PendingEdits with(List<TomlEdit> more, TomlTree document) {
		return between(document, over(document).with(more));
	}

	/**
	 * Return what is left of the updates on a newer document, which wins where somebody
	 * has edited it.
	 * @param known the documents that hold no such edit
	 */
	public PendingEdits on(TomlTree newer, List<TomlTree> known) {
		List<TomlEdit> kept = this.edits.stream().filter((edit) -> !isOverruled(edit, newer, known)).toList();
		return between(newer, newer.with(kept));
	}

	/** Return the keys whose updates a newer document overrules with another value. */
	public List<KeyPath> overruled(TomlTree newer, List<TomlTree> known) {
		List<KeyPath> keys = new ArrayList<>();
		for (TomlEdit edit : this.edits) {
			if (isOverruled(edit, newer, known) && !Objects.equals(newer.at(edit.key()), edit.value())) {
				keys.add(edit.key());
			}
		}
		return keys;
	}

	public boolean isEmpty() {
		return this.edits.isEmpty();
	}

	public boolean contains(KeyPath key) {
		return this.edits.stream().anyMatch((edit) -> edit.key().contains(key) || key.contains(edit.key()));
	}

	/** Return whether the updates give a key another value than a document does. */
	public boolean changes(KeyPath key, TomlTree document) {
		return contains(key) && !Objects.equals(document.at(key), over(document).at(key));
	}

	public Set<String> keys() {
		Set<String> keys = new LinkedHashSet<>();
		this.edits.forEach((edit) -> keys.add(edit.key().toString()));
		return keys;
	}

	// Also when the document has put a value where the update needs a table.
	private static boolean isOverruled(TomlEdit edit, TomlTree newer, List<TomlTree> known) {
		Object found = newer.at(edit.key());
		if (known.stream().noneMatch((document) -> Objects.equals(found, document.at(edit.key())))) {
			return true;
		}
		for (KeyPath path = edit.key().parent(); !path.isRoot(); path = path.parent()) {
			Object value = newer.at(path);
			if (value != null && !(value instanceof Map)) {
				return true;
			}
		}
		return false;
	}

}
