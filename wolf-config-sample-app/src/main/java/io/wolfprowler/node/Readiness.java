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

import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Probes a new version with the readiness of the node: if the node refuses traffic during
 * the probation, the previous version is restored.
 */
@RestController
class Readiness implements ConfigProbe<WolfConfig> {

	private final ApplicationAvailability availability;

	private final ApplicationEventPublisher events;

	Readiness(ApplicationAvailability availability, ApplicationEventPublisher events) {
		this.availability = availability;
		this.events = events;
	}

	@Override
	public void check(ConfigSnapshot<WolfConfig> active) {
		AvailabilityChangeEvent<ReadinessState> last = this.availability.getLastChangeEvent(ReadinessState.class);
		// A closing context also refuses traffic, whatever its configuration.
		if (last != null && last.getState() == ReadinessState.REFUSING_TRAFFIC
				&& !(last.getSource() instanceof ApplicationContext)) {
			throw new IllegalStateException("the node is " + last.getState());
		}
	}

	/**
	 * Take the node into or out of service, as a part of it that detects a failure would.
	 */
	@PutMapping("/readiness/{state}")
	void change(@PathVariable("state") ReadinessState state) {
		AvailabilityChangeEvent.publish(this.events, this, state);
	}

}
