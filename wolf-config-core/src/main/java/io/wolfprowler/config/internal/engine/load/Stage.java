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

import java.util.function.Function;

import io.wolfprowler.config.internal.engine.attempt.AttemptOutcome;

/**
 * The result of one stage of a reload: a value for the next stage, or the outcome of the
 * reload.
 *
 * @param <V> the type of the value
 */
sealed interface Stage<V> {

	static <V> Stage<V> passed(V value) {
		return new Passed<>(value);
	}

	static <V> Stage<V> ended(AttemptOutcome outcome) {
		return new Ended<>(outcome);
	}

	/** Continue with the next stage, unless the outcome is known. */
	<R> Stage<R> then(Function<V, Stage<R>> next);

	/** Continue with the last stage, unless the outcome is known. */
	AttemptOutcome end(Function<V, AttemptOutcome> last);

	/**
	 * The stage has led to a value.
	 *
	 * @param value the value
	 */
	record Passed<V>(V value) implements Stage<V> {

		@Override
		public <R> Stage<R> then(Function<V, Stage<R>> next) {
			return next.apply(this.value);
		}

		@Override
		public AttemptOutcome end(Function<V, AttemptOutcome> last) {
			return last.apply(this.value);
		}

	}

	/**
	 * The stage has led to the outcome of the reload.
	 *
	 * @param outcome the outcome
	 */
	record Ended<V>(AttemptOutcome outcome) implements Stage<V> {

		@Override
		public <R> Stage<R> then(Function<V, Stage<R>> next) {
			return new Ended<>(this.outcome);
		}

		@Override
		public AttemptOutcome end(Function<V, AttemptOutcome> last) {
			return this.outcome;
		}

	}

}
