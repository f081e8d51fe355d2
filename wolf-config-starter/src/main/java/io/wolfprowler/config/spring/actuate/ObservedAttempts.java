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
package io.wolfprowler.config.spring.actuate;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.ConfigTracer;
import org.jspecify.annotations.Nullable;

/**
 * Creates an observation, {@code wolf.config.reload}, for every attempt. Participants
 * prepare and commit in its scope.
 */
public final class ObservedAttempts implements ConfigTracer {

	private final Supplier<ObservationRegistry> registry;

	/**
	 * Create a tracer.
	 * @param registry supplies the registry of the observations at each attempt
	 */
	public ObservedAttempts(Supplier<ObservationRegistry> registry) {
		this.registry = Objects.requireNonNull(registry, "registry");
	}

	@Override
	public Trace begin(String manager, Cause cause) {
		Observation observation = Observation.createNotStarted("wolf.config.reload", this.registry.get())
			.contextualName("configuration " + lower(cause))
			.lowCardinalityKeyValue("manager", manager)
			.lowCardinalityKeyValue("cause", lower(cause))
			.start();
		return new Observed(observation, observation.openScope());
	}

	private static String outcome(@Nullable ConfigAttempt attempt) {
		return (attempt != null) ? lower(attempt.result().outcome()) : "abandoned";
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A started observation.
	 *
	 * @param observation the observation
	 * @param scope its scope on the thread that makes the attempt
	 */
	private record Observed(Observation observation, Observation.Scope scope) implements Trace {

		@Override
		public void end(@Nullable ConfigAttempt attempt) {
			this.scope.close();
			this.observation.lowCardinalityKeyValue("outcome", outcome(attempt)).stop();
		}

		@Override
		public Subscription enter() {
			return this.observation.openScope()::close;
		}

	}

}
