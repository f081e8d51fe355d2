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
 * Spells the updates of one configuration. The values come from Java and stand for
 * themselves, but where one is what a placeholder stands for, the placeholder stays.
 *
 * @param <T> the type of the configuration
 */
final class PlaceholderKeeper<T> {

	private final ActiveState<T> base;

	private final CandidateChecker<T> judge;

	private final TomlTree inForce;

	private @Nullable List<Text> texts;

	/**
	 * Create spellings.
	 * @param base what is in force
	 * @param judge knows what its placeholders stand for
	 */
	PlaceholderKeeper(ActiveState<T> base, CandidateChecker<T> judge) {
		this.base = base;
		this.judge = judge;
		this.inForce = base.values();
	}

	TomlEdit edit(KeyPath key, @Nullable Object value) {
		return new TomlEdit(key, (value != null) ? RawValue.of(value, known(key)) : null);
	}

	/** Return whether a key has placeholders that an update of it may leave. */
	boolean hasPlaceholders(KeyPath key) {
		return PlaceholderSyntax.occursIn(this.inForce.at(key))
				|| PlaceholderSyntax.occursIn(this.base.document().values().at(key));
	}

	private List<RawValue> known(KeyPath key) {
		List<RawValue> known = new ArrayList<>();
		if (hasPlaceholders(key)) {
			for (Text text : texts()) {
				Object spelled = text.values().at(key);
				Object meaning = text.meaning().at(key);
				if (spelled != null && meaning != null) {
					known.add(new RawValue(spelled, meaning));
				}
			}
		}
		return known;
	}

	// That of the document is asked for the placeholders that an update has replaced.
	private List<Text> texts() {
		List<Text> present = this.texts;
		if (present == null) {
			present = new ArrayList<>();
			present.add(new Text(this.inForce, this.judge.schema().write(this.base.config())));
			TomlTree document = this.base.document().values();
			T config = this.base.unsaved().isEmpty() ? null : this.judge.bind(document, this.base.names()).config();
			if (config != null) {
				present.add(new Text(document, this.judge.schema().write(config)));
			}
			this.texts = present;
		}
		return present;
	}

	/**
	 * Values as they are spelled.
	 *
	 * @param values the values with placeholders
	 * @param meaning the values as a record is written
	 */
	private record Text(TomlTree values, TomlTree meaning) {

	}

}
