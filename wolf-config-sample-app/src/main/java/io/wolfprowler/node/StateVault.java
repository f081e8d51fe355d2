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
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Optional;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.Algorithms;
import io.wolfprowler.node.seal.BrokenSealException;
import io.wolfprowler.node.seal.Draft;
import io.wolfprowler.node.seal.DraftedKey;
import io.wolfprowler.node.seal.KeyFiles;
import io.wolfprowler.node.seal.MasterKey;
import io.wolfprowler.node.seal.MissingAlgorithmException;
import io.wolfprowler.node.seal.Seal;
import io.wolfprowler.node.seal.SealBuffer;
import io.wolfprowler.node.seal.SealHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Seals states into files and opens them. Not thread-safe.
 */
@Component
class StateVault {

	// Enough for 100,000 peers, the maximum, with long names.
	private static final long MAX_BYTES = 64L * 1024 * 1024;

	// A mapper of its own, because the file must not depend on the settings of the web.
	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final SealBuffer buffer = new SealBuffer();

	private final ConfigView<WolfConfig> config;

	private final SealJournal journal;

	private final Seal seal;

	private final KeyFiles keys;

	StateVault(ConfigView<WolfConfig> config, SealJournal journal, Algorithms algorithms) {
		SecureRandom random = new SecureRandom();
		CryptoConfig crypto = config.get().crypto();
		this.config = config;
		this.journal = journal;
		this.seal = new Seal(algorithms, random);
		this.keys = new KeyFiles(crypto.securityLevel(), crypto.memoryProtection(), random);
	}

	/**
	 * Open a state.
	 * @param file the state file
	 * @return the state, empty if there is no file
	 * @throws BrokenSealException if it can't be opened with its key
	 * @throws IOException if it can't be read, or is not a sealed state
	 * @throws MissingAlgorithmException if this Java runtime lacks the algorithm
	 */
	Optional<SealedState> open(Path file) throws IOException {
		checkPlace(file);
		if (Files.notExists(file)) {
			return Optional.empty();
		}
		byte[] sealed = read(file);
		try (MasterKey key = this.keys.read(file)) {
			SealHeader header = SealHeader.of(sealed);
			NodeState state = this.json.readValue(this.seal.open(sealed, key), NodeState.class);
			this.journal.opened(file, header, sealed.length);
			return Optional.of(new SealedState(state, header));
		}
		catch (NoSuchFileException ex) {
			throw refused(file, "needs its key, which is not in " + KeyFiles.beside(file), ex);
		}
		catch (JacksonException ex) {
			throw refused(file, "holds something else than a state", ex);
		}
		catch (BrokenSealException ex) {
			throw refused(file, String.valueOf(ex.getMessage()), ex);
		}
	}

	private BrokenSealException refused(Path file, String reason, Exception cause) {
		this.journal.refused(file, reason);
		return new BrokenSealException(reason, cause);
	}

	// Versions of Java differ in whether a path below a regular file is absent or
	// inaccessible.
	private static void checkPlace(Path file) throws IOException {
		Path place = file.toAbsolutePath().getParent();
		while (place != null && !Files.exists(place)) {
			place = place.getParent();
		}
		if (place != null && !Files.isDirectory(place)) {
			throw new FileSystemException(file.toString(), null, place + " is not a directory");
		}
	}

	private static byte[] read(Path file) throws IOException {
		BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
		if (!found.isRegularFile()) {
			throw new FileSystemException(file.toString(), null, "must be a regular file");
		}
		checkSize(file, found.size());
		byte[] content = Files.readAllBytes(file);
		if (!SealHeader.isClaimedBy(content)) {
			throw new FileSystemException(file.toString(), null,
					"is not a sealed state; move it away, or name another state_file");
		}
		return content;
	}

	/**
	 * Seal a state into drafts, with a new key if there is none.
	 * @return the drafts
	 * @throws MissingAlgorithmException if this Java runtime lacks the algorithm
	 */
	StateDraft seal(NodeState state, StateSettings settings) throws IOException {
		Path file = settings.file();
		if (Files.exists(KeyFiles.beside(file))) {
			try (MasterKey key = this.keys.read(file)) {
				return new StateDraft(null, draft(state, settings, key));
			}
		}
		return sealWithNewKey(state, settings);
	}

	private StateDraft sealWithNewKey(NodeState state, StateSettings settings) throws IOException {
		DraftedKey fresh = this.keys.draft(settings.file());
		boolean sealed = false;
		try (MasterKey key = fresh.key()) {
			StateDraft draft = new StateDraft(fresh.draft(), draft(state, settings, key));
			sealed = true;
			return draft;
		}
		finally {
			if (!sealed) {
				fresh.draft().discard();
			}
		}
	}

	private Draft draft(NodeState state, StateSettings settings, MasterKey key) throws IOException {
		boolean keep = this.config.get().crypto().performanceOptimization();
		ByteBuffer sealed = this.seal.seal(this.json.writeValueAsBytes(state), settings.header(), key, this.buffer,
				keep);
		int bytes = sealed.remaining();
		checkSize(settings.file(), bytes);
		Draft draft = Draft.write(settings.file(), sealed);
		this.journal.sealed(settings.file(), settings.header(), bytes);
		return draft;
	}

	private static void checkSize(Path file, long bytes) throws IOException {
		if (bytes > MAX_BYTES) {
			throw new FileSystemException(file.toString(), null,
					"must be at most " + MAX_BYTES + " bytes, found " + bytes);
		}
	}

	/** Delete the drafts of processes that were killed. */
	void sweep(Path file) {
		Draft.sweep(file);
		Draft.sweep(KeyFiles.beside(file));
	}

	/**
	 * Rename a file to a free name beside it.
	 * @return the new name
	 */
	Path keepAside(Path file) throws IOException {
		Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
		for (int i = 2; Files.exists(aside); i++) {
			aside = file.resolveSibling(file.getFileName() + ".unreadable." + i);
		}
		return Files.move(file, aside);
	}

}
