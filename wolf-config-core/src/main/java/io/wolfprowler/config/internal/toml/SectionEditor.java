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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Replaces values, each in the text of its own section, so that the cost does not depend
 * on the size of the document.
 *
 * @param sections the sections of the document
 * @param editor edits the text of a section
 */
record SectionEditor(List<Section> sections, TextEditor editor) {

	/**
	 * Make edits.
	 * @return the edited document, {@code null} if an edit does more than replace a value
	 * @throws RuntimeException if an edit can't be made
	 */
	@Nullable SharedBytes edit(List<TomlEdit> edits) {
		Map<Integer, List<TomlEdit>> bySection = new LinkedHashMap<>();
		for (TomlEdit edit : edits) {
			int index = indexOf(edit);
			if (index < 0) {
				return null;
			}
			bySection.computeIfAbsent(index, (absent) -> new ArrayList<>()).add(edit);
		}
		List<byte[]> pieces = new ArrayList<>(this.sections.stream().map(Section::bytes).toList());
		bySection.forEach((index, inside) -> pieces.set(index, edited(pieces.get(index), inside)));
		return new SharedBytes(List.copyOf(pieces));
	}

	private byte[] edited(byte[] section, List<TomlEdit> edits) {
		return this.editor.edit(new String(section, StandardCharsets.UTF_8), edits).getBytes(StandardCharsets.UTF_8);
	}

	private int indexOf(TomlEdit edit) {
		for (int i = 0; i < this.sections.size(); i++) {
			if (holds(this.sections.get(i), edit)) {
				return i;
			}
		}
		return -1;
	}

	// No two sections contain a value with the same names, except for elements of arrays,
	// which have an index.
	private static boolean holds(Section section, TomlEdit edit) {
		List<Object> names = edit.key().segments();
		int size = section.header().size();
		if (section.isElement() || names.size() <= size || !names.subList(0, size).equals(section.header())) {
			return false;
		}
		Object present = new TomlTree(section.values()).at(new KeyPath(names.subList(size, names.size())));
		return present != null && !(present instanceof Map) && edit.value() != null && !(edit.value() instanceof Map);
	}

}
