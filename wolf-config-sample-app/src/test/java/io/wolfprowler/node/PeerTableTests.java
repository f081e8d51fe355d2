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

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.test.TestConfig;
import io.wolfprowler.config.test.WolfConfigTest;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PeerTable}.
 */
@WolfConfigTest("max_peers = 3")
@ContextConfiguration(classes = { PeerTable.class, PeerTableTests.Observer.class })
class PeerTableTests {

	@Autowired
	private TestConfig<WolfConfig> config;

	@Autowired
	private PeerTable peers;

	@Autowired
	private Observer observer;

	@BeforeEach
	void connect() {
		this.config.edit("max_peers = 1");
		this.config.reset();
		for (String peer : List.of("alpha", "beta", "gamma")) {
			this.peers.connect(peer);
		}
		this.observer.seen.clear();
	}

	@Test
	void keepsThePeersKnownLongest() {
		this.config.edit("max_peers = 2");

		assertThat(this.peers.peers()).containsExactly("alpha", "beta");
		assertThat(this.observer.seen).containsExactly(List.of("alpha", "beta"));
	}

	@Test
	void hasRoomForMoreWhenTheNumberGoesUp() {
		assertThat(this.peers.connect("delta")).isFalse();

		this.config.edit("max_peers = 4");

		assertThat(this.peers.connect("delta")).isTrue();
	}

	@Test
	void keepsAllPeersWhenTheNumberIsRefused() {
		assertThat(this.config.edit("max_peers = 0").outcome()).isEqualTo(Outcome.REJECTED);

		assertThat(this.peers.peers()).hasSize(3);
		assertThat(this.observer.seen).isEmpty();
	}

	static class Observer {

		private final List<List<String>> seen = new ArrayList<>();

		@EventListener
		void on(PeersChanged change) {
			this.seen.add(change.peers());
		}

	}

}
