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

import java.security.MessageDigest;

import org.bouncycastle.crypto.digests.Blake3Digest;

/**
 * BLAKE3 with a result of 256 bits. Created directly, so that no further security
 * provider is registered.
 */
final class Blake3 extends MessageDigest {

	private static final int BYTES = 32;

	private final Blake3Digest digest = new Blake3Digest(BYTES * Byte.SIZE);

	Blake3() {
		super("BLAKE3");
	}

	@Override
	protected int engineGetDigestLength() {
		return BYTES;
	}

	@Override
	protected void engineUpdate(byte input) {
		this.digest.update(input);
	}

	@Override
	protected void engineUpdate(byte[] input, int offset, int length) {
		this.digest.update(input, offset, length);
	}

	@Override
	protected byte[] engineDigest() {
		byte[] result = new byte[BYTES];
		this.digest.doFinal(result, 0);
		return result;
	}

	@Override
	protected void engineReset() {
		this.digest.reset();
	}

}
