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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.crypto.Cipher;

import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.HashFunction;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.Algorithms;
import io.wolfprowler.node.seal.MissingAlgorithmException;
import io.wolfprowler.node.seal.SealHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Resealing}.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("filesystem")
class ResealingTests {

	private static final String DRAFTS = "glob:**.draft";

	@TempDir
	private Path directory;

	private Path state;

	private NodeOnDisk node;

	@BeforeEach
	void startNode() {
		this.state = this.directory.resolve("state.json");
		this.node = new NodeOnDisk(this.directory);
		this.node.connect("alpha", "beta");
	}

	@ParameterizedTest
	@MethodSource("headers")
	void sealsTheStateWithEveryPairOfAlgorithms(SealHeader header) throws IOException {
		this.node.change(to(header));

		assertThat(header()).isEqualTo(header);
		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta");
	}

	@Test
	void showsNothingBeforeTheCommit() throws IOException {
		byte[] before = Files.readAllBytes(this.state);

		Prepared prepared = this.node.prepare(to(CipherSuite.Aes128Gcm));

		assertThat(this.state).hasBinaryContent(before);
		prepared.commit();
		assertThat(header().suite()).isEqualTo(CipherSuite.Aes128Gcm);
		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void leavesNothingAfterARollback() throws IOException {
		byte[] before = Files.readAllBytes(this.state);
		Path elsewhere = Files.createDirectory(this.directory.resolve("elsewhere"));

		this.node.prepare(to(CipherSuite.Aes128Gcm)).rollback();
		this.node.prepare((config) -> config.stateFile(elsewhere.resolve("state.json").toString())).rollback();

		assertThat(this.state).hasBinaryContent(before);
		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	void keepsAPeerThatConnectsBetweenTheHalves() throws IOException {
		Prepared prepared = this.node.prepare(to(CipherSuite.Aes256Gcm));
		this.node.connect("gamma");

		prepared.commit();

		assertThat(header().suite()).isEqualTo(CipherSuite.Aes256Gcm);
		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta", "gamma");
	}

	@Test
	void movesTheStateToAnotherFileWithAKeyOfItsOwn(CapturedOutput output) throws IOException {
		byte[] before = Files.readAllBytes(this.state);
		Path target = Files.createDirectory(this.directory.resolve("elsewhere")).resolve("moved.json");

		this.node.change((config) -> config.stateFile(target.toString()));

		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta");
		assertThat(this.state).hasBinaryContent(before);
		assertThat(Files.readAllBytes(target.resolveSibling("moved.json.key")))
			.isNotEqualTo(Files.readAllBytes(this.directory.resolve("state.json.key")));
		assertThat(output).contains("The state is kept in " + target + ", sealed with ChaCha20Poly1305 and Blake3; "
				+ "before, in " + this.state);
	}

	@Test
	void stopsAndStartsSaving(CapturedOutput output) throws IOException {
		byte[] before = Files.readAllBytes(this.state);
		this.node.change((config) -> config.saveState(false));
		this.node.connect("gamma");
		assertThat(this.state).hasBinaryContent(before);
		assertThat(output).contains("The state is kept in no file; before, in " + this.state);

		this.node.change((config) -> config.saveState(true));

		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta", "gamma");
	}

	@Test
	void hasNothingToDoForOtherChanges() {
		assertThat(this.node.prepare((config) -> config.webPort(9090).nodeName("grey"))).isSameAs(Prepared.NOTHING);
	}

	@Test
	void vetoesADirectoryThatIsNone() throws IOException {
		Path below = this.state.resolve("below.json");

		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.node.prepare((config) -> config.stateFile(below.toString())))
			.withMessage(
					"state_file must be a file that the state can be sealed in, found \"%s\": %s is not a directory",
					below, this.state)
			.returns("state_file", ConfigVetoException::getKey);
		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta");
	}

	@Test
	void vetoesADirectoryThatIsNotThere() throws IOException {
		Path absent = this.directory.resolve("absent");

		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.node.prepare((config) -> config.stateFile(absent.resolve("state.json").toString())))
			.withMessageEndingWith(absent + " is not a directory");
		assertThat(absent).doesNotExist();
	}

