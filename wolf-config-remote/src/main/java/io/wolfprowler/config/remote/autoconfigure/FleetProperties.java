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
 * Settings of a fleet whose nodes follow one key in etcd.
 *
 * @param enabled Whether this node reports the state of its configuration to the fleet.
 * @param node Name of this node in the fleet. By default the host name and the process
 * ID.
 * @param prefix Prefix of the keys of the reports.
 * @param life How long a report is kept if its node no longer renews it.
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
	 * @param enabled Whether a change is applied on canary nodes first.
	 * @param canary Whether this node is a canary. If not set, its name decides.
	 * @param percentage Percentage of nodes that are canaries if their names decide.
	 * @param soak How long a new document must be active on all canaries before the other
	 * nodes apply it.
	 * @param interval Time between two checks of the canaries by the other nodes.
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
