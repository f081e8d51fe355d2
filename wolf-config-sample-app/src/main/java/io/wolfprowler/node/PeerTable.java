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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.WolfConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The peers this node is connected to, at most {@code max_peers}. When that value is
 * lowered, the peers known longest are kept.
 */
@Component
class PeerTable {

	private static final Logger logger = LoggerFactory.getLogger(PeerTable.class);

	private final ConfigView<WolfConfig> config;

	private final ApplicationEventPublisher events;

	private final Deque<String> peers = new ArrayDeque<>();

	PeerTable(ConfigView<WolfConfig> config, ApplicationEventPublisher events) {
		this.config = config;
		this.events = events;
	}

	/**
	 * Connect to a peer.
	 * @return whether it was added
	 */
	boolean connect(String peer) {
		boolean added = add(peer);
		if (added) {
			this.events.publishEvent(new PeersChanged(peers()));
		}
		return added;
	}

	private synchronized boolean add(String peer) {
		if (this.peers.contains(peer) || this.peers.size() >= this.config.get().maxPeers()) {
			return false;
		}
		return this.peers.add(peer);
	}

	/** Reconnect to the peers of an earlier run, as many as {@code max_peers} allows. */
	void restore(List<String> earlier) {
		earlier.forEach(this::add);
	}

	synchronized List<String> peers() {
		return List.copyOf(this.peers);
	}

	@EventListener
	void on(WolfConfig fresh) {
		int removed = trim(fresh.maxPeers());
		if (removed > 0) {
			logger.info("Disconnected from {} peers, {} are left", removed, fresh.maxPeers());
			this.events.publishEvent(new PeersChanged(peers()));
		}
	}

	private synchronized int trim(int maxPeers) {
		int before = this.peers.size();
		while (this.peers.size() > maxPeers) {
			this.peers.removeLast();
		}
		return before - this.peers.size();
	}

}
