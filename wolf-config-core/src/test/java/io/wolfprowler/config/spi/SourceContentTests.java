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

package io.wolfprowler.config.spi;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceContent}.
 */
class SourceContentTests {

	private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	private final byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);

	@Test
	void revisionIsTheDigestWhereTheSourceHasNone() {
		SourceContent content = SourceContent.of(this.bytes);

		assertThat(content.digest()).isEqualTo(SHA256_OF_ABC);
		assertThat(content.revision()).isEqualTo(SHA256_OF_ABC);
		assertThat(content.bytes()).isSameAs(this.bytes);
	}

	@Test
	void revisionIsThatOfTheSourceWhereItHasOne() {
		SourceContent content = SourceContent.of(this.bytes, "\"etag\"");

		assertThat(content.digest()).isEqualTo(SHA256_OF_ABC);
		assertThat(content.revision()).isEqualTo("\"etag\"");
	}

	@Test
	void descriptionDoesNotShowTheContent() {
		assertThat(SourceContent.of(this.bytes, "r")).hasToString("SourceContent[3 bytes, revision=r]");
	}

}
