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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A kind of text that a parser may need far too long for, in any size. The file
 * {@code toml/hostile-shapes.txt} lists them.
 *
 * @param name what it is
 * @param before what stands before
 * @param unit what is repeated; {@code {n}} in it counts
 * @param after what stands after
 * @param isToml whether it is TOML
 */
public record HostileShape(String name, String before, String unit, String after, boolean isToml) {

	/**
	 * Return the shapes.
	 * @return all of them, in the order of the file
	 */
	public static List<HostileShape> all() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(HostileShape.class.getResourceAsStream("/toml/hostile-shapes.txt")),
				StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("# "))
				.map(HostileShape::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Make a text.
	 * @param size its length, in characters
	 * @return a text that is at most one unit longer
	 */
	public String text(int size) {
		StringBuilder text = new StringBuilder(this.before);
		boolean counts = this.unit.contains("{n}");
		for (int n = 0; text.length() + this.after.length() < size; n++) {
			text.append(counts ? this.unit.replace("{n}", String.valueOf(n)) : this.unit);
		}
		return text.append(this.after).toString();
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static HostileShape parse(String line) {
		List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
		return new HostileShape(parts.get(0), unescaped(parts.get(1)), unescaped(parts.get(2)), unescaped(parts.get(3)),
				parts.get(4).equals("read"));
	}

	// The escapes of characters by their number come first, as in Java.
	private static String unescaped(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			boolean escape = text.startsWith("\\u", i) && (i == 0 || text.charAt(i - 1) != '\\');
			plain.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
			i += escape ? 5 : 0;
		}
		return plain.toString().translateEscapes();
	}

}
