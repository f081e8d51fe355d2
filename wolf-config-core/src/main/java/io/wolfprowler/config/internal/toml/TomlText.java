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
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spi.SourceContent;

/**
 * Decodes and encodes texts, and separates the byte order mark. Malformed UTF-8 is a
 * problem, never a replacement character.
 */
public final class TomlText {

	private static final char BOM = '\uFEFF';

	private TomlText() {
	}

	/**
	 * Encode a text that does not come from a source.
	 * @param text the text
	 * @param maxSize the largest content, in bytes
	 * @return the content
	 * @throws TomlException if the text is too large or is not valid Unicode
	 */
	public static SourceContent encode(String text, long maxSize) throws TomlException {
		try {
			ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
			if (bytes.remaining() > maxSize) {
				throw problem(
						"must be at most " + maxSize + " bytes (max-size), found " + bytes.remaining() + " bytes");
			}
			byte[] content = new byte[bytes.remaining()];
			bytes.get(content);
			return SourceContent.of(content);
		}
		catch (CharacterCodingException ex) {
			throw problem("contains half of a surrogate pair, which is not valid Unicode");
		}
	}

	static String decode(byte[] bytes) throws TomlException {
		return decode(bytes, 0, bytes.length);
	}

	static String decode(byte[] bytes, int from, int to) throws TomlException {
		ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
		CharBuffer out = CharBuffer.allocate(to - from);
		CoderResult result = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.decode(in, out, true);
		String text = out.flip().toString();
		if (result.isError()) {
			throw new TomlException(List.of(notUtf8(text, in.position())));
		}
		return text;
	}

	static boolean hasBom(String text) {
		return !text.isEmpty() && text.charAt(0) == BOM;
	}

	static String withoutBom(String text) {
		return hasBom(text) ? text.substring(1) : text;
	}

	/** Return the text with a byte order mark if another text has one. */
	static String withBomOf(String other, String text) {
		return hasBom(other) ? BOM + text : text;
	}

	private static TomlException problem(String message) {
		return new TomlException(List.of(new Problem(Problem.Stage.READ, null, 0, 0, message)));
	}

	private static Problem notUtf8(String before, int offset) {
		int line = 1 + (int) before.chars().filter((c) -> c == '\n').count();
		String start = withoutBom(before.substring(before.lastIndexOf('\n') + 1));
		return new Problem(Problem.Stage.PARSE, null, line, 1 + start.codePointCount(0, start.length()),
				"not UTF-8 at byte " + offset + "; save the file as UTF-8");
	}

}
