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

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lists the peers and connects new ones.
 */
@RestController
class PeerController {

	private final PeerTable peers;

	PeerController(PeerTable peers) {
		this.peers = peers;
	}

	@GetMapping("/peers")
	List<String> peers() {
		return this.peers.peers();
	}

	@PutMapping("/peers/{peer}")
	void connect(@PathVariable("peer") String peer) {
		if (!this.peers.connect(peer)) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "already connected, or max_peers reached");
		}
	}

}
