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
 * Where the bytes of a configuration are.
 */
public interface ConfigSource extends AutoCloseable {

	/**
	 * Return the name of the source, as logs and problems give it.
	 * @return for a file, the path as it was configured
	 */
	String description();

	/**
	 * Read the whole content as it is now.
	 * @return the content with its revision
	 * @throws SourceRejectedException when there is a content that may not be used
	 * @throws IOException when there is no content to be had now
	 */
	SourceContent read() throws IOException;

	/**
	 * Call a signal whenever the content may have changed. A signal carries no data: the
	 * receiver reads the source and compares. Too many signals do no harm, a missing one
	 * does.
	 * @param signal returns at once and never throws
	 * @return the subscription, which ends when closed
	 */
	Subscription watch(Runnable signal);

	/**
	 * Return how the source is watched at present.
	 * @return {@link HotReloadMode#PUSH} by default
	 */
	default HotReloadMode watchMode() {
		return HotReloadMode.PUSH;
	}

	/**
	 * Return whether a content is always whole, and everything is signalled: a new
	 * content, that there is none any more, and that there is one again. The manager then
	 * neither waits for a writer to come to an end, nor looks by itself whether a source
	 * that failed has recovered.
	 * @return {@code false} by default
	 */
	default boolean isAtomic() {
		return false;
	}

	/**
	 * Let go of connections and threads. The manager that reads the source calls this
	 * when it is closed, and does not use it any more. Does nothing by default.
	 */
	@Override
	default void close() {
	}

	/**
	 * Return how often the source was said to have changed.
	 * @return {@link WatchStats#NONE} by default
	 */
	default WatchStats watchStats() {
		return WatchStats.NONE;
	}

}
