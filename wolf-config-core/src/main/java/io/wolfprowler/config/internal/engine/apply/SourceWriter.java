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
import java.util.List;

import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the content of the source by what is in force. Whoever reads that before it
 * has been taken note of must not take it for an edit, which would overrule the updates
 * that were made meanwhile.
 *
 * @param <T> the type of the configuration
 */
public final class SourceWriter<T> {

	private final ConfigSource source;

	private final ActiveConfig<T> commitPoint;

	private volatile @Nullable TomlDocument draft;

	public SourceWriter(ConfigSource source, ActiveConfig<T> commitPoint) {
		this.source = source;
		this.commitPoint = commitPoint;
	}

	/**
	 * Replace the content of the source, if it is still the expected one. What is in
	 * force besides is unsaved.
	 * @param document the new content
	 * @param edition that of the document it was made of; whoever has accepted another
	 * one in its place has seen the source since
	 */
	public synchronized void write(TomlDocument document, long edition, String expectedRevision) throws IOException {
		if (!(this.source instanceof WritableConfigSource writable)) {
			throw new IOException("it is read-only");
		}
		this.draft = document;
		try {
			writable.write(document.bytes(), expectedRevision);
			keep(document, edition);
		}
		finally {
			this.draft = null;
		}
	}

	/**
	 * Return the documents that hold no edit by others: the one that what is in force is
	 * based on, and the one that is being written, if any.
	 */
	public List<TomlTree> known(ActiveState<T> base) {
		TomlTree values = base.document().values();
		TomlDocument present = this.draft;
		return (present != null) ? List.of(values, present.values()) : List.of(values);
	}

	private void keep(TomlDocument written, long edition) {
		while (true) {
			ActiveState<T> base = this.commitPoint.current();
			if (base.edition() != edition) {
				return;
			}
			PendingEdits unsaved = PendingEdits.between(written.values(), base.values());
			if (this.commitPoint.replace(base, base.on(written, unsaved, base.names()))) {
				return;
			}
		}
	}

}
