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

package io.wolfprowler.config.internal.engine.edit;

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.internal.bind.PlaceholderSyntax;
import io.wolfprowler.config.internal.bind.RawValue;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlTree;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of updates as edits. A value is written literally, but where it
 * equals what a placeholder resolves to, the placeholder stays.
 *
 * @param <T> the type of the configuration
 */
final class PlaceholderKeeper<T> {

	private final ActiveState<T> base;

	private final CandidateChecker<T> checker;

	private final TomlTree active;

	private @Nullable List<Resolved> resolved;

	/**
	 * Create a keeper.
	 * @param base the active state
	 * @param checker resolves its placeholders
	 */
	PlaceholderKeeper(ActiveState<T> base, CandidateChecker<T> checker) {
		this.base = base;
		this.checker = checker;
		this.active = base.values();
	}

	TomlEdit edit(KeyPath key, @Nullable Object value) {
		return new TomlEdit(key, (value != null) ? RawValue.of(value, spellings(key)) : null);
	}

	/** Return whether a key has placeholders that an update of it may keep. */
	boolean hasPlaceholders(KeyPath key) {
		return PlaceholderSyntax.occursIn(this.active.at(key))
				|| PlaceholderSyntax.occursIn(this.base.document().values().at(key));
	}

	private List<RawValue> spellings(KeyPath key) {
		List<RawValue> spellings = new ArrayList<>();
		if (hasPlaceholders(key)) {
			for (Resolved each : resolved()) {
				Object spelled = each.spelled().at(key);
				Object value = each.values().at(key);
				if (spelled != null && value != null) {
					spellings.add(new RawValue(spelled, value));
				}
			}
		}
		return spellings;
	}

	// The document may have placeholders that a pending edit has replaced.
	private List<Resolved> resolved() {
		List<Resolved> present = this.resolved;
		if (present == null) {
			present = new ArrayList<>();
			present.add(new Resolved(this.active, this.checker.schema().write(this.base.config())));
			TomlTree document = this.base.document().values();
			T config = this.base.pendingEdits().isEmpty() ? null
					: this.checker.bind(document, this.base.names()).config();
			if (config != null) {
				present.add(new Resolved(document, this.checker.schema().write(config)));
			}
			this.resolved = present;
		}
		return present;
	}

	/**
	 * Values with and without their placeholders.
	 *
	 * @param spelled the values as the document spells them
	 * @param values the values as the configuration has them
	 */
	private record Resolved(TomlTree spelled, TomlTree values) {

	}

}
