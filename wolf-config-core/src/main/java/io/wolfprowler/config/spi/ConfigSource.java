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

package io.wolfprowler.config.spi;

import java.io.IOException;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;

/**
 * Reads the bytes of a configuration document and announces their changes. Methods may be
 * called from any thread.
 */
public interface ConfigSource extends AutoCloseable {

	/**
	 * Return the name of the source, as used in logs and problems.
	 * @return for a file, the path as it was configured
	 */
	String description();

	/**
	 * Read the whole document as it is now.
	 * @return the bytes of the document with their revision
	 * @throws SourceRejectedException if there is a document that must not be used
	 * @throws IOException if the document is absent or can't be read now
	 */
	SourceContent read() throws IOException;

	/**
	 * Call a signal whenever the document may have changed. A signal carries no data: the
	 * receiver reads the source and compares. Too many signals are harmless; a missing
	 * signal is an error.
	 * @param signal may be called from any thread, returns immediately and never throws
	 * @return the subscription, which ends when closed
	 */
	Subscription watch(Runnable signal);

	/**
	 * Return how the source is watched now.
	 * @return {@link HotReloadMode#PUSH} by default
	 */
	default HotReloadMode watchMode() {
		return HotReloadMode.PUSH;
	}

	/**
	 * Return whether every document that is read is complete, and every event is
	 * signalled: a new document, its removal, and its return. The manager then does not
	 * wait for a writer to finish, and does not retry a source that failed until it is
	 * signalled.
	 * @return {@code false} by default
	 */
	default boolean isAtomic() {
		return false;
	}

	/**
	 * Release connections and threads. The manager that reads the source calls this
	 * method when it is closed and does not use the source afterwards. Does nothing by
	 * default.
	 */
	@Override
	default void close() {
	}

	/**
	 * Return how often the source announced a change.
	 * @return {@link WatchStats#NONE} by default
	 */
	default WatchStats watchStats() {
		return WatchStats.NONE;
	}

}
