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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the fleet that follows one key of etcd.
 *
 * @param enabled Whether this node reports what it has made of the configuration.
 * @param node Name of this node in the fleet; the name of the host and the number of the
 * process if empty.
 * @param prefix What the keys of the reports begin with.
 * @param life How long the report of a node is kept that is not heard of any more.
 * @param rollout Settings of staged roll-outs.
 */
@ConfigurationProperties("wolf.config.fleet")
public record FleetProperties(@DefaultValue("true") boolean enabled, @DefaultValue("") String node,
		@DefaultValue("/wolf/fleet") String prefix, @DefaultValue("30s") Duration life, @DefaultValue Rollout rollout) {

	/**
	 * Check the components.
	 */
	public FleetProperties {
		if (life.toSeconds() < 1) {
			throw new IllegalArgumentException("wolf.config.fleet.life must be at least 1s, found " + life);
		}
	}

	/**
	 * Settings of staged roll-outs.
	 *
	 * @param enabled Whether some nodes go first.
	 * @param canary Whether this node goes first; decided by its name if not set.
	 * @param percentage How many of 100 nodes go first, by their names.
	 * @param soak How long a new text has to be in force on all that go first before the
	 * others take it.
	 * @param interval Time between two looks whether the others may take it.
	 */
	public record Rollout(@DefaultValue("false") boolean enabled, @Nullable Boolean canary,
			@DefaultValue("10") int percentage, @DefaultValue("60s") Duration soak,
			@DefaultValue("5s") Duration interval) {

		/**
		 * Check the components.
		 */
		public Rollout {
			if (percentage < 0 || percentage > 100) {
				throw new IllegalArgumentException(
						"wolf.config.fleet.rollout.percentage must be between 0 and 100, found " + percentage);
			}
		}

	}

}
