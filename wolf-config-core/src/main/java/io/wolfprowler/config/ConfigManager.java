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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.spi.ConfigManagerProvider;
import io.wolfprowler.config.spi.ConfigObserver;

/**
 * Keeps one typed configuration correct and live. Every accepted configuration is an
 * immutable record that replaces the one before it in a single atomic step; a candidate
 * that is rejected or vetoed changes nothing.
 * <p>
 * A bean that only reads the configuration or listens to its changes is injected with a
 * {@link ConfigView} of the same generic type, which is the manager. The manager itself
 * is for code that operates the configuration: updates, reloads, saves, rolls back,
 * watches or inspects it.
 * <p>
 * All methods may be called from any thread, including from callbacks and listeners.
 * Callbacks, view listeners and observers run on the manager's own thread, one version
 * after the other. The thread is named {@code wolf-config-} followed by the manager's
 * name. {@link #reload()}, {@code updateConfig}, {@link #updateValues(Map)} and
 * {@link #rollback(long)} return when the {@link ConfigParticipant participants} have
 * committed, the new configuration is active and its callbacks have run. When called from
 * a callback, they return without waiting, and the callbacks of the new version run after
 * those of the present one. A slow callback delays such a call by at most the manager's
 * slow-callback time.
 *
 * @param <T> the type of the configuration, a record
 */
public interface ConfigManager<T> extends ConfigView<T>, AutoCloseable {

	/**
	 * Create a builder for a manager that does not need Spring.
	 * @param type the record type to bind the configuration to
	 * @param <T> the type of the configuration
	 * @return a builder with the default settings
	 */
	static <T> ConfigManagerBuilder<T> builder(Class<T> type) {
		Objects.requireNonNull(type, "type");
		return ConfigManagerProvider.load().builder(type);
	}

	/**
	 * Return the active configuration. This is one volatile read. Read the value once for
	 * each unit of work.
	 * @return the newest accepted configuration
	 */
	T getConfig();

	/**
	 * Return the active configuration, as {@link #getConfig()} does.
	 * @return the newest accepted configuration
	 */
	@Override
	default T get() {
		return getConfig();
	}

	/**
	 * Return the active configuration together with its version and provenance.
	 * @return the newest accepted snapshot
	 */
	ConfigSnapshot<T> getSnapshot();

	/**
	 * Return a live view of one part of the configuration.
	 * @param section returns the part; it must be free of side effects
	 * @param <S> the type of the part
	 * @return a view that always reads the active configuration
	 */
	<S> ConfigView<S> view(Function<? super T, ? extends S> section);

	/**
	 * Replace the active configuration with an edited copy, in memory only. The source is
	 * not written until {@link #saveConfig()}. A reload keeps the edited keys unless they
	 * were also changed in the source.
	 * @param updater makes the new configuration from the active one. It must be free of
	 * side effects, because it is called again if another update was applied first
	 * @return whether anything changed
	 * @throws ConfigRejectedException with all problems, if the result is not valid or is
	 * vetoed
	 */
	boolean updateConfig(UnaryOperator<T> updater);

	/**
	 * As {@link #updateConfig(UnaryOperator)}, but only if the active version is the
	 * expected one.
	 * @param expectedVersion the version the caller has seen
	 * @param updater makes the new configuration from the active one
	 * @return whether anything changed
	 * @throws StaleConfigException if another version is active
	 * @throws ConfigRejectedException with all problems, if the result is not valid or is
	 * vetoed
	 */
	boolean updateConfig(long expectedVersion, UnaryOperator<T> updater);

	/**
	 * As {@link #updateConfig(UnaryOperator)}, without blocking the caller. The updater
	 * runs on another thread.
	 * @param updater makes the new configuration from the active one
	 * @return a future that completes when the callbacks have run, exceptionally with
	 * {@link ConfigRejectedException} when the result is not valid or is vetoed
	 */
	CompletableFuture<Boolean> updateConfigAsync(UnaryOperator<T> updater);

	/**
	 * Replace several values in memory as one version: either all of them or none.
	 * @param valuesByKey the new values by dotted TOML key, as Java or TOML values; a
	 * {@code null} value resets the key to its default. Strings are taken literally, also
	 * when they look like a placeholder
	 * @return whether anything changed
	 * @throws ConfigRejectedException with all problems, if the result is not valid or is
	 * vetoed
	 * @see ConfigInspection#parseValues(String)
	 */
	boolean updateValues(Map<String, ?> valuesByKey);

