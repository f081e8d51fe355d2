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

package io.wolfprowler.config.wolf;

import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.spi.ChangeMapper;

/**
 * Maps changes of a {@link WolfConfig} to the variants of {@link ConfigChange}.
 */
final class WolfConfigChanges implements ChangeMapper {

	private static final String CRYPTO = "crypto.";

	private static final Set<String> NETWORK = Set.of("p2p_port", "max_peers", "discovery_interval_secs",
			"heartbeat_interval_secs");

	@Override
	public ConfigChange map(ConfigChange.Property change) {
		String key = change.key();
		Object oldValue = Objects.requireNonNull(change.oldValue(), key);
		Object newValue = Objects.requireNonNull(change.newValue(), key);
		if (key.equals("web_port")) {
			return new ConfigChange.WebServer((Integer) oldValue, (Integer) newValue);
		}
		if (NETWORK.contains(key)) {
			return new ConfigChange.P2PNetwork(key, oldValue, newValue, change.secret());
		}
		if (key.startsWith(CRYPTO)) {
			return new ConfigChange.Crypto(key.substring(CRYPTO.length()), oldValue, newValue, change.secret());
		}
		return new ConfigChange.Application(key, oldValue, newValue, change.secret());
	}

}
