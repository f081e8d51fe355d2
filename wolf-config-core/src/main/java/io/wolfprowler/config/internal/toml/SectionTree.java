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

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Combines sections into one tree. The tree is what the parser returns for the whole
 * document, as long as the sections do not overlap, that is, no table is defined by two
 * of them: then they are valid together because each one is valid on its own. If they do
 * overlap, the parser has to apply the rules of TOML.
 */
final class SectionTree {

	private final Node root = new Node();

	private SectionTree() {
	}

	/**
	 * Combine sections.
	 * @param old a tree whose parts are reused where nothing in them differs
	 * @return the tree, {@code null} if sections overlap
	 */
	static @Nullable TomlTree of(List<Section> sections, TomlTree old) {
		SectionTree tree = new SectionTree();
		for (Section section : sections) {
			if (!tree.add(section)) {
				return null;
			}
		}
		return new TomlTree(tree.root.frozen(old.root()));
	}

	private boolean add(Section section) {
		if (!section.hasHeader()) {
			return this.root.define(section.values());
		}
		Node node = this.root;
		int last = section.header().size() - 1;
		for (int i = 0; i < last; i++) {
			node = node.table(section.header().get(i));
			if (node == null) {
				return false;
			}
		}
		String name = section.header().get(last);
		node = section.isElement() ? node.element(name) : node.ownTable(name);
		return node != null && node.define(section.values());
	}

	/**
	 * A table in the tree of headers. Its own values and its inner tables have different
	 * names.
	 */
	private static final class Node {

		private Map<String, Object> values = Table.EMPTY;

		private boolean defined;

		/** The number of inner tables that came before the values. */
		private int before;

		private @Nullable LinkedHashMap<String, Object> inner;

		boolean define(Map<String, Object> own) {
			LinkedHashMap<String, Object> present = this.inner;
			if (this.defined || (present != null && !Collections.disjoint(present.keySet(), own.keySet()))) {
				return false;
			}
			this.defined = true;
			this.values = own;
			this.before = (present != null) ? present.size() : 0;
			return true;
		}

		/** Return an inner table that contains another; of an array, its last element. */
		@Nullable Node table(String name) {
			Object present = present(name);
			if (present instanceof Elements elements) {
				return elements.nodes.get(elements.nodes.size() - 1);
			}
			return (present == null) ? added(name, new Node()) : ((present instanceof Node node) ? node : null);
		}

		@Nullable Node ownTable(String name) {
			Object present = present(name);
			return (present == null) ? added(name, new Node()) : ((present instanceof Node node) ? node : null);
		}

		@Nullable Node element(String name) {
			Object present = present(name);
			if (present == null) {
				Elements fresh = new Elements();
				added(name, fresh);
				return fresh.add();
			}
			return (present instanceof Elements elements) ? elements.add() : null;
		}

		Map<String, Object> frozen(@Nullable Object old) {
			LinkedHashMap<String, Object> tables = this.inner;
			if (tables == null) {
				return this.values;
			}
			Map<?, ?> known = (old instanceof Map<?, ?> map) ? map : Map.of();
			tables.replaceAll((name, node) -> (node instanceof Elements elements) ? elements.frozen(known.get(name))
					: ((Node) node).frozen(known.get(name)));
			Map<String, Object> all = this.values.isEmpty() ? tables : merged(tables);
			return isSame(all, known) ? TomlTree.table(known) : new Table(all);
		}

		private Map<String, Object> merged(Map<String, Object> tables) {
			Map<String, Object> all = new LinkedHashMap<>();
			int count = 0;
			for (Map.Entry<String, Object> entry : tables.entrySet()) {
				if (count++ == this.before) {
					all.putAll(this.values);
				}
				all.put(entry.getKey(), entry.getValue());
			}
			if (count <= this.before) {
				all.putAll(this.values);
			}
			return all;
		}

		private @Nullable Object present(String name) {
			Object own = this.values.get(name);
			return (own != null || this.inner == null) ? own : this.inner.get(name);
		}

		private <N> N added(String name, N node) {
			if (this.inner == null) {
				this.inner = new LinkedHashMap<>();
			}
			this.inner.put(name, node);
			return node;
		}

		private static boolean isSame(Map<String, Object> all, Map<?, ?> known) {
			if (all.size() != known.size()) {
				return false;
			}
			Iterator<? extends Map.Entry<?, ?>> others = known.entrySet().iterator();
			for (Map.Entry<String, Object> entry : all.entrySet()) {
				Map.Entry<?, ?> other = others.next();
				if (entry.getValue() != other.getValue() || !entry.getKey().equals(other.getKey())) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * An array of tables in the tree of headers.
	 */
	private static final class Elements {

		private final List<Node> nodes = new ArrayList<>();

		Node add() {
			Node node = new Node();
			this.nodes.add(node);
			return node;
		}

		List<Object> frozen(@Nullable Object old) {
			List<?> known = (old instanceof List<?> list) ? list : List.of();
			List<Object> all = new ArrayList<>(this.nodes.size());
			boolean same = known.size() == this.nodes.size();
			for (int i = 0; i < this.nodes.size(); i++) {
				Object before = (i < known.size()) ? known.get(i) : null;
				Object now = this.nodes.get(i).frozen(before);
				all.add(now);
				same = same && now == before;
			}
			return same ? TomlTree.array(known) : Collections.unmodifiableList(all);
		}

	}

}
