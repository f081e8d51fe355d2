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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts that are TOML more often than not, of few names, so that their parts meet; and
 * edits of texts as people and programs make them.
 *
 * @param random decides
 * @param names of how many names
 */
record RandomText(Random random, int names) {

	private static final List<String> NAMES = List.of("a", "b", "c", "\"a\"", "'b'", "\"c.]#\"", "d", "e", "f", "g",
			"h", "i", "j", "k");

	private static final List<String> VALUES = List.of("1", "2.5", "true", "'[a]'", "\"\\\"[b]\"", "2026-11-27",
			"[ 1,\n[2]\n]", "[ # [a]\n'x',\n]", "{ a = 1 }", "{ b.c = [ { a = 2 } ] }", "{\n a = 1,\n}",
			"\"\"\"\n[a]\n\"\"\"", "'''\n[[b]]\n'''''", "\"\"\"\\\"\"\"\"\"\"", "[]", "{}", "'\u00e9\ud83d\udc3a'");

	private static final List<String> ODD = List.of("[", "]", "a = [", "\"\"\"", "'''", "a = \"", "}", "= 1", "[a",
			"[[a]", "a", "\u0000", "\r", "a = 1 b = 2", "[a] # c", " [ a . b ] ", "\t[[ c ]]", "[a]b = 1", "# [a",
			"\uFEFF");

	RandomText(Random random) {
		this(random, random.nextInt(3, NAMES.size() + 1));
	}

	String text() {
		return IntStream.range(0, this.random.nextInt(12)).mapToObj((i) -> line()).collect(Collectors.joining());
	}

	String edited(String text) {
		List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
		int at = this.random.nextInt(lines.size());
		switch (this.random.nextInt(8)) {
			case 0 -> lines.add(at, line());
			case 1 -> lines.remove(at);
			case 2 -> lines.add(this.random.nextInt(lines.size() + 1), lines.get(at));
			case 3 -> lines.set(at, lines.set(this.random.nextInt(lines.size()), lines.get(at)));
			case 4 -> lines.add(line());
			case 5 -> lines.set(at, withoutChar(lines.get(at)));
			case 6 -> lines.set(at, withChar(lines.get(at)));
			default -> lines.set(at, lines.get(at).replaceFirst("[0-9]", String.valueOf(this.random.nextInt(10))));
		}
		return String.join("", lines);
	}

	private String line() {
		String end = (this.random.nextInt(8) == 0) ? "\r\n" : "\n";
		return switch (this.random.nextInt(20)) {
			case 0 -> "# note " + this.random.nextInt(3) + end;
			case 1 -> end;
			case 2 -> one(ODD) + end;
			case 3, 4, 5 -> "[" + path() + "]" + end;
			case 6, 7 -> "[[" + path() + "]]" + end;
			default -> path() + " = " + one(VALUES) + end;
		};
	}

	private String path() {
		return IntStream.rangeClosed(0, this.random.nextInt(4) / 2)
			.mapToObj((i) -> one(NAMES.subList(0, this.names)))
			.collect(Collectors.joining("."));
	}

	private String withoutChar(String line) {
		int at = this.random.nextInt(line.length() + 1);
		return line.substring(0, at) + ((at < line.length()) ? line.substring(at + 1) : "");
	}

	private String withChar(String line) {
		int at = this.random.nextInt(line.length() + 1);
		return line.substring(0, at) + one(List.of("[", "]", "\"", "'", "#", "\n", ".", "=", "1", " ", "{", ",", "\\"))
				+ line.substring(at);
	}

	private String one(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
