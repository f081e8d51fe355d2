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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.wolfprowler.config.wolf.CipherSuite;

/**
 * The secret of a key file. Nothing is encrypted with it: each suite has its own key,
 * derived with the expand step of HKDF (RFC 5869), so that a weakness of one suite
 * reveals nothing about the key of another.
 */
public final class MasterKey implements AutoCloseable {

	static final int BYTES = 32;

	private static final String HMAC = "HmacSHA256";

	private final byte[] secret;

	private final boolean cleared;

	/**
	 * Create a key.
	 * @param secret the secret, owned by this key
	 * @param cleared whether the secret is overwritten on close
	 */
	MasterKey(byte[] secret, boolean cleared) {
		this.secret = secret;
		this.cleared = cleared;
	}

	SecretKey derive(CipherSuite suite) {
		return switch (suite) {
			case ChaCha20Poly1305 -> derive("ChaCha20", 32, suite);
			case Aes256Gcm -> derive("AES", 32, suite);
			case Aes128Gcm -> derive("AES", 16, suite);
		};
	}

	private SecretKey derive(String algorithm, int bytes, CipherSuite suite) {
		byte[] key = expand(this.secret, ("wolf-prowler sealed file " + suite).getBytes(StandardCharsets.UTF_8));
		try {
			return new SecretKeySpec(key, 0, bytes, algorithm);
		}
		finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	/** Return the first block of the HKDF expansion of a secret; no suite needs more. */
	static byte[] expand(byte[] secret, byte[] info) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(secret, HMAC));
			mac.update(info);
			return mac.doFinal(new byte[] { 1 });
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java runtime has " + HMAC, ex);
		}
	}

	@Override
	public void close() {
		if (this.cleared) {
			Arrays.fill(this.secret, (byte) 0);
		}
	}

}
