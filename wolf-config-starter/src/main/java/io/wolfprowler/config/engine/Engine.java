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

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

import io.wolfprowler.config.ConfigSource;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.toml.TomlParser;

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
 * @param ticker monotonic nanoseconds
 * @param <T> the type of the configuration
 */
record Engine<T>(ConfigSource source, TomlParser parser, Judge<T> judge, CommitPoint<T> commitPoint,
		SourceWriter<T> writer, Attempts attempts, Dispatcher<T> dispatcher, ReloadLog log, LongSupplier ticker) {

	Accepted<T> current() {
		return this.commitPoint.current();
	}

	Stopwatch stopwatch() {
		return Stopwatch.started(this.ticker);
	}

	/**
	 * Make the result of an attempt that changes nothing.
	 * @param version the version that was in force when it was found so
	 */
	ReloadResult unchanged(long version, Outcome outcome, List<Problem> problems, Stopwatch watch) {
		return new ReloadResult(outcome, version, List.of(), problems, Set.of(), watch.elapsed());
	}

	/** Refuse a content of the source; tell it once, however often it is looked at. */
	Decision refuseContent(long version, Outcome outcome, List<Problem> problems, String digest, Stopwatch watch) {
		ReloadResult result = unchanged(version, outcome, problems, watch);
		if (!this.attempts.addLook(result, digest)) {
			return Decision.told(result);
		}
		this.log.refused(result);
		return (outcome == Outcome.REJECTED) ? new Decision(result, this.dispatcher.refused(result))
				: Decision.told(result);
	}

	/** Refuse what the application asked for. */
	Decision refuse(long version, List<Problem> problems, Stopwatch watch) {
		ReloadResult result = unchanged(version, Outcome.REJECTED, problems, watch);
		this.attempts.add(result);
		CompletableFuture<Void> told = this.dispatcher.refused(result);
		return new Decision(result, told);
	}

}
