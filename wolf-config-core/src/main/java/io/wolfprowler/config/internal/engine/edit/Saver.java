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

import java.io.IOException;
import java.util.List;

import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.SourceWriter;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.engine.load.DocumentReader;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes pending edits to the source. What the source holds is accepted first, then the
 * edits are made in that document, and the source is replaced only if it still holds what
 * was edited.
 *
 * @param reader reads the source
 * @param pipeline accepts what the source holds
 * @param active holds the active state
 * @param writer replaces the document at the source
 * @param log informs the operator
 * @param <T> the type of the configuration
 */
public record Saver<T>(DocumentReader reader, ReloadPipeline<T> pipeline, ActiveConfig<T> active,
		SourceWriter<T> writer, ReloadLog log) {

	private static final int MAX_CONFLICTS = 10;

	/**
	 * Save the pending edits.
	 * @param actor the actor, {@code null} if it is not known
	 * @throws ConfigSaveException when the source can't be written or holds a document
	 * that is rejected
	 */
	public void save(@Nullable String actor) {
		int conflicts = 0;
		while (conflicts < MAX_CONFLICTS) {
			long edition = this.active.current().edition();
			SourceContent content = content(this.reader.read());
			if (content != null && !isAccepted(content, edition, actor)) {
				continue;
			}
			ActiveState<T> base = this.active.current();
			boolean saved = content != null && base.pendingEdits().isEmpty();
			if (saved || isWritten(base, (content != null) ? content.revision() : SourceContent.ABSENT)) {
				return;
			}
			conflicts++;
		}
		throw rejected("others keep changing it; try again", null);
	}

	private @Nullable SourceContent content(SourceReadResult read) {
		if (read instanceof SourceReadResult.Missing missing && !missing.isAbsent()) {
			throw rejected(missing.message(), null);
		}
		return (read instanceof SourceReadResult.Found found) ? found.content() : null;
	}

	// Not when another state became active in the meantime: then the source is read
	// again.
	private boolean isAccepted(SourceContent content, long edition, @Nullable String actor) {
		if (!(this.pipeline.accept(content, edition, actor) instanceof AttemptOutcome.Settled settled)) {
			return false;
		}
		List<Problem> problems = settled.result().problems();
		if (!problems.isEmpty() && !(settled instanceof AttemptOutcome.Committed)) {
			throw rejected("its content can't be used, so it is not overwritten; fix it first: "
					+ problems.get(0).describe(this.reader.description()), null);
		}
		return true;
	}

	// Not when the source has changed in the meantime: then the edits are made on what it
	// holds now.
	private boolean isWritten(ActiveState<T> base, String revision) {
		TomlTree values = base.document().values();
		try {
			TomlDocument edited = base.document().edit(values.editsTo(base.values()));
			this.writer.write(edited, base.edition(), revision);
			this.log.saved(List.copyOf(base.pendingEdits().keys()));
			return true;
		}
		catch (StaleRevisionException ex) {
			return false;
		}
		catch (IOException | TomlException ex) {
			throw rejected(IoFailure.messageOf(ex), ex);
		}
	}

	private ConfigSaveException rejected(String reason, @Nullable Throwable cause) {
		return new ConfigSaveException("Cannot save " + this.reader.description() + ": " + reason, cause);
	}

}
