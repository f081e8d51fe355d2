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

package io.wolfprowler.config.internal.engine.load;

import java.util.List;
import java.util.Map;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.PartialWriteStats;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.manager.ValuesByKey;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlText;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.spi.SourceContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is in force follow what the source holds. Runs on the caller's thread, and
 * holds no lock: a candidate is made from what was in force, and put in force only if
 * that still is.
 *
 * @param <T> the type of the configuration
 */
public final class ReloadPipeline<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final Engine<T> engine;

	private final PartialWriteGuard holdBack;

	private final long maxSize;

	public ReloadPipeline(Engine<T> engine, PartialWriteGuard holdBack, long maxSize) {
		this.engine = engine;
		this.holdBack = holdBack;
		this.maxSize = maxSize;
	}

	/**
	 * Look at the source.
	 * @param vouched whether the caller says that the content is whole
	 * @param actor who asks for it, {@code null} if nobody does or it is not known
	 */
	public AttemptOutcome look(boolean vouched, @Nullable String actor) {
		return this.engine.traces()
			.around(Cause.RELOAD, () -> look(vouched, this.engine.occasion(Cause.RELOAD, actor)));
	}

	private AttemptOutcome look(boolean vouched, AttemptContext occasion) {
		while (true) {
			ActiveState<T> before = this.engine.current();
			SourceReadResult reading = SourceReadResult.of(this.engine.source());
			occasion.over(Problem.Stage.READ);
			SourceContent content = reading.content();
			if (content == null) {
				this.holdBack.trust();
				return this.engine.refuseContent(version(), reading.outcome(), reading.problems(), "", occasion);
			}
			AttemptOutcome decision = guarded(content, before, vouched, occasion);
			if (decision != null) {
				return decision;
			}
		}
	}

	// Code of the application takes part: equals() of its types, accessors, constructors.
	private @Nullable AttemptOutcome guarded(SourceContent content, ActiveState<T> before, boolean vouched,
			AttemptContext occasion) {
		try {
			return accept(content, before, vouched, occasion);
		}
		catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
			this.engine.commitPoint().checkOpen();
			logger.debug("Judging " + this.engine.source().description() + " failed", ex);
			return this.engine.refuseContent(version(), Outcome.REJECTED,
					List.of(new Problem(Problem.Stage.VALIDATE, null, 0, 0,
							"can't be judged: " + ex.getClass().getName() + "; the log has more at the level DEBUG")),
					content.digest(), occasion);
		}
	}

	/**
	 * Check a content and put it in force, unless it is already.
	 * @param before what was in force before the content was read
	 * @return what came of it, {@code null} when another document is in force by now: the
	 * content may be older than that
	 */
	public @Nullable AttemptOutcome accept(SourceContent content, ActiveState<T> before, boolean vouched,
			AttemptContext occasion) {
		ActiveState<T> base = this.engine.current();
		boolean inForce = content.digest().equals(base.document().digest());
		if (inForce || vouched) {
			this.holdBack.trust();
		}
		if (inForce) {
			return settled(AttemptOutcome.told(occasion.attempt(content.digest(),
					this.engine.unchanged(base.version(), Outcome.UNCHANGED, List.of(), occasion))));
		}
		try {
			TomlDocument document = this.engine.parser().reparse(content, base.document());
			occasion.over(Problem.Stage.PARSE);
			return accept(content, before, document, vouched, occasion);
		}
		catch (TomlException ex) {
			occasion.over(Problem.Stage.PARSE);
			AttemptOutcome heldBack = vouched ? null : heldBack(base, content, null, ex.getProblems(), occasion);
			return (heldBack != null) ? heldBack : this.engine.refuseContent(base.version(), Outcome.REJECTED,
					ex.getProblems(), content.digest(), occasion);
		}
	}

	private @Nullable AttemptOutcome accept(SourceContent content, ActiveState<T> before, TomlDocument document,
			boolean vouched, AttemptContext occasion) {
		while (true) {
			ActiveState<T> base = this.engine.current();
			if (base.edition() != before.edition()) {
				return null;
			}
			AttemptOutcome heldBack = vouched ? null : heldBack(base, content, document, List.of(), occasion);
			if (heldBack != null) {
				return heldBack;
			}
			List<TomlTree> known = this.engine.writer().known(base);
			Candidate<T> candidate = judge(document, base, known);
			occasion.over(Problem.Stage.VALIDATE);
			if (candidate.config() == null) {
				return this.engine.refuseContent(base.version(), Outcome.REJECTED, candidate.problems(),
						content.digest(), occasion);
			}
			AttemptOutcome decision = this.engine.commitPoint().commit(base, candidate, occasion);
			if (decision != null && decision.is(Outcome.VETOED)) {
				return this.engine.refuseContent(base.version(), Outcome.VETOED, decision.result().problems(),
						content.digest(), occasion);
			}
			if (decision != null) {
				if (!vouched && decision.isAccepted()) {
					this.holdBack.applied(base.document(), document, occasion.watch().start());
				}
				this.engine.log().overruled(base.unsaved().overruled(document.values(), known));
				return settled(decision);
			}
		}
	}

	/** Tell what a text would do, and change nothing. */
	public ReloadResult preview(String toml) {
		AttemptContext occasion = this.engine.occasion(Cause.RELOAD, null);
		ActiveState<T> base = this.engine.current();
		try {
			Candidate<T> candidate = judge(this.engine.parser().parse(TomlText.encode(toml, this.maxSize)), base,
					this.engine.writer().known(base));
			return (candidate.config() != null) ? this.engine.commitPoint().preview(base, candidate, occasion)
					: this.engine.unchanged(base.version(), Outcome.REJECTED, candidate.problems(), occasion);
		}
		catch (TomlException ex) {
			return this.engine.unchanged(base.version(), Outcome.REJECTED, ex.getProblems(), occasion);
		}
	}

	/**
	 * Return what a text sets, by key.
	 * @throws TomlException when it is not TOML
	 */
	public Map<String, Object> statements(String toml) throws TomlException {
		return new ValuesByKey(this.engine.parser().parse(TomlText.encode(toml, this.maxSize)).values()).byKey();
	}

	public PartialWriteStats halfWritten() {
		return this.holdBack.counts();
	}

	private long version() {
		return this.engine.current().version();
	}

	private Candidate<T> judge(TomlDocument document, ActiveState<T> base, List<TomlTree> known) {
		PendingEdits unsaved = base.unsaved().on(document.values(), known);
		return this.engine.judge().judge(document, unsaved);
	}

	private AttemptOutcome settled(AttemptOutcome decision) {
		if (this.engine.attempts().addLook(decision.attempt())) {
			this.engine.log().recovered(decision.result());
		}
		return decision;
	}

	private @Nullable AttemptOutcome heldBack(ActiveState<T> base, SourceContent content,
			@Nullable TomlDocument document, List<Problem> problems, AttemptContext occasion) {
		String doubt = this.holdBack.reason(base.document(), content, document, problems, occasion.watch().start());
		if (doubt == null) {
			return null;
		}
		ConfigAttempt attempt = occasion.attempt(content.digest(),
				this.engine.unchanged(base.version(), Outcome.UNAVAILABLE,
						List.of(new Problem(Problem.Stage.READ, null, 0, 0, "looks half-written: " + doubt)),
						occasion));
		if (!this.engine.attempts().addLook(attempt)) {
			return AttemptOutcome.told(attempt);
		}
		this.engine.log().heldBack(base.version(), doubt);
		return new AttemptOutcome(attempt, this.engine.dispatcher().attempted(attempt));
	}

}
