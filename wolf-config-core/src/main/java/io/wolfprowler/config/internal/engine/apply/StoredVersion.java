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
 * An accepted version that can be restored.
 */
public interface StoredVersion {

	/**
	 * Return the document of the version and the edits on it.
	 * @return the content of the version
	 * @throws IOException when it can't be read
	 * @throws TomlException when it is not TOML
	 */
	Content content() throws IOException, TomlException;

	/**
	 * A document, and the edits that were pending on it.
	 *
	 * @param document the document
	 * @param pendingEdits the edits
	 */
	record Content(TomlDocument document, PendingEdits pendingEdits) implements StoredVersion {

		@Override
		public Content content() {
			return this;
		}

		/**
		 * Return the values of the version.
		 * @return the values of the document with the edits
		 */
		public TomlTree values() {
			return this.pendingEdits.applyTo(this.document.values());
		}

		/**
		 * Return the document with the edits in it.
		 * @return the edited document
		 * @throws TomlException when the document can't be edited
		 */
		public TomlDocument edited() throws TomlException {
			return this.document.edit(this.document.values().editsTo(values()));
		}

	}

	/**
	 * A version of an earlier run of the application.
	 *
	 * @param backups hold its document
	 * @param version the version
	 * @param parser parses the document
	 */
	record OnDisk(Backups backups, ConfigVersion version, TomlParser parser) implements StoredVersion {

		@Override
		public Content content() throws IOException, TomlException {
			return new Content(this.parser.parse(this.backups.read(this.version)), PendingEdits.NONE);
		}

	}

}
