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
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.Candidate;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.apply.StoredVersion;
import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Returns to an accepted version: by today's rules, as a new version, and at the source
 * too, unless that holds something nobody has accepted.
 *
 * @param engine the shared parts
 * @param updater puts the values in force
 * @param <T> the type of the configuration
 */
public record Rollback<T>(Engine<T> engine, Updater<T> updater) {

	private static final long ANY = -1;

	/** Return to a version because somebody asks for it. */
	public AttemptOutcome to(long version, @Nullable String actor) {
		return to(new Target(version, ANY), Cause.ROLLBACK, actor);
	}

	/**
	 * Return to a version because somebody asks for it.
	 * @throws StaleConfigException when another version is in force than they expect
	 */
	public AttemptOutcome to(long expectedVersion, long version, @Nullable String actor) {
		return to(new Target(version, expectedVersion), Cause.ROLLBACK, actor);
	}

	/**
	 * Return to a version because another has failed.
	 * @throws StaleConfigException when that one is not in force any more
	 */
	AttemptOutcome from(long failed, long version, String probe) {
		return to(new Target(version, failed), Cause.AUTO_ROLLBACK, probe);
	}

	private AttemptOutcome to(Target target, Cause cause, @Nullable String actor) {
		AttemptOutcome decision = this.updater.commit(target, cause, actor);
		if (decision.isAccepted()) {
			write(Objects.requireNonNull(target.kept), target.edition);
		}
		return decision;
	}

	private Problem notKept(long version) {
		return new Problem(Problem.Stage.READ, null, 0, 0,
				"version " + version + " is not kept; kept are "
						+ this.engine.commitPoint()
							.versions()
							.stream()
							.map(ConfigVersion::version)
							.map(String::valueOf)
							.collect(Collectors.joining(", ")));
	}

	private static Problem unreadable(long version, Exception failure) {
		return new Problem(Problem.Stage.READ, null, 0, 0,
				"version " + version + " can't be read: " + SourceReadResult.messageOf(failure));
	}

	// Judged as it was accepted, so that keys the source may have don't count as updates.
	private Candidate<T> candidate(StoredVersion.Content kept, ActiveState<T> base) {
		Candidate<T> candidate = this.engine.judge().judge(kept.document(), kept.unsaved());
		T config = candidate.config();
		if (config != null && this.engine.judge().schema().compare(base.config(), config).isEmpty()) {
			return Candidate.unchanged(base);
		}
		return new Candidate<>(base.document(), PendingEdits.between(base.document().values(), kept.values()),
				candidate.names(), config, withoutPlaces(candidate.problems()), withoutPlaces(candidate.warnings()));
	}

	// They are places in the old text, which the source does not hold.
	private static List<Problem> withoutPlaces(List<Problem> problems) {
		return problems.stream().map((problem) -> problem.at(0, 0)).toList();
	}

	// Whoever has written since has seen the rollback.
	private void write(StoredVersion.Content kept, long edition) {
		ActiveState<T> base = this.engine.current();
		SourceReadResult reading = SourceReadResult.of(this.engine.source());
		SourceContent content = reading.content();
		try {
			if (base.edition() != edition || content == null || !content.digest().equals(base.document().digest())) {
				this.engine.log().notWritten("it holds what is not in force");
				return;
			}
			this.engine.writer().write(kept.text(), base.edition(), content.revision());
		}
		catch (IOException | TomlException ex) {
			this.engine.log().notWritten(SourceReadResult.messageOf(ex));
		}
	}

	/**
	 * The version to return to. It is looked for each time: the versions that are kept
	 * are those on the way to what is in force.
	 */
	private final class Target implements Function<ActiveState<T>, Candidate<T>> {

		private final long version;

		private final long expected;

		private StoredVersion.@Nullable Content kept;

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
			StoredVersion found = Rollback.this.engine.commitPoint().kept(this.version);
			if (found == null) {
				return Candidate.refused(base, List.of(notKept(this.version)));
			}
			try {
				this.kept = found.content();
				this.edition = base.edition();
				return candidate(this.kept, base);
			}
			catch (IOException | TomlException ex) {
				return Candidate.refused(base, List.of(unreadable(this.version, ex)));
			}
		}

	}

}
