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

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;

/**
 * What reading the source has led to.
 */
public sealed interface SourceReadResult {

	/**
	 * Read a source.
	 * @param source the source
	 * @return its content, or why there is none
	 */
	static SourceReadResult of(ConfigSource source) {
		try {
			return new Found(Objects.requireNonNull(source.read(), "content"));
		}
		catch (SourceRejectedException ex) {
			return new Missing(Missing.Reason.REFUSED, IoFailure.messageOf(ex));
		}
		catch (NoSuchFileException ex) {
			return new Missing(Missing.Reason.ABSENT, "does not exist");
		}
		catch (IOException | RuntimeException ex) {
			return new Missing(Missing.Reason.UNREADABLE, "can't be read: " + IoFailure.messageOf(ex));
		}
	}

	/**
	 * The source has a content.
	 *
	 * @param content the content
	 */
	record Found(SourceContent content) implements SourceReadResult {

	}

	/**
	 * There is no content.
	 *
	 * @param reason the reason
	 * @param message the reason in words
	 */
	record Missing(Reason reason, String message) implements SourceReadResult {

		/**
		 * Return whether there is nothing at the source.
		 * @return whether it is absent
		 */
		public boolean isAbsent() {
			return this.reason == Reason.ABSENT;
		}

		/**
		 * Return the reason as a problem.
		 * @return the problem
		 */
		public Problem problem() {
			return new Problem(Problem.Stage.READ, null, 0, 0, this.message);
		}

		/** Create the outcome of an attempt that found no content. */
		AttemptOutcome.Settled outcome(long version, AttemptContext context) {
			boolean refused = this.reason == Reason.REFUSED;
			ConfigAttempt attempt = context.attempt("",
					context.unchanged(version, refused ? Outcome.REJECTED : Outcome.UNAVAILABLE, List.of(problem())));
			return refused ? new AttemptOutcome.Rejected(attempt) : new AttemptOutcome.Unavailable(attempt);
		}

		/**
		 * Why there is no content.
		 */
		public enum Reason {

			/** The source is of the wrong kind, too large or not safe. */
			REFUSED,

			/** There is nothing at the source. */
			ABSENT,

			/** The source can't be read, for now. */
			UNREADABLE

		}

	}

}
