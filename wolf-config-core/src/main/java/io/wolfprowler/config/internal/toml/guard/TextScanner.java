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

package io.wolfprowler.config.internal.toml.guard;

/**
 * Scans a text, and knows which brackets and quotes are open and how many keys there
 * were. Knows strings, comments, brackets, commas and equals signs, and nothing else of
 * TOML. Correct for every text that is TOML, and a guess for others. Takes time in
 * proportion to the text.
 */
public final class TextScanner {

	/** Deeper than the parser accepts. */
	private static final int TOO_DEEP = 160;

	/**
	 * More punctuation and blanks than TOML can have between two commas or line ends,
	 * because keys and values are nested at most 128 levels deep.
	 */
	private static final int TOO_DENSE = 2048;

	private final String text;

	private final BracketStack brackets = new BracketStack();

	private int at;

	/** The last character that is neither blank nor part of a comment. */
	private char last = '\n';

	/** Whether the equals sign of the statement has been passed. */
	private boolean afterEquals;

	private boolean mismatch;

	private int density;

	private int keys;

	private int element;

	private boolean elementBegins = true;

	/**
	 * Create a scanner at the beginning of a text.
	 * @param text the text
	 */
	public TextScanner(String text) {
		this.text = text;
	}

	/** Return where the line after this one begins. */
	static int nextLine(String text, int start) {
		int end = text.indexOf('\n', start);
		return (end < 0) ? text.length() : end + 1;
	}

	/**
	 * Return how many keys and headers a text has.
	 * @param text the text
	 * @return the number
	 */
	public static int keysOf(String text) {
		TextScanner scanner = new TextScanner(text);
		while (!scanner.isAtEnd()) {
			scanner.step();
		}
		return scanner.keys();
	}

	/**
	 * Return the position.
	 * @return the index of the next character
	 */
	public int at() {
		return this.at;
	}

	/**
	 * Return whether the whole text has been scanned.
	 * @return whether there is no next character
	 */
	public boolean isAtEnd() {
		return this.at >= this.text.length();
	}

	BracketStack brackets() {
		return this.brackets;
	}

	/** Return whether a comma is expected next in the innermost array or inline table. */
	boolean isAfterValue() {
		return "[{,".indexOf(this.last) < 0;
	}

	/**
	 * Return whether the text may be cut at the position.
	 * @return whether no bracket and no string is open, and what was seen may be TOML
	 */
	public boolean isClosed() {
		return this.brackets.isEmpty() && !isBroken();
	}

	/** Return whether the text so far can't be TOML, whatever follows. */
	boolean isBroken() {
		return this.mismatch || this.brackets.depth() > TOO_DEEP
				|| (this.density > TOO_DENSE && !this.brackets.isEmpty());
	}

	/**
	 * Return whether the text may be cut here: once closed, the part before is TOML if
	 * the text is.
	 */
	boolean isAtCut() {
		return isAtLineStart() || (!this.brackets.isEmpty() && !this.brackets.inString() && peek() == ',');
	}

	/**
	 * Return whether a line begins at the position.
	 * @return whether it is the first of the text, or follows a line feed
	 */
	public boolean isAtLineStart() {
		return this.at == 0 || this.text.charAt(this.at - 1) == '\n';
	}

	/** Return how many keys and headers have been passed. */
	int keys() {
		return this.keys;
	}

	/** Return where the last of them begins. */
	int lastKey() {
		return this.element;
	}

	/** Go on to the next token, within the line. */
	void step() {
		if (this.brackets.inString()) {
			insideString();
			return;
		}
		switch (peek()) {
			case '\n' -> lineEnd();
			case '#' -> this.at = endOfComment();
			case ' ', '\t' -> blanks();
			case '\r' -> carriageReturn();
			default -> significant(peek());
		}
	}

	/**
	 * Go on to where the next line begins.
	 */
	public void toNextLine() {
		int end = nextLine(this.text, this.at);
		while (this.at < end) {
			step();
		}
	}

	private char peek() {
		return this.text.charAt(this.at);
	}

	private void lineEnd() {
		this.at++;
		this.density = 0;
		this.elementBegins = true;
		if (this.brackets.isEmpty()) {
			this.afterEquals = false;
			this.last = '\n';
		}
	}

	private int endOfComment() {
		int end = this.text.indexOf('\n', this.at);
		return (end < 0) ? this.text.length() : end;
	}

	private void blanks() {
		while (!isAtEnd() && (peek() == ' ' || peek() == '\t')) {
			this.at++;
		}
		this.density++;
	}

	private void carriageReturn() {
		this.at++;
		this.density++;
	}

	private void significant(char c) {
		if (this.elementBegins) {
			this.element = this.at;
			this.elementBegins = false;
		}
		if (isWord(c)) {
			word();
		}
		else {
			this.density++;
			punctuation(c);
		}
	}

	private void word() {
		while (!isAtEnd() && isWord(peek())) {
			this.at++;
		}
		this.last = 'a';
	}

	private void punctuation(char c) {
		switch (c) {
			case '"', '\'' -> string(c);
			case '[', '{' -> open(c);
			case ']', '}' -> close(c);
			case ',' -> comma();
			case '=' -> equalsSign();
			default -> pass(c);
		}
	}

	private void pass(char c) {
		this.at++;
		this.last = c;
	}

	private void string(char quote) {
		if (this.text.startsWith(String.valueOf(quote).repeat(3), this.at)) {
			this.brackets.open(quote);
			this.at += 3;
			return;
		}
		this.at++;
		while (!isAtEnd() && peek() != '\n' && peek() != quote) {
			skip(quote);
		}
		if (!isAtEnd() && peek() == quote) {
			this.at++;
		}
		this.last = quote;
	}

	private void insideString() {
		char quote = this.brackets.innermost();
		String end = String.valueOf(quote).repeat(3);
		while (!isAtEnd() && !this.text.startsWith(end, this.at)) {
			if (peek() == '\n') {
				this.at++;
				return;
			}
			skip(quote);
		}
		if (!isAtEnd()) {
			endString(quote);
		}
	}

	private void endString(char quote) {
		this.at += 3;
		// Up to two quotes more belong to the string.
		for (int i = 0; i < 2 && !isAtEnd() && peek() == quote; i++) {
			this.at++;
		}
		this.brackets.close(quote);
		this.last = quote;
	}

	private void skip(char quote) {
		boolean escape = quote == '"' && peek() == '\\' && this.at + 1 < this.text.length()
				&& this.text.charAt(this.at + 1) != '\n';
		this.at += escape ? 2 : 1;
	}

	private void open(char bracket) {
		if (this.afterEquals || !this.brackets.isEmpty()) {
			this.brackets.open(bracket);
			this.elementBegins = true;
		}
		else if (this.last == '\n') {
			this.keys++;
		}
		pass(bracket);
	}

	private void close(char bracket) {
		if (!this.brackets.isEmpty()) {
			this.mismatch = !this.brackets.close(bracket) || this.mismatch;
		}
		pass(bracket);
	}

	private void comma() {
		if (!this.brackets.isEmpty()) {
			this.density = 0;
			this.elementBegins = true;
		}
		pass(',');
	}

	private void equalsSign() {
		this.keys++;
		this.afterEquals = true;
		pass('=');
	}

	private static boolean isWord(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'
				|| c == '+';
	}

}
