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

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes unsaved updates to the source: what is there is accepted first, then the keys of
 * the updates are edited in it, and it is replaced only if it still is what was edited.
 *
 * @param <T> the type of the configuration
 */
public final class Saver<T> {

	private static final int ATTEMPTS = 10;

	private final Engine<T> engine;

	private final ReloadPipeline<T> reloader;

	public Saver(Engine<T> engine, ReloadPipeline<T> reloader) {
		this.engine = engine;
		this.reloader = reloader;
	}

	/**
	 * Save.
	 * @param actor who asks for it, {@code null} if not known
	 */
	public void save(@Nullable String actor) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			ActiveState<T> before = this.engine.current();
			SourceReadResult reading = SourceReadResult.of(this.engine.source());
			SourceContent content = reading.content();
			if (content == null && !reading.absent()) {
				throw refused(reading.problems().get(0).message(), null);
			}
			if (content != null && !accepted(content, before, actor)) {
				continue;
			}
			ActiveState<T> base = this.engine.current();
			if (content != null && base.unsaved().isEmpty()) {
				return;
			}
			if (written(base, content)) {
				return;
			}
		}
		throw refused("others keep changing it; try again", null);
	}

	// Not if the source has changed since: then the edits are made anew on what is there.
	private boolean written(ActiveState<T> base, @Nullable SourceContent content) {
		TomlTree values = base.document().values();
		try {
			TomlDocument edited = base.document().edit(values.editsTo(base.values()));
			this.engine.writer()
				.write(edited, base.edition(), (content != null) ? content.revision() : SourceContent.ABSENT);
			this.engine.log().saved(List.copyOf(base.unsaved().keys()));
			return true;
		}
		catch (StaleRevisionException ex) {
			return false;
		}
		catch (IOException | TomlException ex) {
			throw refused(SourceReadResult.messageOf(ex), ex);
		}
	}

	private boolean accepted(SourceContent content, ActiveState<T> before, @Nullable String actor) {
		AttemptOutcome decision = this.engine.traces()
			.around(Cause.RELOAD,
					() -> this.reloader.accept(content, before, false, this.engine.occasion(Cause.RELOAD, actor)));
		if (decision == null) {
			return false;
		}
		ReloadResult result = decision.result();
		if (!result.problems().isEmpty() && !decision.isAccepted()) {
			throw refused("its content can't be used, so it is not overwritten; fix it first: "
					+ result.problems().get(0).describe(this.engine.source().description()), null);
		}
		return true;
	}

	private ConfigSaveException refused(String reason, @Nullable Throwable cause) {
		return new ConfigSaveException("Cannot save " + this.engine.source().description() + ": " + reason, cause);
	}

}
