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

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.SourceWriter;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.AttemptTracing;
import io.wolfprowler.config.internal.engine.attempt.Stopwatch;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The parts that the operations on one configuration share.
 *
 * @param source where the bytes are
 * @param parser reads texts
 * @param judge decides on documents
 * @param commitPoint holds what is in force
 * @param writer writes it to the source
 * @param attempts remembers the last attempts
 * @param dispatcher tells the listeners
 * @param log tells the operator
 * @param traces has attempts traced
 * @param ticker monotonic nanoseconds
 * @param clock tells the time
 * @param <T> the type of the configuration
 */
public record Engine<T>(ConfigSource source, TomlParser parser, CandidateChecker<T> judge, ActiveConfig<T> commitPoint,
		SourceWriter<T> writer, AttemptHistory attempts, ChangeNotifier<T> dispatcher, ReloadLog log,
		AttemptTracing traces, LongSupplier ticker, Clock clock) {

	public ActiveState<T> current() {
		return this.commitPoint.current();
	}

	/**
	 * Begin an attempt.
	 * @param actor who asks for it, {@code null} if nobody does or it is not known
	 */
	public AttemptContext occasion(Cause cause, @Nullable String actor) {
		return new AttemptContext(cause, actor, Stopwatch.started(this.ticker), this.clock);
	}

	/**
	 * Make the result of an attempt that changes nothing.
	 * @param version the version that was in force when it was found so
	 */
	public ReloadResult unchanged(long version, Outcome outcome, List<Problem> problems, AttemptContext occasion) {
		return new ReloadResult(outcome, version, List.of(), problems, Set.of(), occasion.elapsed());
	}

	/** Refuse a content of the source; tell it once, however often it is looked at. */
	public AttemptOutcome refuseContent(long version, Outcome outcome, List<Problem> problems, String digest,
			AttemptContext occasion) {
		ConfigAttempt attempt = occasion.attempt(digest, unchanged(version, outcome, problems, occasion));
		if (!this.attempts.addLook(attempt)) {
			return AttemptOutcome.told(attempt);
		}
		this.log.refused(attempt.result());
		return new AttemptOutcome(attempt, this.dispatcher.attempted(attempt));
	}

	/** Refuse what the application asked for. */
	public AttemptOutcome refuse(ActiveState<T> base, Outcome outcome, List<Problem> problems,
			AttemptContext occasion) {
		ConfigAttempt attempt = occasion.attempt(base.document().digest(),
				unchanged(base.version(), outcome, problems, occasion));
		this.attempts.add(attempt);
		return new AttemptOutcome(attempt, this.dispatcher.attempted(attempt));
	}

}
