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
import java.util.List;
import java.util.Objects;

/**
 * The state of a node that survives a restart.
 *
 * @param nodeName the name of the node
 * @param peers the connected peers, those known longest first
 * @param writtenAt when the state was written
 */
record NodeState(String nodeName, List<String> peers, Instant writtenAt) {

	NodeState {
		Objects.requireNonNull(nodeName, "nodeName");
		Objects.requireNonNull(writtenAt, "writtenAt");
		peers = List.copyOf(peers);
	}

	/** Return whether it differs from another state, apart from the time. */
	boolean differsFrom(NodeState other) {
		return !this.nodeName.equals(other.nodeName) || !this.peers.equals(other.peers);
	}

}
