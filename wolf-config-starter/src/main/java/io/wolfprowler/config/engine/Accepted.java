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

package io.wolfprowler.config.engine;

import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.toml.TomlDocument;

/**
 * Everything that is in force, replaced as one. Two of them are never equal: a commit
 * asks whether this one still is in force.
 *
 * @param <T> the type of the configuration
 */
final class Accepted<T> {

	private final ConfigSnapshot<T> snapshot;

	private final TomlDocument document;

	private final Unsaved unsaved;

	/**
	 * Create what may come in force.
	 * @param snapshot the configuration
	 * @param document the document at the source that it is based on
	 * @param unsaved the updates that are not in that document
	 */
	Accepted(ConfigSnapshot<T> snapshot, TomlDocument document, Unsaved unsaved) {
		this.snapshot = snapshot;
		this.document = document;
		this.unsaved = unsaved;
	}

	ConfigSnapshot<T> snapshot() {
		return this.snapshot;
	}

	TomlDocument document() {
		return this.document;
	}

	Unsaved unsaved() {
		return this.unsaved;
	}

	T config() {
		return this.snapshot.config();
	}

	long version() {
		return this.snapshot.version();
	}

	ConfigVersion line() {
		return new ConfigVersion(this.snapshot.version(), this.snapshot.loadedAt(), this.snapshot.cause(),
				this.document.digest());
	}

	/** Return the same version on another document. */
	Accepted<T> on(TomlDocument other, Unsaved remaining) {
		return new Accepted<>(this.snapshot, other, remaining);
	}

}
