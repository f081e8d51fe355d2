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

import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.spring.live.ConfigScheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends a heartbeat to the peers every {@code heartbeat_interval_secs}.
 */
@Component
class Heartbeat {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

	private final PeerTable peers;

	private final AtomicLong beats = new AtomicLong();

	Heartbeat(PeerTable peers) {
		this.peers = peers;
	}

	long beats() {
		return this.beats.get();
	}

	@ConfigScheduled(key = "heartbeat_interval_secs")
	void beat() {
		logger.debug("Heartbeat {} to {} peers", this.beats.incrementAndGet(), this.peers.peers().size());
	}

}
