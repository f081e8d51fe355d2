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
 * The edits that are active but not in the document at the source, one for each key. An
 * array counts as one value.
 *
 * @param edits the edits that lead from the values of the document to the active values
 */
public record PendingEdits(List<TomlEdit> edits) {

	/** No edits. */
	public static final PendingEdits NONE = new PendingEdits(List.of());

	/**
	 * Return the edits that lead from the values of a document to others.
	 * @param document the values of the document
	 * @param active the active values
	 * @return the edits
	 */
	public static PendingEdits between(TomlTree document, TomlTree active) {
		Map<KeyPath, TomlEdit> edits = new LinkedHashMap<>();
		for (TomlEdit edit : document.editsTo(active)) {
			KeyPath key = edit.key().outsideArrays();
			edits.put(key, new TomlEdit(key, active.at(key)));
		}
		return new PendingEdits(List.copyOf(edits.values()));
	}

	/**
	 * Apply the edits to a document.
	 * @param document the values of the document
	 * @return the edited values
	 */
	public TomlTree applyTo(TomlTree document) {
		return document.with(this.edits);
	}

	/**
	 * Add edits.
	 * @param more edits of the edited values
	 * @param document the values of the document
	 * @return all edits
	 */
	public PendingEdits with(List<TomlEdit> more, TomlTree document) {
		return between(document, applyTo(document).with(more));
	}

	/**
	 * Return the edits that remain on a newer document, which wins where somebody has
	 * edited it.
	 * @param newer the values of the newer document
	 * @param own the documents that hold no edit by others
	 * @return the remaining edits
	 */
	public PendingEdits rebase(TomlTree newer, List<TomlTree> own) {
		List<TomlEdit> remaining = this.edits.stream().filter((edit) -> !isOverruled(edit, newer, own)).toList();
		return between(newer, newer.with(remaining));
	}

	/**
	 * Return the keys whose edits a newer document overrules with another value.
	 * @param newer the values of the newer document
	 * @param own the documents that hold no edit by others
	 * @return the keys
	 */
	public List<KeyPath> overruled(TomlTree newer, List<TomlTree> own) {
		List<KeyPath> keys = new ArrayList<>();
		for (TomlEdit edit : this.edits) {
			if (isOverruled(edit, newer, own) && !Objects.equals(newer.at(edit.key()), edit.value())) {
				keys.add(edit.key());
			}
		}
		return keys;
	}

	/**
	 * Return whether there are no edits.
	 * @return whether the document holds all active values
	 */
	public boolean isEmpty() {
		return this.edits.isEmpty();
	}

	/**
	 * Return whether a key is edited, or a part of it, or a table that contains it.
	 * @param key the key
	 * @return whether there is such an edit
	 */
	public boolean contains(KeyPath key) {
		return this.edits.stream().anyMatch((edit) -> edit.key().contains(key) || key.contains(edit.key()));
	}

	/**
	 * Return whether the edits give a key another value than a document does.
	 * @param key the key
	 * @param document the values of the document
	 * @return whether the value is another
	 */
	public boolean changes(KeyPath key, TomlTree document) {
		return contains(key) && !Objects.equals(document.at(key), applyTo(document).at(key));
	}

	/**
	 * Return the keys of the edits.
	 * @return the keys
	 */
	public Set<String> keys() {
		Set<String> keys = new LinkedHashSet<>();
		this.edits.forEach((edit) -> keys.add(edit.key().toString()));
		return keys;
	}

	// Also when the document has a value where the edit needs a table.
	private static boolean isOverruled(TomlEdit edit, TomlTree newer, List<TomlTree> own) {
		Object found = newer.at(edit.key());
		if (own.stream().noneMatch((document) -> Objects.equals(found, document.at(edit.key())))) {
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
