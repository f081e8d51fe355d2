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
 * Keeps the state of the node: reads it at the start, and saves it after each change of
 * the peers and at the end. A save is on the disk when the change returns; changes that
 * come while one is written share the next.
 */
@Component
class StateKeeper implements InitializingBean, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(StateKeeper.class);

	private final ConfigView<WolfConfig> config;

	private final PeerTable peers;

	private final StateVault vault;

	private final Clock clock;

	// Those of the configuration in force, but while it is being replaced.
	private StateSettings settings;

	// The file whose content is known. No other is replaced.
	private @Nullable Path known;

	// The file that was there at the start and could not be read.
	private @Nullable Path unread;

	// What the known file holds, sealed as the settings want it.
	private @Nullable NodeState saved;

	StateKeeper(ConfigView<WolfConfig> config, PeerTable peers, StateVault vault, Clock clock) {
		this.config = config;
		this.peers = peers;
		this.vault = vault;
		this.clock = clock;
		this.settings = StateSettings.of(config.get());
	}

	/** Read the state, and seal it anew if it is not sealed as is wanted now. */
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
	 * Seal the present state as other settings want it. Nothing shows yet.
	 * @return what is to become of it, without a draft if the settings want none
	 * @throws IOException if it can't be written, or would replace what is not known
	 * @throws BrokenSealException if it would replace a file that can't be opened
	 * @throws MissingAlgorithmException if this Java runtime can't seal it so
	 */
	synchronized StateChange prepare(StateSettings next) throws IOException {
		if (!next.saved()) {
			return new StateChange(next, null, null);
		}
		checkReplaceable(next.file());
		NodeState state = present();
		return new StateChange(next, state, this.vault.seal(state, next));
	}

	private void checkReplaceable(Path file) throws IOException {
		if (file.equals(this.unread)) {
			throw new FileSystemException(file.toString(), null,
					"could not be read when the node was started; mend that and start it again");
		}
		if (!file.equals(this.known)) {
			this.vault.sweep(file);
			this.vault.open(file);
		}
	}

	/**
	 * Act on other settings from now on. When that fails, the next save tries again.
	 * @throws IOException if the draft can't take the place of the file
	 */
	synchronized void adopt(StateChange change) throws IOException {
		StateSettings before = this.settings;
		this.settings = change.settings();
		this.saved = null;
		if (change.draft() != null) {
			this.known = this.settings.file();
			change.draft().commit();
			this.saved = change.state();
		}
		logger.info("The state is kept in {}; before, in {}", this.settings, before);
		save();
	}

	private void read(Path file) {
		try {
			this.vault.open(file).ifPresent(this::restore);
			this.known = file;
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
			this.known = file;
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
		this.unread = file;
		logger.error("Cannot read the state: {}: {}. It stays as it is, the node starts without peers and saves "
				+ "nothing there. Mend this, and start the node again", file, Failures.reason(failure));
	}

	private void save() {
		if (!this.settings.saved() || !this.settings.file().equals(this.known)) {
			return;
		}
		NodeState state = present();
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

	private NodeState present() {
		return new NodeState(this.config.get().nodeName(), this.peers.peers(), this.clock.instant());
	}

}
