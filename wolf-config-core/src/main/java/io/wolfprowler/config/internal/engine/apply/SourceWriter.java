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

import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.WritableConfigSource;

/**
 * Replaces the document at the source by the active one. While that is written, a reload
 * must not take it for an edit by others, which would overrule updates that are made in
 * the meantime.
 *
 * @param <T> the type of the configuration
 */
public final class SourceWriter<T> {

	private final ConfigSource source;

	private final ActiveConfig<T> active;

	private final TwoPhaseCommit<T> commit;

	/**
	 * Create a writer.
	 * @param source the source
	 * @param active holds the active state
	 * @param commit puts the active configuration on the written document
	 */
	public SourceWriter(ConfigSource source, ActiveConfig<T> active, TwoPhaseCommit<T> commit) {
		this.source = source;
		this.active = active;
		this.commit = commit;
	}

	/**
	 * Replace the document at the source, if the source still has the expected revision.
	 * Active values that are not in the new document become pending edits.
	 * @param document the new document
	 * @param edition the edition of the state that the document was made from; when
	 * another document has become active since, the source has been read since
	 * @param expectedRevision the revision of the source that was read last
	 * @throws IOException when the source can't be written
	 */
	public synchronized void write(TomlDocument document, long edition, String expectedRevision) throws IOException {
		if (!(this.source instanceof WritableConfigSource writable)) {
			throw new IOException("it is read-only");
		}
		this.active.draft(document);
		try {
			writable.write(document.bytes(), expectedRevision);
			this.commit.rebase(document, edition);
		}
		finally {
			this.active.draft(null);
		}
	}

}
