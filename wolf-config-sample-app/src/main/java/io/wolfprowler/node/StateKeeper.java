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
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.BrokenSealException;
import io.wolfprowler.node.seal.KeyFiles;
import io.wolfprowler.node.seal.MissingAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Restores the state of the node on startup, and saves it after each change of the peers
 * and on shutdown. The state is on disk when a change returns. Changes that arrive during
 * a save share the next one.
 */
@Component
class StateKeeper implements InitializingBean, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(StateKeeper.class);

	private final ConfigView<WolfConfig> config;

	private final PeerTable peers;

	private final StateVault vault;

	private final Clock clock;

	// Those of the active configuration, except while it is being replaced.
	private StateSettings settings;

	// The file that was read or written by this node. Only this one is replaced.
	private @Nullable Path ownedFile;

	// The file that could not be read on startup.
	private @Nullable Path unreadableFile;

	// The state in the owned file, sealed with the present settings.
	private @Nullable NodeState saved;

	StateKeeper(ConfigView<WolfConfig> config, PeerTable peers, StateVault vault, Clock clock) {
		this.config = config;
		this.peers = peers;
		this.vault = vault;
		this.clock = clock;
		this.settings = StateSettings.of(config.get());
	}

	/** Read the state, and re-encrypt it if it was sealed with other settings. */
	@Override
	public synchronized void afterPropertiesSet() {
		if (this.settings.saved()) {
			this.vault.sweep(this.settings.file());
			read(this.settings.file());
			save();
		}
	}

	@EventListener
	synchronized void on(PeersChanged change) {
		save();
	}

	@Override
	public synchronized void destroy() {
		save();
	}

	synchronized StateSettings settings() {
		return this.settings;
	}

	synchronized Optional<NodeState> saved() {
		return Optional.ofNullable(this.saved);
	}

	/**
	 * Seal the current state with other settings, without visible effect.
	 * @return the prepared change, without a draft if the state is not to be saved
	 * @throws IOException if it can't be written, or would replace a file that can't be
	 * read
	 * @throws BrokenSealException if it would replace a file that can't be opened
	 * @throws MissingAlgorithmException if this Java runtime lacks the algorithm
	 */
	synchronized StateChange prepare(StateSettings next) throws IOException {
		if (!next.saved()) {
			return new StateChange(next, null, null);
		}
		checkReplaceable(next.file());
		NodeState state = currentState();
		return new StateChange(next, state, this.vault.seal(state, next));
	}

	private void checkReplaceable(Path file) throws IOException {
		if (file.equals(this.unreadableFile)) {
			throw new FileSystemException(file.toString(), null,
					"could not be read when the node started; fix that and restart the node");
		}
		if (!file.equals(this.ownedFile)) {
			this.vault.sweep(file);
			this.vault.open(file);
		}
	}

	/**
	 * Use other settings. If that fails, the next save tries again.
	 * @throws IOException if the draft can't replace the file
	 */
	synchronized void adopt(StateChange change) throws IOException {
		StateSettings before = this.settings;
		this.settings = change.settings();
		this.saved = null;
		if (change.draft() != null) {
			this.ownedFile = this.settings.file();
			change.draft().commit();
			this.saved = change.state();
		}
		logger.info("The state is kept in {}; before, in {}", this.settings, before);
		save();
	}

	private void read(Path file) {
		try {
			this.vault.open(file).ifPresent(this::restore);
			this.ownedFile = file;
		}
		catch (BrokenSealException ex) {
			keepAside(file, ex);
		}
		catch (IOException | MissingAlgorithmException ex) {
			leaveAlone(file, ex);
		}
	}

	private void restore(SealedState found) {
		this.peers.restore(found.state().peers());
		if (found.header().equals(this.settings.header())) {
			this.saved = found.state();
		}
		logger.info("Restored {} peers from {}, written at {}", found.state().peers().size(), this.settings.file(),
				found.state().writtenAt());
	}

	private void keepAside(Path file, BrokenSealException failure) {
		try {
			Path aside = this.vault.keepAside(file);
			this.ownedFile = file;
			logger.error(
					"Cannot open the state: {} {}. It is kept as {}, and the node starts without peers. To get "
							+ "it back, stop the node, put a good copy or the right {} in place, and start it again",
					file, failure.getMessage(), aside, KeyFiles.beside(file));
		}
		catch (IOException ex) {
			leaveAlone(file, ex);
		}
	}

	private void leaveAlone(Path file, Exception failure) {
		this.unreadableFile = file;
		logger.error("Cannot read the state: {}: {}. It stays as it is, the node starts without peers and saves "
				+ "nothing there. Mend this, and start the node again", file, Failures.reason(failure));
	}

	private void save() {
		if (!this.settings.saved() || !this.settings.file().equals(this.ownedFile)) {
			return;
		}
		NodeState state = currentState();
		if (this.saved != null && !state.differsFrom(this.saved)) {
			return;
		}
		try {
			this.vault.seal(state, this.settings).commit();
			this.saved = state;
		}
		catch (IOException | MissingAlgorithmException ex) {
			logger.warn("Cannot save the state in {}: {}. The next change tries again", this.settings.file(),
					Failures.reason(ex));
		}
	}

	private NodeState currentState() {
		return new NodeState(this.config.get().nodeName(), this.peers.peers(), this.clock.instant());
	}

}
