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
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

import io.wolfprowler.config.wolf.CipherSuite;

/**
 * Seals and opens content. A digest and the content are encrypted, and authenticated
 * together with the {@linkplain SealHeader header}. The digest is encrypted, so that it
 * can't be compared with that of a guess.
 */
public final class Seal {

	private static final int TAG_BYTES = 16;

	private final Algorithms algorithms;

	private final SecureRandom random;

	/**
	 * Create a seal.
	 * @param algorithms supplies the algorithms
	 * @param random generates the nonces
	 */
	public Seal(Algorithms algorithms, SecureRandom random) {
		this.algorithms = algorithms;
		this.random = random;
	}

	/**
	 * Seal content.
	 * @param content the content
	 * @param header the algorithms to use
	 * @param key the key
	 * @param buffer provides the memory
	 * @param keep whether the buffer keeps the memory for the next call
	 * @return the sealed content, valid until the buffer is used again
	 * @throws MissingAlgorithmException if the runtime does not have one of the
	 * algorithms
	 */
	public ByteBuffer seal(byte[] content, SealHeader header, MasterKey key, SealBuffer buffer, boolean keep) {
		byte[] nonce = new byte[SealHeader.NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] clear = header.bytes(nonce);
		byte[] digest = digest(header, clear, ByteBuffer.wrap(content));
		try {
			Cipher cipher = cipher(Cipher.ENCRYPT_MODE, header.suite(), key, clear);
			ByteBuffer sealed = buffer.ofAtLeast(clear.length + digest.length + content.length + TAG_BYTES, keep);
			sealed.put(clear);
			cipher.update(ByteBuffer.wrap(digest), sealed);
			cipher.doFinal(ByteBuffer.wrap(content), sealed);
			return sealed.flip();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot seal with " + header.suite(), ex);
		}
	}

	/**
	 * Open sealed content with the algorithms in its header.
	 * @param sealed the sealed content
	 * @param key the key
	 * @return the content
	 * @throws BrokenSealException if it was changed, or sealed with another key
	 * @throws MissingAlgorithmException if the runtime does not have one of the
	 * algorithms
	 */
	public byte[] open(byte[] sealed, MasterKey key) {
		SealHeader header = SealHeader.of(sealed);
		byte[] clear = Arrays.copyOf(sealed, SealHeader.BYTES);
		byte[] opened = decrypt(sealed, clear, header, key);
		int length = Math.min(this.algorithms.digest(header.hash()).getDigestLength(), opened.length);
		byte[] digest = digest(header, clear, ByteBuffer.wrap(opened, length, opened.length - length));
		if (!MessageDigest.isEqual(digest, Arrays.copyOf(opened, length))) {
			throw new BrokenSealException("does not match its digest", null);
		}
		return Arrays.copyOfRange(opened, length, opened.length);
	}

	private byte[] decrypt(byte[] sealed, byte[] clear, SealHeader header, MasterKey key) {
		if (sealed.length < SealHeader.BYTES + TAG_BYTES) {
			throw new BrokenSealException("ends after " + sealed.length + " bytes", null);
		}
		try {
			return cipher(Cipher.DECRYPT_MODE, header.suite(), key, clear).doFinal(sealed, SealHeader.BYTES,
					sealed.length - SealHeader.BYTES);
		}
		catch (AEADBadTagException ex) {
			throw new BrokenSealException("was changed, cut short, or sealed with another key", ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot open with " + header.suite(), ex);
		}
	}

	private Cipher cipher(int mode, CipherSuite suite, MasterKey key, byte[] clear) throws GeneralSecurityException {
		Cipher cipher = this.algorithms.cipher(suite);
		try {
			cipher.init(mode, key.derive(suite), parameters(suite, SealHeader.nonceOf(clear)), this.random);
		}
		catch (InvalidKeyException ex) {
			// A runtime may be restricted to short keys.
			throw new MissingAlgorithmException("crypto.cipher_suite", suite, ex);
		}
		cipher.updateAAD(clear);
		return cipher;
	}

	private static AlgorithmParameterSpec parameters(CipherSuite suite, byte[] nonce) {
		return switch (suite) {
			case ChaCha20Poly1305 -> new IvParameterSpec(nonce);
			case Aes256Gcm, Aes128Gcm -> new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
		};
	}

	private byte[] digest(SealHeader header, byte[] clear, ByteBuffer content) {
		MessageDigest digest = this.algorithms.digest(header.hash());
		digest.update(clear);
		digest.update(content);
		return digest.digest();
	}

}
