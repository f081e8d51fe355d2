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
 * Makes one version of the updates that several callers ask for within a time: one set of
 * changes and events, and one save of the source. The time begins with the first update.
 * <p>
 * The updates are made in the order they were asked for, each on what the ones before it
 * have left. One that is not valid is left out, and only its caller learns of it; a veto
 * of the version is everyone's.
 *
 * @param <T> the type of the configuration
 */
public interface ConfigBatch<T> extends AutoCloseable {

	/**
	 * Ask for an update.
	 * @param updater makes the new configuration from the present one; free of side
	 * effects, for it may be called more than once
	 * @return a future that completes when the version is in force, its callbacks have
	 * run and the source is written, with whether this update changed anything;
	 * exceptionally with {@link ConfigRejectedException} when it is refused, and with
	 * {@link ConfigSaveException} when it is in force but can't be written
	 */
	CompletableFuture<Boolean> update(UnaryOperator<T> updater);

	/**
	 * Ask for several values.
	 * @param valuesByKey the new values by dotted TOML key, as in
	 * {@link ConfigManager#updateValues(Map)}: all of them or none
	 * @return a future as for {@link #update(UnaryOperator)}
	 */
	CompletableFuture<Boolean> updateValues(Map<String, ?> valuesByKey);

	/**
	 * Take no more updates, and make a version of those that wait, now. Does not wait for
	 * it.
	 */
	@Override
	void close();

}
