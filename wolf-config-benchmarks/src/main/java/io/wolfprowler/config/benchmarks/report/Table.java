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

package io.wolfprowler.config.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table in Markdown: the first column to the left, figures to the right.
 */
final class Table {

	private final List<List<String>> rows = new ArrayList<>();

	Table(String... headings) {
		this.rows.add(List.of(headings));
		List<String> rules = new ArrayList<>(Collections.nCopies(headings.length, "---:"));
		rules.set(0, "---");
		this.rows.add(rules);
	}

	/** Add a row with a cell for each heading. */
	void row(Object... cells) {
		if (cells.length != this.rows.get(0).size()) {
			throw new IllegalArgumentException("Expected " + this.rows.get(0).size() + " cells, found " + cells.length);
		}
		this.rows.add(Arrays.stream(cells).map(String::valueOf).toList());
	}

	@Override
	public String toString() {
		StringBuilder markdown = new StringBuilder();
		this.rows.forEach((row) -> markdown.append("| ").append(String.join(" | ", row)).append(" |\n"));
		return markdown.toString();
	}

}
