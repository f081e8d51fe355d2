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

package io.wolfprowler.config.internal.engine.apply;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;

/**
 * Compares configurations, and describes the transition from the active one to a
 * candidate.
 *
 * @param <T> the type of the configuration
 */
public final class Transitions<T> {

	private final String manager;

	private final Schema<T> schema;

	private final ChangeSet changeSet;

	private final T startConfig;

	private final ValueIndex.Paths paths = new ValueIndex.Paths();

	/**
	 * Create transitions.
	 * @param manager the name of the manager
	 * @param schema the schema of the configuration type
	 * @param changeSet turns differences into changes
	 * @param startConfig the configuration that the process started with
	 */
	public Transitions(String manager, Schema<T> schema, ChangeSet changeSet, T startConfig) {
		this.manager = manager;
		this.schema = schema;
		this.changeSet = changeSet;
		this.startConfig = startConfig;
	}

	/**
	 * Return what committing a valid candidate would do.
	 * @param base the active state
	 * @param candidate the candidate
	 * @param context the context of the attempt
	 * @return the result
	 */
	public ReloadResult preview(ActiveState<T> base, Candidate<T> candidate, AttemptContext context) {
		T config = Objects.requireNonNull(candidate.config());
		Differences differences = differences(base, candidate);
		return new ReloadResult(differences.isEmpty() ? Outcome.UNCHANGED : Outcome.APPLIED, base.version(),
				this.changeSet.changes(differences, base.config(), config), List.of(),
				this.changeSet.restartRequired(differences), context.elapsed());
	}

	/**
	 * Return the changes of single values between two configurations.
	 * @param before the earlier configuration
	 * @param after the later configuration
	 * @return the changes
	 */
	public List<ConfigChange> changes(T before, T after) {
		return this.changeSet.changes(this.schema.compare(before, after));
	}

	/**
	 * Return the keys whose values differ from the start and take effect only after a
	 * restart.
	 * @param config the active configuration
	 * @return the keys
	 */
	public Set<String> pendingRestart(T config) {
		return this.changeSet.restartRequired(this.schema.compare(this.startConfig, config));
	}

	/** Return those keys of a transition that take effect only after a restart. */
	List<String> pendingRestart(ConfigTransition<T> transition) {
		Set<String> changed = transition.restartRequired();
		return changed.isEmpty() ? List.of()
				: pendingRestart(transition.current().config()).stream().filter(changed::contains).toList();
	}

	Differences differences(ActiveState<T> base, Candidate<T> candidate) {
		return this.schema.compare(base.config(), Objects.requireNonNull(candidate.config()));
	}

	ConfigTransition<T> transition(ActiveState<T> base, Candidate<T> candidate, Differences differences,
			AttemptContext context) {
		T config = Objects.requireNonNull(candidate.config());
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(base.version() + 1, config, candidate.document().digest(),
				context.now(), context.cause(), base.snapshot().origin(),
				new ValueIndex<>(this.schema, config, this.paths));
		return new ConfigTransition<>(this.manager, base.snapshot(), snapshot,
				this.changeSet.changes(differences, base.config(), config),
				this.changeSet.restartRequired(differences));
	}

	/** Mask the secrets of both configurations in a text. */
	String masked(String text, ConfigTransition<T> transition) {
		return this.schema.masked(text, List.of(transition.previous().config(), transition.current().config()));
	}

}
