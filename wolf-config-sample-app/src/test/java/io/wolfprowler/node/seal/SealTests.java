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
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.crypto.Cipher;

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Seal}.
 */
class SealTests {

	private static final byte[] CONTENT = "alpha, beta, gamma".getBytes(StandardCharsets.UTF_8);

	private static final SealHeader HEADER = new SealHeader(CipherSuite.Aes256Gcm, HashFunction.Sha256);

	private final Seal seal = new Seal(new Algorithms(), new SecureRandom());

	private final MasterKey key = key(1);

	@ParameterizedTest
	@MethodSource("headers")
	void opensWhatItHasSealed(SealHeader header) {
		byte[] sealed = seal(header, CONTENT);

		assertThat(this.seal.open(sealed, this.key)).isEqualTo(CONTENT);
		assertThat(SealHeader.of(sealed)).isEqualTo(header);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("alpha", "beta", "gamma");
	}

	@ParameterizedTest
	@MethodSource("headers")
	void opensWhatIsEmptyOrLarge(SealHeader header) {
		byte[] large = new byte[100_000];
		new SecureRandom().nextBytes(large);

		assertThat(this.seal.open(seal(header, new byte[0]), this.key)).isEmpty();
		assertThat(this.seal.open(seal(header, large), this.key)).isEqualTo(large);
	}

	@ParameterizedTest
	@MethodSource("headers")
	void refusesAChangeOfAnyByte(SealHeader header) {
		byte[] sealed = seal(header, CONTENT);

		for (int i = 0; i < sealed.length; i++) {
			byte[] changed = sealed.clone();
			changed[i] ^= 1;
			assertBroken(changed, this.key);
		}
	}

	@ParameterizedTest
	@MethodSource("headers")
	void refusesAnyLengthButItsOwn(SealHeader header) {
		byte[] sealed = seal(header, CONTENT);

		for (int length = 0; length < sealed.length; length++) {
			assertBroken(Arrays.copyOf(sealed, length), this.key);
		}
		assertBroken(Arrays.copyOf(sealed, sealed.length + 1), this.key);
	}

	@ParameterizedTest
	@MethodSource("headers")
	void refusesAnotherKey(SealHeader header) {
		assertBroken(seal(header, CONTENT), key(2));
	}

	@Test
	void refusesTheHeaderOfAnother() {
		byte[] one = seal(HEADER, CONTENT);
		byte[] other = seal(HEADER, CONTENT);
		System.arraycopy(other, 0, one, 0, SealHeader.BYTES);

		assertBroken(one, this.key);
	}

	@Test
	void sealsTheSameDifferentlyEachTime() {
		assertThat(seal(HEADER, CONTENT)).isNotEqualTo(seal(HEADER, CONTENT));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | 88 | is not a sealed file
			4 | 2  | must have format 1, found 2
			5 | 3  | names an unknown cipher suite, found number 3
			6 | 5  | names an unknown hash function, found number 5
			6 | 2  | was changed, cut short, or sealed with another key
			""")
	void saysWhatIsWrongWithTheHeader(int index, byte value, String reason) {
		byte[] sealed = seal(HEADER, CONTENT);
		sealed[index] = value;

		assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> this.seal.open(sealed, this.key))
			.withMessage(reason);
	}

	// A file that was written today is opened by every later version.
	@Test
	void numbersOfAlgorithmsStayAsTheyAre() {
		assertThat(headers().map((header) -> header.bytes(new byte[SealHeader.NONCE_BYTES])))
			.extracting((bytes) -> bytes[5] * 10 + bytes[6])
			.containsExactly(0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24);
	}

	@Test
	void saysThatTheRuntimeIsRestrictedToShorterKeys() {
		Seal restricted = new Seal(new ShortKeys(), new SecureRandom());

		assertThatExceptionOfType(MissingAlgorithmException.class)
			.isThrownBy(() -> restricted.seal(CONTENT, HEADER, this.key, new SealBuffer(), false))
			.withMessage("crypto.cipher_suite must be an algorithm that this Java runtime supports, found Aes256Gcm");
	}

	@Test
	void usesItsBufferAgainOnlyWhenToldTo() {
		SealBuffer buffer = new SealBuffer();

		ByteBuffer kept = this.seal.seal(CONTENT, HEADER, this.key, buffer, true);
		ByteBuffer again = this.seal.seal(new byte[3], HEADER, this.key, buffer, true);
		ByteBuffer fresh = this.seal.seal(CONTENT, HEADER, this.key, buffer, false);

		assertThat(again.array()).isSameAs(kept.array()).isNotSameAs(fresh.array());
		assertThat(this.seal.open(bytes(again), this.key)).hasSize(3);
		assertThat(buffer.ofAtLeast(1, true).array()).hasSize(1);
	}

	private byte[] seal(SealHeader header, byte[] content) {
		return bytes(this.seal.seal(content, header, this.key, new SealBuffer(), false));
	}

	private void assertBroken(byte[] sealed, MasterKey key) {
		assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> this.seal.open(sealed, key));
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.get(bytes);
		return bytes;
	}

	private static MasterKey key(int first) {
		byte[] secret = new byte[MasterKey.BYTES];
		secret[0] = (byte) first;
		return new MasterKey(secret, true);
	}

	static Stream<SealHeader> headers() {
		return Stream.of(CipherSuite.values())
			.flatMap((suite) -> Stream.of(HashFunction.values()).map((hash) -> new SealHeader(suite, hash)));
	}

	private static final class ShortKeys extends Algorithms {

		@Override
		public Cipher cipher(CipherSuite suite) {
			try {
				return Cipher.getInstance("AES_128/GCM/NoPadding");
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