	/**
	 * As {@link #updateValues(Map)}, but only if the active version is the expected one.
	 * @param expectedVersion the version the caller has seen
	 * @param valuesByKey the new values by dotted TOML key
	 * @return whether anything changed
	 * @throws StaleConfigException if another version is active
	 * @throws ConfigRejectedException with all problems, if the result is not valid or is
	 * vetoed
	 */
	boolean updateValues(long expectedVersion, Map<String, ?> valuesByKey);

	/**
	 * Create a batch, which combines the updates that several callers request within a
	 * time window into one version and one save.
	 * @param window the time from the first update until the batch is applied, more than
	 * zero
	 * @return a reusable batch that the callers share
	 */
	ConfigBatch<T> batch(Duration window);

	/**
	 * Write the unsaved updates to the source. Comments, order and spelling of everything
	 * else are preserved. A placeholder is preserved unless its key was updated to
	 * another value. Edits made to the source in the meantime are applied first and
	 * preserved.
	 * @throws ConfigSaveException if the document at the source is not valid or can't be
	 * replaced. The source is then unchanged, and the updates stay active and unsaved
	 */
	void saveConfig();

	/**
	 * As {@link #saveConfig()}, without blocking the caller.
	 * @return a future that completes when the source is written, exceptionally with
	 * {@link ConfigSaveException}
	 */
	CompletableFuture<Void> saveConfigAsync();

	/**
	 * Read the source now and apply its document if it is valid. The caller vouches that
	 * the document is complete, so it is never deferred as half-written.
	 * @return the outcome. An invalid, absent or unreadable source is an outcome too, not
	 * an exception
	 */
	ReloadResult reload();

	/**
	 * As {@link #reload()}, without blocking the caller.
	 * @return a future that completes when the callbacks have run
	 */
	CompletableFuture<ReloadResult> reloadAsync();

	/**
	 * Validate a document as if it were read from the source, without applying it.
	 * Participants are not called.
	 * @param toml the document to validate
	 * @return {@link Outcome#APPLIED} with the changes it would make,
	 * {@link Outcome#UNCHANGED}, or {@link Outcome#REJECTED} with all problems
	 */
	ReloadResult validate(String toml);

	/**
	 * Restore an accepted version. It becomes a new version, and is written to the source
	 * if the source is writable.
	 * @param version a version of the {@link ConfigInspection#history() history}
	 * @return the outcome; {@link Outcome#REJECTED} with all problems if the version is
	 * not valid any more, can't be read or is no longer in the history
	 */
	ReloadResult rollback(long version);

	/**
	 * As {@link #rollback(long)}, but only if the active version is the expected one.
	 * @param expectedVersion the version the caller has seen
	 * @param version a version of the {@link ConfigInspection#history() history}
	 * @return the outcome
	 * @throws StaleConfigException if another version is active
	 */
	ReloadResult rollback(long expectedVersion, long version);

	/**
	 * Add a callback that is notified of every change from now on. Callbacks are called
	 * in the order in which they were added. A callback that throws is logged and still
	 * notified of the next change.
	 * @param callback the callback to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addCallback(ConfigChangeCallback callback);

	/**
	 * Add a participant that takes part in every change from now on. Participants prepare
	 * and commit in the order in which they were added.
	 * @param participant the participant to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addParticipant(ConfigParticipant<? super T> participant);

	/**
	 * Add a probe that is called after every new version from now on.
	 * @param probe the probe to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addProbe(ConfigProbe<? super T> probe);

	/**
	 * Add an observer that is notified of every attempt from now on, after the callbacks
	 * and views.
	 * @param observer the observer to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addObserver(ConfigObserver<? super T> observer);

	/**
	 * Watch the source, and reload it once now. Does nothing if it is already watched.
	 */
	void enableHotReload();

	/**
	 * Stop watching the source. A reload that is running is not interrupted. This method
	 * waits for it and its callbacks for at most the slow-callback time, unless it is
	 * called from one of them.
	 */
	void disableHotReload();

	/**
	 * Return whether the source is watched.
	 * @return whether hot reload is enabled
	 */
	boolean isHotReloadEnabled();

	/**
	 * Return the name of this manager, as used in logs, thread names and tags.
	 * @return the name, {@code wolf} by default
	 */
	String name();

	/**
	 * Return the file of this configuration.
	 * @return the path as it was configured
	 */
	Path configPath();

	/**
	 * Return the active version and the outcomes of the last attempts.
	 * @return the present status
	 */
	ConfigStatus status();

	/**
	 * Return an object that lists every value with its origin, the history, and the
	 * changes between versions.
	 * @return an inspection that always reflects the active version and the present
	 * history
	 */
	ConfigInspection inspect();

	/**
	 * Stop watching the source and notifying listeners. The configuration stays readable
	 * and does not change any more. This method waits for a running callback for at most
	 * the slow-callback time, unless it is called from that callback.
	 */
	@Override
	void close();

}
