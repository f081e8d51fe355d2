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
 * Takes part in the transition from one version to the next, for example to bind a port
 * or to build a pool. A version becomes active in two phases. First, every participant
 * prepares, in order. A participant that rejects the version vetoes it, and those that
 * have prepared are rolled back in reverse order. When all have prepared, the version
 * becomes active and all participants commit, in order. Then callbacks and listeners are
 * notified.
 * <p>
 * The participants of one manager are called one at a time, on a thread named
 * {@code wolf-config-}, the manager's name and {@code -apply}. Each call may take at most
 * the manager's participant timeout. A call that has not returned by then is interrupted
 * and has failed. As long as it is still running, its participant is not called again and
 * every further version is vetoed on its behalf. A participant must not change the
 * configuration of the manager that calls it: such a call throws
 * {@link IllegalStateException}, and its {@code Async} form waits for the end of the
 * transition.
 * <p>
 * A participant is called for transitions only. It reads the configuration that is active
 * when it is added from {@link ConfigManager#getConfig()}.
 *
 * @param <T> the type of the configuration, or a supertype of it
 */
@FunctionalInterface
public interface ConfigParticipant<T> {

	/**
	 * Do all work that may fail, without any visible effect. The active configuration is
	 * still {@link ConfigTransition#previous()}.
	 * @param transition from the active version to the one that is about to replace it
	 * @return the second phase, {@link Prepared#NOTHING} if there is nothing to do
	 * @throws ConfigVetoException if this version must not become active; any other
	 * exception is a veto too
	 */
	Prepared prepare(ConfigTransition<T> transition) throws ConfigVetoException;

	/**
	 * The second phase of a transition. Exactly one of the two methods is called, exactly
	 * once, unless the process ends first.
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
		 * Act on the version, which is active now. If this method throws, the version
		 * stays active, the other participants still commit, and the outcome is
		 * {@link Outcome#DEGRADED}.
		 */
		void commit();

		/**
		 * Undo what was prepared, because the version does not become active. An
		 * exception is logged, and the other participants are still rolled back.
		 */
		void rollback();

	}

}
