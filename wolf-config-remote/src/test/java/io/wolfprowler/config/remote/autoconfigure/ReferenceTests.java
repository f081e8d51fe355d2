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
package io.wolfprowler.config.remote.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code docs/reference.md} is what the metadata says, and writes it when told
 * to.
 */
class ReferenceTests {

	private static final Path FILE = Path.of("../docs/reference.md");

	private static final String COMMAND = "./mvnw -pl wolf-config-remote -am test -Dtest=ReferenceTests"
			+ " -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true";

	@Test
	void theReferenceIsWhatTheMetadataSays() throws IOException {
		String reference = Reference.of(ConfigurationMetadata.generated());
		if (Boolean.getBoolean("reference.write")) {
			Files.writeString(FILE, reference);
		}

		assertThat(FILE).as("a property has changed; write the reference anew with " + COMMAND)
			.content()
			.isEqualTo(reference);
	}

}
