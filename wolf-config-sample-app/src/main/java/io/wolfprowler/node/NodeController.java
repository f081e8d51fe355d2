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

import java.time.Instant;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.CipherSuite;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.HashFunction;
import io.wolfprowler.config.wolf.MemoryProtection;
import io.wolfprowler.config.wolf.SecurityLevel;
import io.wolfprowler.config.wolf.WolfConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the state of the node.
 */
@RestController
class NodeController {

	private final ConfigView<WolfConfig> config;

	private final PeerTable peers;

	private final StateKeeper keeper;

	private final SealJournal journal;

	private final CryptoConfig onStartup;

	NodeController(ConfigView<WolfConfig> config, PeerTable peers, StateKeeper keeper, SealJournal journal) {
		this.config = config;
		this.peers = peers;
		this.keeper = keeper;
		this.journal = journal;
		this.onStartup = config.get().crypto();
	}

	@GetMapping("/node")
	Node node() {
		StateSettings settings = this.keeper.settings();
		State state = new State(settings.saved(), settings.file().toString(), settings.header().suite(),
				settings.header().hash(), this.keeper.saved().map(NodeState::writtenAt).orElse(null));
		return new Node(this.config.get().nodeName(), this.peers.peers().size(), state, this.onStartup.securityLevel(),
				this.onStartup.memoryProtection(), this.journal.counts());
	}

	record Node(String name, int peers, State state, SecurityLevel securityLevel, MemoryProtection memoryProtection,
			SealJournal.Counts operations) {

	}

	record State(boolean saved, String file, CipherSuite cipherSuite, HashFunction hashFunction,
			@Nullable Instant writtenAt) {

	}

}
