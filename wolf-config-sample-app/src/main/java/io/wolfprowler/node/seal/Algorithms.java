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

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Cipher;

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;

/**
 * The algorithms behind the names in the configuration: those of the Java runtime, and
 * BLAKE3, which it does not have.
 */
public class Algorithms {

	/**
	 * Find the cipher of a suite.
	 * @param suite the suite
	 * @return a cipher that belongs to the caller
	 * @throws MissingAlgorithmException if the runtime does not have it
	 */
	public Cipher cipher(CipherSuite suite) {
		try {
			return Cipher.getInstance(switch (suite) {
				case ChaCha20Poly1305 -> "ChaCha20-Poly1305";
				case Aes256Gcm, Aes128Gcm -> "AES/GCM/NoPadding";
			});
		}
		catch (GeneralSecurityException ex) {
			throw new MissingAlgorithmException("crypto.cipher_suite", suite, ex);
		}
	}

	/**
	 * Find a hash function.
	 * @param function the function
	 * @return a digest that belongs to the caller
	 * @throws MissingAlgorithmException if the runtime does not have it
	 */
	public MessageDigest digest(HashFunction function) {
		try {
			return switch (function) {
				case Blake3 -> new Blake3();
				case Sha256 -> MessageDigest.getInstance("SHA-256");
				case Sha512 -> MessageDigest.getInstance("SHA-512");
				case Sha3_256 -> MessageDigest.getInstance("SHA3-256");
				case Sha3_512 -> MessageDigest.getInstance("SHA3-512");
			};
		}
		catch (GeneralSecurityException ex) {
			throw new MissingAlgorithmException("crypto.hash_function", function, ex);
		}
	}

}
