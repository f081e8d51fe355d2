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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text in UTF-8, in pieces that several texts may share. The bytes must not be changed.
 *
 * @param pieces the pieces in their order
 */
record SharedBytes(List<byte[]> pieces) {

	static SharedBytes of(String text) {
		return new SharedBytes(List.of(text.getBytes(StandardCharsets.UTF_8)));
	}

	int length() {
		int length = 0;
		for (byte[] piece : this.pieces) {
			length += piece.length;
		}
		return length;
	}

	byte[] bytes() {
		byte[] bytes = new byte[length()];
		int at = 0;
		for (byte[] piece : this.pieces) {
			System.arraycopy(piece, 0, bytes, at, piece.length);
			at += piece.length;
		}
		return bytes;
	}

	String text() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	boolean endsWith(char ascii) {
		for (int i = this.pieces.size() - 1; i >= 0; i--) {
			byte[] piece = this.pieces.get(i);
			if (piece.length > 0) {
				return piece[piece.length - 1] == ascii;
			}
		}
		return false;
	}

	/** Return how many bytes this text has in common with another at the beginning. */
	int commonStart(SharedBytes other) {
		int shared = 0;
		int length = 0;
		while (shared < Math.min(this.pieces.size(), other.pieces.size())
				&& this.pieces.get(shared) == other.pieces.get(shared)) {
			length += this.pieces.get(shared++).length;
		}
		byte[] rest = from(shared);
		byte[] otherRest = other.from(shared);
		int mismatch = Arrays.mismatch(rest, otherRest);
		return length + ((mismatch < 0) ? rest.length : mismatch);
	}

	/** Return how many bytes this text has in common with another at the end. */
	int commonEnd(SharedBytes other) {
		int shared = 0;
		int length = 0;
		while (shared < Math.min(this.pieces.size(), other.pieces.size()) && last(shared) == other.last(shared)) {
			length += last(shared++).length;
		}
		byte[] rest = upTo(shared);
		byte[] otherRest = other.upTo(shared);
		int count = 0;
		while (count < Math.min(rest.length, otherRest.length)
				&& rest[rest.length - 1 - count] == otherRest[otherRest.length - 1 - count]) {
			count++;
		}
		return length + count;
	}

	private byte[] last(int index) {
		return this.pieces.get(this.pieces.size() - 1 - index);
	}

	private byte[] from(int index) {
		return new SharedBytes(this.pieces.subList(index, this.pieces.size())).bytes();
	}

	private byte[] upTo(int fromEnd) {
		return new SharedBytes(this.pieces.subList(0, this.pieces.size() - fromEnd)).bytes();
	}

}
