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
package io.wolfprowler.config.remote.fleet;

import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.spi.SourceContent;

/**
 * The state of a fleet, compared with the newest document of its source.
 *
 * @param revision the revision of that document
 * @param digest its SHA-256, in lower-case hexadecimal
 * @param nodes the live nodes, sorted by name
 * @param stragglers the names of the nodes whose active document is another one
 */
public record FleetStatus(String revision, String digest, List<NodeReport> nodes, List<String> stragglers) {

	/**
	 * Copy the collections.
	 */
	public FleetStatus {
		Objects.requireNonNull(revision, "revision");
		Objects.requireNonNull(digest, "digest");
		nodes = List.copyOf(nodes);
		stragglers = List.copyOf(stragglers);
	}

	static FleetStatus of(SourceContent newest, List<NodeReport> nodes) {
		return new FleetStatus(newest.revision(), newest.digest(), nodes,
				nodes.stream().filter((node) -> !node.digest().equals(newest.digest())).map(NodeReport::node).toList());
	}

}
