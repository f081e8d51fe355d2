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

package io.wolfprowler.config.engine;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.SourceContent;
import io.wolfprowler.config.toml.TomlDocument;
import io.wolfprowler.config.toml.TomlException;
import io.wolfprowler.config.toml.TomlTree;

/**
 * Returns to an accepted version: by today's rules, as a new version, and at the source
 * too, unless that holds something nobody has accepted.
 *
 * @param engine the shared parts
 * @param updater puts the values in force
 * @param saver writes the text
 * @param <T> the type of the configuration
 */
record Rollback<T>(Engine<T> engine, Updater<T> updater, Saver<T> saver) {

	Decision to(long version) {
		Accepted<T> kept = this.engine.commitPoint().kept(version);
		if (kept == null) {
			return this.engine.refuse(List.of(new Problem(Problem.Stage.READ, null, 0, 0,
					"version " + version + " is not kept; kept are "
							+ this.engine.commitPoint()
								.versions()
								.stream()
								.map(ConfigVersion::version)
								.map(String::valueOf)
								.collect(Collectors.joining(", ")))),
					this.engine.stopwatch());
		}
		TomlTree target = kept.unsaved().over(kept.document().values());
		Decision decision = this.updater.commit((base) -> candidate(kept, target, base), Cause.ROLLBACK);
		if (decision.result().outcome() == Outcome.APPLIED) {
			write(kept, target);
		}
		return decision;
	}

	// Judged as it was accepted, so that keys the source may have don't count as updates.
	private Candidate<T> candidate(Accepted<T> kept, TomlTree target, Accepted<T> base) {
		Candidate<T> candidate = this.engine.judge().judge(kept.document(), kept.unsaved());
		return new Candidate<>(base.document(), Unsaved.between(base.document().values(), target), candidate.config(),
				withoutPlaces(candidate.problems()), withoutPlaces(candidate.warnings()));
	}

	// They are places in the old text, which the source does not hold.
	private static List<Problem> withoutPlaces(List<Problem> problems) {
		return problems.stream().map((problem) -> problem.at(0, 0)).toList();
	}

	private void write(Accepted<T> kept, TomlTree target) {
		Accepted<T> base = this.engine.current();
		Reading reading = Reading.of(this.engine.source());
		SourceContent content = reading.content();
		try {
			if (content == null || !content.digest().equals(base.document().digest())) {
				this.engine.log().notWritten("it holds what is not in force");
				return;
			}
			TomlDocument document = kept.document().edit(kept.document().values().editsTo(target));
			this.saver.write(document, content.revision());
			this.saver.keep(document, base.document());
		}
		catch (IOException | TomlException ex) {
			this.engine.log().notWritten(Reading.messageOf(ex));
		}
	}

}
