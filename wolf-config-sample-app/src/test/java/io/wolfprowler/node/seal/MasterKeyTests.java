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

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.wolfprowler.config.wolf.CipherSuite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterKey}.
 */
class MasterKeyTests {

	// The first case in appendix A of RFC 5869, as far as its first block.
	@Test
	void expandsAsPublished() {
		byte[] secret = HexFormat.of().parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");

		byte[] key = MasterKey.expand(secret, HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"));

		assertThat(HexFormat.of().formatHex(key))
			.isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
	}

	@Test
	void givesEachSuiteAKeyOfItsOwn() {
		MasterKey key = new MasterKey(new byte[MasterKey.BYTES], true);

		assertThat(Stream.of(CipherSuite.values()).map((suite) -> key.derive(suite).getEncoded()))
			.extracting((derived) -> derived.length)
			.containsExactly(32, 32, 16);
		assertThat(Stream.of(CipherSuite.values())
			.map((suite) -> HexFormat.of().formatHex(Arrays.copyOf(key.derive(suite).getEncoded(), 16))))
			.doesNotHaveDuplicates();
	}

	@Test
	void isOverwrittenOnCloseUnlessItIsKept() {
		byte[] cleared = { 1, 2, 3 };
		byte[] kept = { 1, 2, 3 };

		new MasterKey(cleared, true).close();
		new MasterKey(kept, false).close();

		assertThat(cleared).containsOnly(0);
		assertThat(kept).containsExactly(1, 2, 3);
	}

}
