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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StateKeeper}: what one run of a node leaves to the next.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("filesystem")
class StateKeeperTests {

	@TempDir
	private Path directory;

	private Path state;

	private Path key;

	@BeforeEach
	void nameFiles() {
		this.state = this.directory.resolve("state.json");
		this.key = this.directory.resolve("state.json.key");
	}

	@Test
	void remembersItsPeersAfterARestart(CapturedOutput output) {
		try (NodeOnDisk first = new NodeOnDisk(this.directory)) {
			first.connect("alpha", "beta");
		}

		try (NodeOnDisk second = new NodeOnDisk(this.directory)) {
			assertThat(second.peers.peers()).containsExactly("alpha", "beta");
			assertThat(output).contains("Restored 2 peers from " + this.state + ", written at " + NodeOnDisk.NOW);
		}
	}

	@Test
	void remembersItsPeersAfterASuddenEnd() {
		NodeOnDisk first = new NodeOnDisk(this.directory);
		first.connect("alpha", "beta");
		first.kill();

		try (NodeOnDisk second = new NodeOnDisk(this.directory)) {
			assertThat(second.peers.peers()).containsExactly("alpha", "beta");
		}
	}

	@Test
	void makesFilesThatOnlyItsOwnerMayRead() throws IOException {
		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(Files.getPosixFilePermissions(this.state))
				.isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThat(Files.getPosixFilePermissions(this.key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThat(node.keeper.saved()).isPresent();
		}
	}

	@Test
	void writesNothingThatIsWrittenAlready() throws IOException {
		try (NodeOnDisk first = new NodeOnDisk(this.directory)) {
			first.connect("alpha");
		}
		byte[] written = Files.readAllBytes(this.state);

		try (NodeOnDisk second = new NodeOnDisk(this.directory)) {
			second.connect("alpha");
		}

		assertThat(this.state).hasBinaryContent(written);
	}

	@Test
	void keepsEveryPeerThatConnectsAtTheSameTime() {
		List<String> all = new ArrayList<>();
		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			List<CompletableFuture<?>> connecting = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				String peer = "peer-" + i;
				all.add(peer);
				connecting.add(CompletableFuture.runAsync(() -> node.connect(peer)));
			}
			connecting.forEach(CompletableFuture::join);
			node.kill();
		}

		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			assertThat(next.peers.peers()).containsExactlyInAnyOrderElementsOf(all);
		}
	}

	@Test
	void doesNothingWhileTheStateIsNotToBeSaved() throws IOException {
		Files.writeString(this.directory.resolve("config.toml"),
				"save_state = false\nstate_file = \"" + this.state + "\"\n");

		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			node.connect("alpha");
		}

		assertThat(this.directory).isDirectoryNotContaining("glob:**state.json*");
	}

	// Of the header, the digest, the content and the tag.
	@ParameterizedTest
	@ValueSource(ints = { 4, 5, 6, 7, 18, 19, 40, 60, -40, -16, -1 })
	void keepsAFileAsideThatWasTamperedWith(int index, CapturedOutput output) throws IOException {
		runWith("alpha");
		byte[] bytes = Files.readAllBytes(this.state);
		bytes[(index < 0) ? bytes.length + index : index] ^= 4;
		Files.write(this.state, bytes);

		assertKeptAside(bytes, output);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 4, 18, 19, 34, 60 })
	void keepsAFileAsideThatWasCutShort(int length, CapturedOutput output) throws IOException {
		runWith("alpha");
		byte[] bytes = Arrays.copyOf(Files.readAllBytes(this.state), length);
		Files.write(this.state, bytes);

		assertKeptAside(bytes, output);
	}

	@Test
	void keepsAFileAsideThatWasSealedWithAnotherKey(CapturedOutput output) throws IOException {
		runWith("alpha");
		Files.write(this.key, new byte[32]);

		assertKeptAside(Files.readAllBytes(this.state), output);
	}

	@Test
	void keepsAFileAsideWhoseKeyIsGone(CapturedOutput output) throws IOException {
		runWith("alpha");
		Files.delete(this.key);

		assertKeptAside(Files.readAllBytes(this.state), output);
	}

	private void assertKeptAside(byte[] bytes, CapturedOutput output) {
		Path aside = this.directory.resolve("state.json.unreadable");
		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(node.peers.peers()).isEmpty();
			assertThat(node.connect("beta")).containsExactly("beta");
			assertThat(node.journal.counts().refused()).isOne();
		}

		assertThat(aside).hasBinaryContent(bytes);
		assertThat(output).containsOnlyOnce("Cannot open the state: " + this.state)
			.contains("It is kept as " + aside, "the right " + this.key);
		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			assertThat(next.peers.peers()).containsExactly("beta");
		}
	}

	@Test
	void keepsEveryFileThatItCouldNotOpen() throws IOException {
		for (int i = 0; i < 3; i++) {
			Files.writeString(this.state, "WOLF" + i);
			new NodeOnDisk(this.directory).close();
		}

		assertThat(this.directory.resolve("state.json.unreadable")).hasContent("WOLF0");
		assertThat(this.directory.resolve("state.json.unreadable.2")).hasContent("WOLF1");
		assertThat(this.directory.resolve("state.json.unreadable.3")).hasContent("WOLF2");
	}

	@Test
	void opensTheFileThatWasPutBackWithItsKey() throws IOException {
		runWith("alpha");
		byte[] lost = Files.readAllBytes(this.key);
		Files.delete(this.key);
		runWith("beta");

		Files.move(this.directory.resolve("state.json.unreadable"), this.state, StandardCopyOption.REPLACE_EXISTING);
		Files.write(this.key, lost);

		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(node.peers.peers()).containsExactly("alpha");
		}
	}

	@Test
	void leavesAFileAloneThatIsNotItsOwn(CapturedOutput output) throws IOException {
		Path notes = Files.writeString(this.directory.resolve("notes.txt"), "to be kept");
		Files.writeString(this.directory.resolve("config.toml"), "state_file = \"" + notes + "\"\n");

		runWith("alpha");

		assertThat(notes).hasContent("to be kept");
		assertThat(output).contains("Cannot read the state: " + notes + ": is not a sealed state; move it away");
	}

	@Test
	void savesNothingOverAStateThatItMayNotRead(CapturedOutput output) throws IOException {
		runWith("alpha");
		Files.setPosixFilePermissions(this.key, PosixFilePermissions.fromString("rw-r--r--"));

		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(node.connect("beta")).containsExactly("beta");
			Files.setPosixFilePermissions(this.key, PosixFilePermissions.fromString("rw-------"));
		}

		assertThat(output).contains("found mode rw-r--r--; chmod 600 " + this.key);
		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			assertThat(next.peers.peers()).containsExactly("alpha");
		}
	}

	@Test
	void runsOnWhenItsStateCantBeSaved(CapturedOutput output) throws IOException {
		Path later = this.directory.resolve("later");
		Files.writeString(this.directory.resolve("config.toml"),
				"state_file = \"" + later.resolve("state.json") + "\"\n");

		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(node.connect("alpha")).containsExactly("alpha");
			assertThat(output).contains("Cannot save the state in " + later.resolve("state.json") + ": " + later
					+ " is not a directory. The next change tries again");
			Files.createDirectory(later);
			node.connect("beta");
		}

		assertThat(later.resolve("state.json")).isRegularFile();
	}

	@Test
	void runsOnWhenItsStateCantBeRead(CapturedOutput output) throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		Files.writeString(this.directory.resolve("config.toml"),
				"state_file = \"" + file.resolve("state.json") + "\"\n");

		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			assertThat(node.connect("alpha")).containsExactly("alpha");
		}

		assertThat(output)
			.contains("Cannot read the state: " + file.resolve("state.json") + ": " + file + " is not a directory");
	}

	@Test
	void sweepsAwayWhatASuddenEndHasLeft() throws IOException {
		long gone = Long.MAX_VALUE / 10;
		Files.createFile(this.directory.resolve(".state.json." + gone + ".1.draft"));
		Files.createFile(this.directory.resolve(".state.json.key." + gone + ".1.draft"));

		new NodeOnDisk(this.directory).close();

		assertThat(this.directory).isDirectoryNotContaining("glob:**.draft");
	}

	@Test
	void countsAndLogsOnlyWhatItIsToldTo(CapturedOutput output) throws IOException {
		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			node.connect("alpha");
			assertThat(node.journal.counts()).isEqualTo(new SealJournal.Counts(2, 0, 0));
			assertThat(output).contains("SealJournal", "Sealed " + this.state + " with ChaCha20Poly1305 and Blake3, ");
			node.change((config) -> config.crypto((crypto) -> crypto.enableMetrics(false).enableAuditLogging(false)));
			int logged = output.toString().split("SealJournal", -1).length;

			node.connect("beta");

			assertThat(node.journal.counts()).isEqualTo(new SealJournal.Counts(2, 0, 0));
			assertThat(output.toString().split("SealJournal", -1)).hasSize(logged);
		}
	}

	private void runWith(String peer) {
		try (NodeOnDisk node = new NodeOnDisk(this.directory)) {
			node.connect(peer);
		}
	}

}
