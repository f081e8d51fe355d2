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
package io.wolfprowler.config;

/**
 * Takes part in the change from one version to the next, because it has to act on it: to
 * bind a port, to build a pool. A version is put in force in two phases. First every
 * participant prepares, in order; one that can't go along vetoes it, and those that have
 * prepared are rolled back in reverse order. Only when all have prepared the version
 * comes in force, and all commit, in order; after that callbacks and listeners are told.
 * <p>
 * The calls of one manager are made one after the other, on a thread named
 * {@code wolf-config-}, the manager's name and {@code -apply}. Each has a time limit, the
 * manager's participant timeout. A call that has not returned by then is interrupted and
 * counts as failed; while it still runs, its participant is not called again, and every
 * further version is vetoed in its name. A participant must not change the configuration
 * it is asked about: such a call throws {@link IllegalStateException}, its {@code Async}
 * form waits for the end of the change.
 * <p>
 * A participant acts on what differs. What is in force when it is added it takes from
 * {@link ConfigManager#getConfig()}.
 *
 * @param <T> the type of the configuration, or a supertype of it
 */
@FunctionalInterface
public interface ConfigParticipant<T> {

	/**
	 * Do all of the work that may fail, and nothing that shows. The configuration in
	 * force is still {@link ConfigTransition#previous()}.
	 * @param transition from the version in force to the one that is to replace it
	 * @return the second half, {@link Prepared#NOTHING} if there is nothing to do
	 * @throws ConfigVetoException when this version can't be put in force; any other
	 * exception is a veto, too
	 */
	Prepared prepare(ConfigTransition<T> transition) throws ConfigVetoException;

	/**
	 * The second half of a change. Exactly one of the two methods is called, once;
	 * neither is when the process ends first.
	 */
	interface Prepared {

		/** There is nothing to do. */
		Prepared NOTHING = new Prepared() {

			@Override
			public void commit() {
			}

			@Override
			public void rollback() {
			}

		};

		/**
		 * Act on the version, which is in force. When this throws, the version stays in
		 * force, the other participants commit all the same, and the outcome is
		 * {@link Outcome#DEGRADED}.
		 */
		void commit();

		/**
		 * Undo what was prepared: the version does not come in force. An exception is
		 * logged, and the others are rolled back all the same.
		 */
		void rollback();

	}

}
