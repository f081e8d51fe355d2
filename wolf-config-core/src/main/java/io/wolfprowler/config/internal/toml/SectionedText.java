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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.internal.toml.guard.GuardedParser;
import org.jspecify.annotations.Nullable;

/**
 * A document in sections, which is reread by parsing only the sections that have changed.
 *
 * @param sections the sections in their order
 * @param values the values of all sections
 */
record SectionedText(List<Section> sections, TomlTree values) {

	static final SectionedText NONE = new SectionedText(List.of(), TomlTree.EMPTY);

	/**
	 * Read another document.
	 * @return its sections and values, {@code null} if the values of a section can't be
	 * determined on their own, so that the document has to be read as a whole
	 */
	@Nullable SectionedText reread(byte[] bytes, GuardedParser parser) {
		int first = sameAtStart(bytes);
		int from = length(0, first);
		int last = sameAtEnd(bytes, first, from);
		int to = bytes.length - length(last, this.sections.size());
		List<Section> changed = new ArrayList<>();
		if (from < to && !read(bytes, from, to, parser, this.sections.subList(first, last), changed)) {
			return null;
		}
		List<Section> all = new ArrayList<>(this.sections.subList(0, first));
		all.addAll(changed);
		all.addAll(this.sections.subList(last, this.sections.size()));
		boolean tooMany = all.stream().mapToLong(Section::keys).sum() > parser.maxKeys();
		TomlTree tree = tooMany ? null : SectionTree.of(all, this.values);
		return (tree != null) ? new SectionedText(List.copyOf(all), tree) : null;
	}

	SharedBytes text() {
		return new SharedBytes(this.sections.stream().map(Section::bytes).toList());
	}

	private static boolean read(byte[] bytes, int from, int to, GuardedParser parser, List<Section> old,
			List<Section> sections) {
		try {
			List<String> parts = SectionScanner.cut(TomlText.decode(bytes, from, to));
			Map<ByteBuffer, Section> known = known(old);
			for (int i = 0; i < parts.size(); i++) {
				byte[] part = parts.get(i).getBytes(StandardCharsets.UTF_8);
				Section same = known.get(ByteBuffer.wrap(part));
				Section before = (parts.size() == old.size()) ? old.get(i) : null;
				sections.add((same != null) ? same : read(parts.get(i), part, before, parser));
			}
			return !parts.isEmpty();
		}
		catch (TomlException ex) {
			return false;
		}
	}

	private static Section read(String part, byte[] bytes, @Nullable Section before, GuardedParser parser)
			throws TomlException {
		return (before != null) ? before.reread(part, bytes, parser) : Section.read(part, bytes, parser);
	}

	// Two edits far apart, or sections that were moved, leave many equal sections between
	// them.
	private static Map<ByteBuffer, Section> known(List<Section> sections) {
		Map<ByteBuffer, Section> known = new HashMap<>();
		for (Section section : sections) {
			known.put(ByteBuffer.wrap(section.bytes()), section);
		}
		return known;
	}

	// A section ends where a header follows, so the last equal one at the beginning may
	// be longer now.
	private int sameAtStart(byte[] bytes) {
		int count = 0;
		int at = 0;
		while (count < this.sections.size() && isAt(this.sections.get(count).bytes(), bytes, at)) {
			at += this.sections.get(count++).bytes().length;
		}
		return (count == 0 || isEnd(bytes, at)) ? count : count - 1;
	}

	// The first section may begin with a byte order mark, which is not one further down.
	private int sameAtEnd(byte[] bytes, int first, int from) {
		int index = this.sections.size();
		int at = bytes.length;
		while (index > first) {
			Section section = this.sections.get(index - 1);
			int start = at - section.bytes().length;
			if (!section.hasHeader() || (index == 1 && start > 0) || start < from
					|| !isAt(section.bytes(), bytes, start) || !startsLine(bytes, start)) {
				break;
			}
			at = start;
			index--;
		}
		return index;
	}

	private int length(int from, int to) {
		int length = 0;
		for (int i = from; i < to; i++) {
			length += this.sections.get(i).bytes().length;
		}
		return length;
	}

	private static boolean isAt(byte[] part, byte[] bytes, int at) {
		return at + part.length <= bytes.length && Arrays.equals(part, 0, part.length, bytes, at, at + part.length);
	}

	private static boolean startsLine(byte[] bytes, int at) {
		return at == 0 || bytes[at - 1] == '\n';
	}

	private static boolean isEnd(byte[] bytes, int at) {
		return at == bytes.length || (startsLine(bytes, at) && SectionScanner
			.isHeader(new String(bytes, at, Math.min(bytes.length - at, 256), StandardCharsets.ISO_8859_1), 0));
	}

}
