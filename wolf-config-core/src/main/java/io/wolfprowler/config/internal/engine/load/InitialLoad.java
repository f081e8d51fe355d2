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
import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.attempt.AttemptContext;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.SourceContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The candidate that a manager starts on.
 *
 * @param candidate a valid candidate
 * @param cause whether it comes from the source or from a stored version
 * @param problems why it does not come from the source, empty if it does
 * @param digest the digest of the content of the source, empty if there is none
 * @param unavailable whether the source is absent or can't be read
 * @param <T> the type of the configuration
 */
public record InitialLoad<T>(Candidate<T> candidate, Cause cause, List<Problem> problems, String digest,
		boolean unavailable) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	/**
	 * Check what was read or, if that can't be used, the newest stored version that can
	 * be read.
	 * @param read what was read from the source
	 * @param description the description of the source
	 * @param parser parses the document
	 * @param checker binds and validates it
	 * @param backups the stored versions, {@code null} to start on the source only
	 * @param <T> the type of the configuration
	 * @return the candidate
	 * @throws ConfigLoadException when there is nothing to start on
	 */
	public static <T> InitialLoad<T> of(SourceReadResult read, String description, TomlParser parser,
			CandidateChecker<T> checker, @Nullable Backups backups) {
		SourceContent content = (read instanceof SourceReadResult.Found found) ? found.content() : null;
		String digest = (content != null) ? content.digest() : "";
		List<Problem> problems = new ArrayList<>();
		if (read instanceof SourceReadResult.Missing missing) {
			problems.add(missing.problem());
		}
		Candidate<T> candidate = candidate(content, parser, checker, problems);
		if (candidate != null) {
			return new InitialLoad<>(candidate, Cause.START, List.of(), digest, false);
		}
		candidate = candidate((backups != null) ? newest(backups) : null, parser, checker, new ArrayList<>());
		if (candidate != null) {
			return new InitialLoad<>(candidate, Cause.LAST_GOOD, problems, digest, isUnavailable(read));
		}
		boolean absent = read instanceof SourceReadResult.Missing missing && missing.isAbsent();
		throw new ConfigLoadException(description, problems, absent, checker.schema().example());
	}

	/**
	 * Return why the manager does not start on the source.
	 * @param version the version that it starts on
	 * @param context the context of the start
	 * @return the outcome of reading the source
	 */
	public AttemptOutcome.Settled failure(long version, AttemptContext context) {
		Outcome outcome = this.unavailable ? Outcome.UNAVAILABLE : Outcome.REJECTED;
		var attempt = context.attempt(this.digest, context.unchanged(version, outcome, this.problems));
		return this.unavailable ? new AttemptOutcome.Unavailable(attempt) : new AttemptOutcome.Rejected(attempt);
	}

	private static boolean isUnavailable(SourceReadResult read) {
		return read instanceof SourceReadResult.Missing missing
				&& missing.reason() != SourceReadResult.Missing.Reason.REFUSED;
	}

	private static @Nullable SourceContent newest(Backups backups) {
		for (ConfigVersion version : backups.versions()) {
			try {
				return backups.read(version);
			}
			catch (IOException ex) {
				logger.warn("Version " + version.version() + " can't be read: " + IoFailure.messageOf(ex));
			}
		}
		return null;
	}

	private static <T> @Nullable Candidate<T> candidate(@Nullable SourceContent content, TomlParser parser,
			CandidateChecker<T> checker, List<Problem> problems) {
		if (content == null) {
			return null;
		}
		try {
			Candidate<T> candidate = checker.check(parser.parse(content), PendingEdits.NONE);
			problems.addAll(candidate.problems());
			return (candidate.config() != null) ? candidate : null;
		}
		catch (TomlException ex) {
			problems.addAll(ex.getProblems());
			return null;
		}
	}

}
