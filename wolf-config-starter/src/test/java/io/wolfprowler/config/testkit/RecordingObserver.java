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

package io.wolfprowler.config.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigObserver;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import org.jspecify.annotations.NullMarked;

/**
 * Keeps every version and every refusal it is told of.
 *
 * @param <T> the type of the configuration
 */
@NullMarked
public final class RecordingObserver<T> implements ConfigObserver<T> {

	private final List<ConfigTransition<? extends T>> transitions = new CopyOnWriteArrayList<>();

	private final List<ConfigAttempt> attempts = new CopyOnWriteArrayList<>();

	@Override
	public void accepted(ConfigTransition<? extends T> transition) {
		this.transitions.add(transition);
	}

	@Override
	public void attempted(ConfigAttempt attempt) {
		this.attempts.add(attempt);
	}

	/**
	 * The versions it was told of.
	 * @return the transitions in the order of the calls
	 */
	public List<ConfigTransition<? extends T>> transitions() {
		return List.copyOf(this.transitions);
	}

	/**
	 * The refusals it was told of.
	 * @return the results in the order of the calls
	 */
	public List<ReloadResult> refusals() {
		return this.attempts.stream()
			.map(ConfigAttempt::result)
			.filter((result) -> result.outcome() == Outcome.REJECTED || result.outcome() == Outcome.VETOED)
			.toList();
	}

	/**
	 * The attempts it was told of.
	 * @return the attempts in the order of the calls
	 */
	public List<ConfigAttempt> attempts() {
		return List.copyOf(this.attempts);
	}

	/**
	 * The numbers of the versions it was told of.
	 * @return the versions in the order of the calls
	 */
	public List<Long> versions() {
		return this.transitions.stream().map((transition) -> transition.current().version()).toList();
	}

}
