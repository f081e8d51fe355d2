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
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.SourceContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a manager starts on.
 *
 * @param candidate a valid candidate
 * @param cause where it comes from
 * @param outcome what came of reading the source
 * @param problems why it does not come from the source, if it does not
 * @param digest the digest of what the source holds, empty if that is nothing
 * @param <T> the type of the configuration
 */
public record InitialLoad<T>(Candidate<T> candidate, Cause cause, Outcome outcome, List<Problem> problems,
		String digest) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	/**
	 * Judge what was read, or if it can't be used, the newest version that is kept and
	 * can be read.
	 * @param kept where versions are kept, {@code null} for a start on nothing else
	 * @param description the description of the source
	 * @throws ConfigLoadException when there is nothing to start on
	 */
	public static <T> InitialLoad<T> on(SourceReadResult reading, String description, TomlParser parser,
			CandidateChecker<T> judge, @Nullable Backups kept) {
		SourceContent content = reading.content();
		String digest = (content != null) ? content.digest() : "";
		Outcome refusal = (content != null) ? Outcome.REJECTED : reading.outcome();
		List<Problem> problems = new ArrayList<>(reading.problems());
		Candidate<T> candidate = candidate(content, parser, judge, problems);
		if (candidate != null) {
			return new InitialLoad<>(candidate, Cause.START, Outcome.APPLIED, List.of(), digest);
		}
		candidate = candidate((kept != null) ? newest(kept) : null, parser, judge, new ArrayList<>());
		if (candidate != null) {
			return new InitialLoad<>(candidate, Cause.LAST_GOOD, refusal, problems, digest);
		}
		throw new ConfigLoadException(description, problems, reading.absent(), judge.schema().example());
	}

	private static @Nullable SourceContent newest(Backups kept) {
		for (ConfigVersion version : kept.versions()) {
			try {
				return kept.read(version);
			}
			catch (IOException ex) {
				logger.warn("Version " + version.version() + " can't be read: " + SourceReadResult.messageOf(ex));
			}
		}
		return null;
	}

	private static <T> @Nullable Candidate<T> candidate(@Nullable SourceContent content, TomlParser parser,
			CandidateChecker<T> judge, List<Problem> problems) {
		if (content == null) {
			return null;
		}
		try {
			Candidate<T> candidate = judge.judge(parser.parse(content), PendingEdits.NONE);
			problems.addAll(candidate.problems());
			return (candidate.config() != null) ? candidate : null;
		}
		catch (TomlException ex) {
			problems.addAll(ex.getProblems());
			return null;
		}
	}

}
