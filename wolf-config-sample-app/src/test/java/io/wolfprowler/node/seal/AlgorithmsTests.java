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
import java.security.MessageDigest;
import java.security.Security;
import java.util.HexFormat;

import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Algorithms}.
 */
class AlgorithmsTests {

	private final Algorithms algorithms = new Algorithms();

	// The beginnings of what the specifications publish for "abc".
	@ParameterizedTest
	@CsvSource({ "Blake3, 32, 6437b3ac38465133ffb63b75273a8db5", "Sha256, 32, ba7816bf8f01cfea414140de5dae2223",
			"Sha512, 64, ddaf35a193617abacc417349ae204131", "Sha3_256, 32, 3a985da74fe225b2045c172d6bd390bd",
			"Sha3_512, 64, b751850b1a57168a5693cd924b6b096e" })
	void hashesAsPublished(HashFunction function, int bytes, String beginning) {
		MessageDigest digest = this.algorithms.digest(function);

		byte[] result = digest.digest("abc".getBytes(StandardCharsets.US_ASCII));

		assertThat(HexFormat.of().formatHex(result)).startsWith(beginning);
		assertThat(result).hasSize(bytes);
		assertThat(digest.getDigestLength()).isEqualTo(bytes);
	}

	@ParameterizedTest
	@EnumSource
	void hashesAlikeInPiecesAndAfterReset(HashFunction function) {
		byte[] input = "a content of some length, longer than a block of any of the functions. ".repeat(40)
			.getBytes(StandardCharsets.US_ASCII);
		byte[] whole = this.algorithms.digest(function).digest(input);
		MessageDigest digest = this.algorithms.digest(function);
		digest.update((byte) 'x');
		digest.reset();

		digest.update(input[0]);
		digest.update(input, 1, 1500);
		digest.update(input, 1501, input.length - 1501);

		assertThat(digest.digest()).isEqualTo(whole);
		assertThat(digest.digest(input)).isEqualTo(whole);
	}

	@ParameterizedTest
	@EnumSource
	void everyRuntimeHasTheCiphers(CipherSuite suite) {
		assertThat(this.algorithms.cipher(suite).getAlgorithm()).isIn("ChaCha20-Poly1305", "AES/GCM/NoPadding");
	}

	@Test
	void addsNoSecurityProvider() {
		this.algorithms.digest(HashFunction.Blake3).digest();

		assertThat(Security.getProvider("BC")).isNull();
	}

}
