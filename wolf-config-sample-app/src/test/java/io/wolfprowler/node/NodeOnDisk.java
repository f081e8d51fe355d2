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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.Algorithms;

/**
 * One run of a node that keeps its state in a directory, without Spring and without a
 * network.
 */
final class NodeOnDisk implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-27T08:30:00Z");

	private final ConfigManager<WolfConfig> manager;

	final PeerTable peers;

	final SealJournal journal;

	final StateKeeper keeper;

	private final Resealing resealing;

	/**
	 * Start a node.
	 * @param directory the place of {@code config.toml}, written with {@code state.json}
	 * as the state file if there is none
	 */
	NodeOnDisk(Path directory) {
		this(directory, new Algorithms());
	}

	NodeOnDisk(Path directory, Algorithms algorithms) {
		this.manager = ConfigManager.builder(WolfConfig.class).file(config(directory)).build();
		this.peers = new PeerTable(this.manager, this::publish);
		this.journal = new SealJournal(this.manager);
		this.keeper = new StateKeeper(this.manager, this.peers, new StateVault(this.manager, this.journal, algorithms),
				Clock.fixed(NOW, ZoneOffset.UTC));
		this.resealing = new Resealing(this.keeper);
		this.keeper.afterPropertiesSet();
	}

	private static Path config(Path directory) {
		Path file = directory.resolve("config.toml");
		try {
			return Files.exists(file) ? file
					: Files.writeString(file, "state_file = \"" + directory.resolve("state.json") + "\"\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void publish(Object event) {
		this.keeper.on((PeersChanged) event);
	}

	List<String> connect(String... names) {
		for (String name : names) {
			this.peers.connect(name);
		}
		return this.peers.peers();
	}

	/** Ask for the first half of a change. */
	Prepared prepare(Consumer<WolfConfig.Builder> edits) {
		ConfigSnapshot<WolfConfig> previous = this.manager.getSnapshot();
		ConfigSnapshot<WolfConfig> current = new ConfigSnapshot<>(previous.version() + 1, previous.config().with(edits),
				"", NOW, Cause.UPDATE, "", previous.values());
		return this.resealing
			.prepare(new ConfigTransition<>(this.manager.name(), previous, current, List.of(), Set.of()));
	}

	/** Change what is in force, and save it for the next run. */
	void change(Consumer<WolfConfig.Builder> edits) {
		Prepared prepared = prepare(edits);
		this.manager.updateConfig((config) -> config.with(edits));
		prepared.commit();
		this.manager.saveConfig();
	}

	/** Come to a sudden end. */
	void kill() {
		this.manager.close();
	}

	@Override
	public void close() {
		this.keeper.destroy();
		this.manager.close();
	}

}
