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

import java.io.IOException;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.remote.fleet.Fleet;
import io.wolfprowler.config.spring.actuate.ConfigEndpointPart;
import org.jspecify.annotations.Nullable;

/**
 * Shows the state of the nodes of a fleet in the endpoint.
 *
 * @param fleet the fleet
 */
record FleetPart(Fleet fleet) implements ConfigEndpointPart {

	@Override
	public String name() {
		return "fleet";
	}

	@Override
	public @Nullable Object read(ConfigManager<?> manager) throws IOException {
		return manager.name().equals(this.fleet.manager()) ? this.fleet.status() : null;
	}

}
