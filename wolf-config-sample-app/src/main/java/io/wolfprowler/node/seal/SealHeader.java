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

package io.wolfprowler.node.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;

/**
 * The unencrypted header of a sealed file, so that it can be opened whatever is
 * configured: {@code WOLF}, one byte each for the format, the suite and the hash
 * function, and the nonce.
 *
 * @param suite the suite it is encrypted with
 * @param hash the hash function of its digest
 */
public record SealHeader(CipherSuite suite, HashFunction hash) {

	static final int NONCE_BYTES = 12;

	private static final byte[] MAGIC = "WOLF".getBytes(StandardCharsets.US_ASCII);

	private static final int NONCE_AT = MAGIC.length + 3;

	static final int BYTES = NONCE_AT + NONCE_BYTES;

	private static final int FORMAT = 1;

	// The number of an algorithm in a file is its index here, so add new ones at the end.
	private static final List<CipherSuite> SUITES = List.of(CipherSuite.ChaCha20Poly1305, CipherSuite.Aes256Gcm,
			CipherSuite.Aes128Gcm);

	private static final List<HashFunction> HASHES = List.of(HashFunction.Blake3, HashFunction.Sha256,
			HashFunction.Sha512, HashFunction.Sha3_256, HashFunction.Sha3_512);

	/**
	 * Return whether content claims to be sealed, even if it is broken or incomplete.
	 * @param content the content of a file
	 * @return whether it begins like a sealed file
	 */
	public static boolean isClaimedBy(byte[] content) {
		int length = Math.min(content.length, MAGIC.length);
		return Arrays.equals(content, 0, length, MAGIC, 0, length);
	}

	/**
	 * Read the header of sealed content.
	 * @param sealed the sealed content
	 * @return its header, which is not authenticated yet
	 * @throws BrokenSealException if there is none, or one of a later format
	 */
	public static SealHeader of(byte[] sealed) {
		if (!isClaimedBy(sealed)) {
			throw new BrokenSealException("is not a sealed file", null);
		}
		if (sealed.length < BYTES) {
			throw new BrokenSealException("ends after " + sealed.length + " bytes", null);
		}
		if (sealed[MAGIC.length] != FORMAT) {
			throw new BrokenSealException(
					"must have format " + FORMAT + ", found " + Byte.toUnsignedInt(sealed[MAGIC.length]), null);
		}
		return new SealHeader(numbered(SUITES, sealed[MAGIC.length + 1], "cipher suite"),
				numbered(HASHES, sealed[MAGIC.length + 2], "hash function"));
	}

	private static <T> T numbered(List<T> algorithms, byte number, String kind) {
		if (number < 0 || number >= algorithms.size()) {
			throw new BrokenSealException("names an unknown " + kind + ", found number " + Byte.toUnsignedInt(number),
					null);
		}
		return algorithms.get(number);
	}

	static byte[] nonceOf(byte[] sealed) {
		return Arrays.copyOfRange(sealed, NONCE_AT, BYTES);
	}

	byte[] bytes(byte[] nonce) {
		return ByteBuffer.allocate(BYTES)
			.put(MAGIC)
			.put((byte) FORMAT)
			.put((byte) SUITES.indexOf(this.suite))
			.put((byte) HASHES.indexOf(this.hash))
			.put(nonce)
			.array();
	}

}
