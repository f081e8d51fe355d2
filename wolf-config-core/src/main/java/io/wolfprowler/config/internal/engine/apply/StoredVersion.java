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

import java.io.IOException;

import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.internal.toml.TomlTree;

/**
 * What is kept of a version to return to it.
 */
public interface StoredVersion {

	/** Return its text with the updates on it. */
	Content content() throws IOException, TomlException;

	/**
	 * The text of a version, and the updates that were made on it in memory.
	 *
	 * @param document the text
	 * @param unsaved the updates
	 */
	public record Content(TomlDocument document, PendingEdits unsaved) implements StoredVersion {

		@Override
		public Content content() {
			return this;
		}

		public TomlTree values() {
			return this.unsaved.over(this.document.values());
		}

		/** Return the text with its updates. */
		public TomlDocument text() throws TomlException {
			return this.document.edit(this.document.values().editsTo(values()));
		}

	}

	/**
	 * A version of an earlier run of the application.
	 *
	 * @param backups hold its text
	 * @param version the version
	 * @param parser reads it
	 */
	record Stored(Backups backups, ConfigVersion version, TomlParser parser) implements StoredVersion {

		@Override
		public Content content() throws IOException, TomlException {
			return new Content(this.parser.parse(this.backups.read(this.version)), PendingEdits.NONE);
		}

	}

}
