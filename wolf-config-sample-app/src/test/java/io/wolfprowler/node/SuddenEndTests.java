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

package io.wolfprowler.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.node.seal.SealHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a process which ends between the two halves of a change, as when it is
 * killed, leaves the state as it was.
 */
@Tag("filesystem")
class SuddenEndTests {

	private static final int KILLED = 137;

	private static final String DRAFTS = "glob:**.draft";

	@TempDir
	private Path directory;

	@Test
	void leavesTheOldStateAndADraftForTheNextStart() throws Exception {
		assertThat(exitOf(new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), SuddenEndTests.class.getName(), this.directory.toString())))
			.isEqualTo(KILLED);

		assertThat(this.directory).isDirectoryContaining(DRAFTS);
		assertThat(SealHeader.of(Files.readAllBytes(this.directory.resolve("state.json"))).suite())
			.isEqualTo(CipherSuite.ChaCha20Poly1305);
		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			assertThat(next.peers.peers()).containsExactly("alpha", "beta");
			assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private int exitOf(ProcessBuilder builder) throws IOException, InterruptedException {
		Process process = builder.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return process.exitValue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * The process that is killed.
	 * @param args the directory of its files
	 */
	public static void main(String[] args) {
		NodeOnDisk node = new NodeOnDisk(Path.of(args[0]));
		node.connect("alpha", "beta");
		Prepared prepared = node
			.prepare((config) -> config.crypto((crypto) -> crypto.cipherSuite(CipherSuite.Aes128Gcm)));
		Runtime.getRuntime().halt(Objects.nonNull(prepared) ? KILLED : 1);
	}

}
