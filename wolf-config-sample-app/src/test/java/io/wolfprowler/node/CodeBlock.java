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

package io.wolfprowler.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown document.
 *
 * @param language the word behind the fence
 * @param line the line of its first line in the document, from 1
 * @param text the lines between the fences
 */
record CodeBlock(String language, int line, String text) {

	private static final String FENCE = "```";

	static List<CodeBlock> in(Path document) {
		List<CodeBlock> blocks = new ArrayList<>();
		List<String> lines = linesOf(document);
		int next = 0;
		while (next < lines.size()) {
			String opening = lines.get(next++);
			if (opening.startsWith(FENCE)) {
				int end = next;
				while (!lines.get(end).equals(FENCE)) {
					end++;
				}
				String text = String.join("\n", lines.subList(next, end)) + "\n";
				blocks.add(new CodeBlock(opening.substring(FENCE.length()), next + 1, text));
				next = end + 1;
			}
		}
		return blocks;
	}

	private static List<String> linesOf(Path document) {
		try {
			return Files.readAllLines(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.language + " in line " + this.line;
	}

}
