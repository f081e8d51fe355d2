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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.apply.SourceWriter;
import io.wolfprowler.config.internal.engine.apply.StoredVersion;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.engine.load.DocumentReader;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Restores an accepted version as a new version, validated by the present rules. The
 * source is written too, unless it holds a document that has not been accepted.
 *
 * @param updater applies the candidate
 * @param checker binds and validates the stored version
 * @param active holds the active state
 * @param reader reads the source
 * @param writer replaces the document at the source
 * @param log informs the operator
 * @param <T> the type of the configuration
 */
public record Rollback<T>(Updater<T> updater, CandidateChecker<T> checker, ActiveConfig<T> active,
		DocumentReader reader, SourceWriter<T> writer, ReloadLog log) {

	private static final long ANY = -1;

	/**
	 * Restore a version.
	 * @param version the version
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 */
	public AttemptOutcome.Settled to(long version, @Nullable String actor) {
		return to(new Target(version, ANY), Cause.ROLLBACK, actor);
	}

	/**
	 * Restore a version.
	 * @param expectedVersion the version that must be active
	 * @param version the version
	 * @param actor the actor, {@code null} if it is not known
	 * @return the outcome
	 * @throws StaleConfigException when another version is active
	 */
	public AttemptOutcome.Settled to(long expectedVersion, long version, @Nullable String actor) {
		return to(new Target(version, expectedVersion), Cause.ROLLBACK, actor);
	}

	/**
	 * Restore a version because another has failed.
	 * @throws StaleConfigException when the failed version is no longer active
	 */
	AttemptOutcome.Settled from(long failed, long version, String probe) {
		return to(new Target(version, failed), Cause.AUTO_ROLLBACK, probe);
	}

	private AttemptOutcome.Settled to(Target target, Cause cause, @Nullable String actor) {
		AttemptOutcome.Settled outcome = this.updater.apply(target, cause, actor);
		if (outcome instanceof AttemptOutcome.Committed) {
			write(Objects.requireNonNull(target.content), target.edition);
		}
		return outcome;
	}

	private Problem notStored(long version) {
		String stored = this.active.versions()
			.stream()
			.map(ConfigVersion::version)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		return new Problem(Problem.Stage.READ, null, 0, 0, "version " + version + " is not kept; kept are " + stored);
	}

	private static Problem unreadable(long version, Exception failure) {
		return new Problem(Problem.Stage.READ, null, 0, 0,
				"version " + version + " can't be read: " + IoFailure.messageOf(failure));
	}

	// Checked on its own document, so that keys of that document don't count as updates.
	private Candidate<T> candidate(StoredVersion.Content content, ActiveState<T> base) {
		Candidate<T> candidate = this.checker.check(content.document(), content.pendingEdits());
		T config = candidate.config();
		if (config != null && this.checker.schema().compare(base.config(), config).isEmpty()) {
			return Candidate.unchanged(base);
		}
		return new Candidate<>(base.document(), PendingEdits.between(base.document().values(), content.values()),
				candidate.names(), config, withoutLocations(candidate.problems()),
				withoutLocations(candidate.warnings()));
	}

	// They are locations in the stored document, which the source does not hold.
	private static List<Problem> withoutLocations(List<Problem> problems) {
		return problems.stream().map((problem) -> problem.at(0, 0)).toList();
	}

	// A writer that has changed the source since has seen the rollback.
	private void write(StoredVersion.Content content, long edition) {
		ActiveState<T> base = this.active.current();
		SourceContent present = (this.reader.read() instanceof SourceReadResult.Found found) ? found.content() : null;
		try {
			if (base.edition() != edition || present == null || !present.digest().equals(base.document().digest())) {
				this.log.notWritten("it holds a document that is not active");
				return;
			}
			this.writer.write(content.edited(), base.edition(), present.revision());
		}
		catch (IOException | TomlException ex) {
			this.log.notWritten(IoFailure.messageOf(ex));
		}
	}

	/**
	 * The version to restore. It is looked up in each pass: the active state decides
	 * which versions are stored.
	 */
	private final class Target implements Function<ActiveState<T>, Candidate<T>> {

		private final long version;

		private final long expected;

		private StoredVersion.@Nullable Content content;

		private long edition;

		Target(long version, long expected) {
			this.version = version;
			this.expected = expected;
		}

		@Override
		public Candidate<T> apply(ActiveState<T> base) {
			if (this.expected != ANY) {
				base.expect(this.expected);
			}
			StoredVersion stored = Rollback.this.active.stored(this.version);
			if (stored == null) {
				return Candidate.rejected(base, List.of(notStored(this.version)));
			}
			try {
				this.content = stored.content();
				this.edition = base.edition();
				return candidate(this.content, base);
			}
			catch (IOException | TomlException ex) {
				return Candidate.rejected(base, List.of(unreadable(this.version, ex)));
			}
		}

	}

}
