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

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Combines the updates that several callers request within a time window into one
 * version, with one set of changes and events and one save of the source. The window
 * begins with the first update.
 * <p>
 * The updates are applied in the order in which they were requested, each to the result
 * of the ones before it. An update that is not valid is left out, and only its caller is
 * notified. A veto of the version fails all updates. A batch may be used from any thread.
 *
 * @param <T> the type of the configuration
 */
public interface ConfigBatch<T> extends AutoCloseable {

	/**
	 * Request an update.
	 * @param updater makes the new configuration from the previous one. It must be free
	 * of side effects, because it may be called more than once
	 * @return a future that completes when the version is active, its callbacks have run
	 * and the source is written. Its value says whether this update changed anything. It
	 * completes exceptionally with {@link ConfigRejectedException} when the update is
	 * rejected or vetoed, and with {@link ConfigSaveException} when the version is active
	 * but can't be saved
	 */
	CompletableFuture<Boolean> update(UnaryOperator<T> updater);

	/**
	 * Request an update of several values.
	 * @param valuesByKey the new values by dotted TOML key, as in
	 * {@link ConfigManager#updateValues(Map)}: all of them or none
	 * @return a future as for {@link #update(UnaryOperator)}
	 */
	CompletableFuture<Boolean> updateValues(Map<String, ?> valuesByKey);

	/**
	 * Accept no more updates, and apply the pending ones without waiting for the end of
	 * the window. This method returns immediately.
	 */
	@Override
	void close();

}
