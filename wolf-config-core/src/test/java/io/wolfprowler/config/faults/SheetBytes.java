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

package io.wolfprowler.config.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What scripts write: a sheet, a part of it, or what a fault has made of it.
 *
 * <pre>
 * 2             sheet 2
 * 2/head 2/tail up to the first row, and the rest: both cut at a line
 * 2/cut 2/rest  up to within the last number, and the rest
 * 2+bom         sheet 2 with a byte order mark; see {@link #altered}
 * comment       a line that says nothing
 * empty         nothing
 * </pre>
 */
final class SheetBytes {

	private SheetBytes() {
	}

	static byte[] of(String name) {
		if (name.equals("empty")) {
			return new byte[0];
		}
		if (name.equals("comment")) {
			return "# a note\n".getBytes(StandardCharsets.UTF_8);
		}
		String[] altered = name.split("\\+", 2);
		String[] parts = altered[0].split("/", 2);
		String text = part(Sheet.text(Integer.parseInt(parts[0])), (parts.length > 1) ? parts[1] : "");
		return (altered.length > 1) ? altered(text, altered[1]) : text.getBytes(StandardCharsets.UTF_8);
	}

	private static String part(String text, String part) {
		int row = text.indexOf("[[rows]]");
		int within = text.length() - 2;
		return switch (part) {
			case "" -> text;
			case "head" -> text.substring(0, row);
			case "tail" -> text.substring(row);
			case "cut" -> text.substring(0, within);
			case "rest" -> text.substring(within);
			default -> throw new IllegalArgumentException("No part " + part);
		};
	}

	private static byte[] altered(String text, String change) {
		Charset utf8 = StandardCharsets.UTF_8;
		return switch (change) {
			case "bom" -> ("\uFEFF" + text).getBytes(utf8);
			case "crlf" -> text.replace("\n", "\r\n").getBytes(utf8);
			case "mixed-ends" -> text.replaceFirst("\n", "\r\n").getBytes(utf8);
			case "no-end" -> text.stripTrailing().getBytes(utf8);
			case "comment" -> ("# edited\n" + text).getBytes(utf8);
			case "nul" -> text.replace("[first]", "[first]\u0000").getBytes(utf8);
			case "bare-cr" -> text.replace("[first]\n", "[first]\r").getBytes(utf8);
			case "latin1" -> text.replace("# what", "# d\u00E9j\u00E0").getBytes(StandardCharsets.ISO_8859_1);
			case "utf16" -> text.getBytes(StandardCharsets.UTF_16);
			case "cut-character" -> withLastByteMissing((text + "# \u20AC").getBytes(utf8));
			case "syntax" -> text.replace("[first]", "[first").getBytes(utf8);
			case "type" -> text.replace("fixed = 7", "fixed = \"seven\"").getBytes(utf8);
			case "unknown" -> text.replace("fixed", "fixd").getBytes(utf8);
			case "twice" -> (text + text).getBytes(utf8);
			case "deep" -> (text + "deep = " + "[".repeat(10_000) + "]".repeat(10_000) + "\n").getBytes(utf8);
			case "long-line" -> ("# " + "x".repeat(1_000_000) + "\n" + text).getBytes(utf8);
			case "many-keys" -> withManyKeys(text);
			default -> throw new IllegalArgumentException("No change " + change);
		};
	}

	private static byte[] withLastByteMissing(byte[] bytes) {
		return Arrays.copyOf(bytes, bytes.length - 1);
	}

	private static byte[] withManyKeys(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < 1_000_000; i++) {
			bytes.writeBytes(("key" + i + " = 1\n").getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