	@Test
	void vetoesAFileThatIsNotItsOwn() throws IOException {
		Path config = this.directory.resolve("config.toml");
		String text = Files.readString(config);

		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.node.prepare((edits) -> edits.stateFile(config.toString())))
			.withMessageEndingWith("is not a sealed state; move it away, or name another state_file");
		assertThat(config).hasContent(text);
	}

	@Test
	void vetoesAStateThatItCantOpen() throws IOException {
		Path broken = Files.writeString(this.directory.resolve("broken.json"), "WOLF");

		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.node.prepare((edits) -> edits.stateFile(broken.toString())))
			.withMessageContaining("move it away, or name another file");
		assertThat(broken).hasContent("WOLF");
		assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void vetoesAPathThatIsNone() {
		assertThatExceptionOfType(ConfigVetoException.class)
			.isThrownBy(() -> this.node.prepare((edits) -> edits.stateFile("\0")))
			.withMessageStartingWith("state_file must be the path of a file, found ");
	}

	@Test
	void vetoesAnAlgorithmThatIsNotToBeHad() {
		try (NodeOnDisk limited = new NodeOnDisk(this.directory, new WithoutAes())) {
			assertThatExceptionOfType(ConfigVetoException.class)
				.isThrownBy(() -> limited.prepare(to(CipherSuite.Aes256Gcm)))
				.withMessage(
						"crypto.cipher_suite must be an algorithm that this Java runtime supports, found Aes256Gcm")
				.returns("crypto.cipher_suite", ConfigVetoException::getKey);
			assertThat(this.directory).isDirectoryNotContaining(DRAFTS);
		}
	}

	@Test
	void vetoesToReplaceAStateThatWasNotReadAtTheStart() throws IOException {
		Files.writeString(this.state, "notes");
		this.node.kill();

		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			Files.delete(this.state);
			assertThatExceptionOfType(ConfigVetoException.class).isThrownBy(() -> next.prepare(to(HashFunction.Sha256)))
				.withMessageEndingWith("could not be read when the node started; fix that and restart the node");
		}
	}

	@Test
	void triesAgainAfterACommitThatFailed() throws IOException {
		Path target = Files.createDirectory(this.directory.resolve("elsewhere")).resolve("moved.json");
		Prepared prepared = this.node.prepare((config) -> config.stateFile(target.toString()));
		Path inTheWay = Files.createDirectories(target.resolve("in the way"));

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(prepared::commit)
			.withMessageStartingWith("Cannot save the state in " + target);
		Files.delete(inTheWay);
		Files.delete(target);
		this.node.connect("gamma");

		assertThat(target).isRegularFile();
		assertThat(target.getParent()).isDirectoryNotContaining(DRAFTS);
	}

	@Test
	void sealsAnewAtTheStartWhatWasSealedOtherwise() throws IOException {
		this.node.close();
		Files.writeString(this.directory.resolve("config.toml"), "\n[crypto]\ncipher_suite = \"Aes128Gcm\"\n",
				StandardOpenOption.APPEND);

		assertThat(peersOfTheNextRun()).containsExactly("alpha", "beta");
		assertThat(header().suite()).isEqualTo(CipherSuite.Aes128Gcm);
	}

	private Iterable<String> peersOfTheNextRun() {
		this.node.kill();
		try (NodeOnDisk next = new NodeOnDisk(this.directory)) {
			return next.peers.peers();
		}
	}

	private SealHeader header() throws IOException {
		return SealHeader.of(Files.readAllBytes(this.state));
	}

	private static Consumer<WolfConfig.Builder> to(SealHeader header) {
		return (config) -> config.crypto((crypto) -> crypto.cipherSuite(header.suite()).hashFunction(header.hash()));
	}

	private static Consumer<WolfConfig.Builder> to(CipherSuite suite) {
		return (config) -> config.crypto((crypto) -> crypto.cipherSuite(suite));
	}

	private static Consumer<WolfConfig.Builder> to(HashFunction hash) {
		return (config) -> config.crypto((crypto) -> crypto.hashFunction(hash));
	}

	static Stream<SealHeader> headers() {
		return Stream.of(CipherSuite.values())
			.flatMap((suite) -> Stream.of(HashFunction.values()).map((hash) -> new SealHeader(suite, hash)));
	}

	private static final class WithoutAes extends Algorithms {

		@Override
		public Cipher cipher(CipherSuite suite) {
			if (suite != CipherSuite.ChaCha20Poly1305) {
				throw new MissingAlgorithmException("crypto.cipher_suite", suite, new NoSuchAlgorithmException());
			}
			return super.cipher(suite);
		}

	}

}
