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

package io.wolfprowler.config.benchmarks.text;

import java.util.function.IntFunction;

/**
 * A text that a parser may choke on, of any size.
 */
public enum HostileShape {

	/** Blank lines. */
	BLANK_LINES("blank lines, then a key", "", "\n", "a = 1\n"),

	/** Blank lines at the end. */
	BLANK_LINES_AFTER("a key, then blank lines", "a = 1\n", "\n", ""),

	/** Lines of blanks. */
	LINES_OF_BLANKS("lines of blanks and tabs", "a = 1\n", " \t \n", "b = 1\n"),

	/** Line ends of two characters. */
	CRLF("blank lines that end in CRLF", "", "\r\n", "a = 1\r\n"),

	/** Comments. */
	COMMENTS("comment lines", "", "# x\n", "a = 1\n"),

	/** Comments after keys. */
	COMMENTS_AFTER("a key, then comment lines", "a = 1\n", "# x\n", ""),

	/** Comments and blank lines in turns. */
	COMMENT_RUNS("unattached comment runs", "", "# x\n\n", "a = 1\n"),

	/** Comments with a form feed. */
	FORM_FEEDS("form feeds in comments", "", "# \f\n", "a = 1\n"),

	/** Comments with characters that are not allowed in them. */
	CONTROL_CHARACTERS("control characters in comments", "", "# \u0001\n", "a = 1\n"),

	/** A comment as long as the text. */
	LONG_COMMENT("one long comment", "# ", "x", "\na = 1\n"),

	/** Comments after each of many values. */
	TRAILING_COMMENTS("a comment after each key", "", (number) -> "k" + number + " = 1 # x\n", ""),

	/** Blank lines in an array. */
	BLANK_LINES_IN_ARRAY("blank lines in an array", "a = [\n", "\n", "1]\n"),

	/** Comments in an array. */
	COMMENTS_IN_ARRAY("comments in an array", "a = [\n", "# x\n", "1]\n"),

	/** Blank lines in an inline table. */
	BLANK_LINES_IN_INLINE_TABLE("blank lines in an inline table", "a = {\n", "\n", "b = 1 }\n"),

	/** Comments in an inline table. */
	COMMENTS_IN_INLINE_TABLE("comments in an inline table", "a = {\n", "# x\n", "b = 1 }\n"),

	/** Blanks. */
	BLANKS("blanks before a value", "a =", " ", "1\n"),

	/** Elements. */
	ELEMENTS("elements of an array", "a = [", "1,", "1]\n"),

	/** Elements on lines of their own. */
	ELEMENT_LINES("elements on lines of their own", "a = [\n", "1,\n", "1]\n"),

	/** Keys of an inline table. */
	INLINE_KEYS("keys of an inline table", "a = {", (number) -> "k" + number + "=1,", "z=1}\n"),

	/** A string on one line. */
	LONG_STRING("one long string", "a = \"", "x", "\"\n"),

	/** A string of many lines. */
	LONG_TEXT("one string of many lines", "a = \"\"\"\n", "x\n", "\"\"\"\n"),

	/** Escapes. */
	ESCAPES("escapes in a string", "a = \"", "\\u0041", "\"\n"),

	/** Escapes that do not exist. */
	BAD_ESCAPES("bad escapes in a string", "a = \"", "\\q", "\"\n"),

	/** A number. */
	DIGITS("one long number", "a = ", "1", "\n"),

	/** Strings without an end. */
	UNCLOSED_STRINGS("an unclosed string on every line", "", (number) -> "k" + number + " = \"x\n", ""),

	/** A text without an end. */
	UNCLOSED_TEXT("an unclosed string of many lines", "a = \"\"\"\n", "x\n", ""),

	/** Quotes. */
	QUOTES("lines of one quote", "", "\"\n", ""),

	/** Three quotes each. */
	TRIPLE_QUOTES("lines of three quotes", "", "\"\"\"\n", ""),

	/** Arrays in arrays. */
	NESTED_ARRAYS("nested arrays", "a = ", "[", "\n"),

	/** Inline tables in inline tables. */
	NESTED_INLINE_TABLES("nested inline tables", "a = ", "{a=", "1\n"),

	/** Headers without an end. */
	OPEN_BRACKETS("lines of one bracket", "", "[\n", ""),

	/** Arrays without an end. */
	UNCLOSED_ARRAYS("an unclosed array on every line", "", (number) -> "k" + number + " = [\n", ""),

	/** Lines that are nothing. */
	BAD_LINES("bad lines", "", "= 1\n", ""),

	/** Lines of characters that mean nothing. */
	GARBAGE("lines of garbage", "", "?!$\n", ""),

	/** NUL. */
	NULS("NUL characters", "a = 1\n", "\0", "\n"),

	/** A key again and again. */
	DUPLICATE_KEYS("duplicate keys", "", "a = 1\n", ""),

	/** A table again and again. */
	DUPLICATE_TABLES("duplicate tables", "", "[a]\n", ""),

	/** Keys. */
	KEYS("keys", "", (number) -> "k" + number + " = 1\n", ""),

	/** Keys with dots. */
	DOTTED_KEYS("dotted keys", "", (number) -> "a.b.c.k" + number + " = 1\n", ""),

	/** A key with many dots. */
	DEEP_KEY("one key with many dots", "a", ".a", " = 1\n"),

	/** Tables. */
	TABLES("tables", "", (number) -> "[t" + number + "]\n", ""),

	/** A header with many dots. */
	DEEP_TABLE("one table with many dots", "[a", ".a", "]\n"),

	/** Tables in an array. */
	TABLES_IN_ARRAY("[[x]]", "", "[[x]]\n", ""),

	/** Tables below tables in an array. */
	SUBTABLES_IN_ARRAY("[[x]] with [x.y]", "", "[[x]]\n[x.y]\nk = 1\n", "");

	private final String label;

	private final String head;

	private final IntFunction<String> unit;

	private final String tail;

	HostileShape(String label, String head, String unit, String tail) {
		this(label, head, (number) -> unit, tail);
	}

	HostileShape(String label, String head, IntFunction<String> unit, String tail) {
		this.label = label;
		this.head = head;
		this.unit = unit;
		this.tail = tail;
	}

	/**
	 * Return the name in tables.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return a text of this shape.
	 * @param size its largest number of characters
	 * @return a text that is hardly smaller
	 */
	public String text(int size) {
		StringBuilder text = new StringBuilder(size).append(this.head);
		String unit = this.unit.apply(0);
		for (int number = 1; text.length() + unit.length() + this.tail.length() <= size; number++) {
			text.append(unit);
			unit = this.unit.apply(number);
		}
		return text.append(this.tail).toString();
	}

}
