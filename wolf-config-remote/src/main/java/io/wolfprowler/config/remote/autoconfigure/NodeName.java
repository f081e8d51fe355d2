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
package io.wolfprowler.config.remote.autoconfigure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

import io.wolfprowler.config.remote.fleet.FleetNode;

/**
 * Determines the name of this node.
 */
final class NodeName {

	private NodeName() {
	}

	static FleetNode node(FleetProperties properties) {
		String name = properties.node().isBlank() ? ofThisProcess() : properties.node();
		return new FleetNode(name, properties.rollout().enabled() && isCanary(name, properties.rollout()),
				properties.rollout().soak());
	}

	private static boolean isCanary(String name, FleetProperties.Rollout rollout) {
		return Objects.requireNonNullElseGet(rollout.canary(),
				() -> FleetNode.isAmongFirst(name, rollout.percentage()));
	}

	private static String ofThisProcess() {
		try {
			return InetAddress.getLocalHost().getHostName() + "-" + ProcessHandle.current().pid();
		}
		catch (UnknownHostException ex) {
			return "node-" + ProcessHandle.current().pid();
		}
	}

}
