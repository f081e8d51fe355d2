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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spi.ConfigManagerProvider;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ConfigTracer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one typed configuration correct and live. Every accepted configuration is an
 * immutable record that replaces the one before it in a single atomic step; a candidate
 * that is refused for any reason leaves everything as it was.
 * <p>
 * All methods may be called from any thread, also from callbacks and listeners.
 * Callbacks, views and observers run one version after the other on the manager's own
 * thread, named {@code wolf-config-} and the manager's name. {@link #reload()},
 * {@code updateConfig}, {@link #updateValues(Map)} and {@link #rollback(long)} return
 * when the {@link ConfigParticipant participants} have acted, the new configuration is in
 * force and its callbacks have run; called from a callback they return without waiting,
 * and the callbacks of the new version follow those of the present one. A callback that
 * takes long delays such a call for at most the manager's slow-callback time.
 *
 * @param <T> the type of the configuration, a record
 */
public interface ConfigManager<T> extends AutoCloseable {

	/**
	 * Start to build a manager that needs no Spring.
	 * @param type the record type to bind the configuration to
	 * @param <T> the type of the configuration
	 * @return a builder with the default settings
	 */
	static <T> Builder<T> builder(Class<T> type) {
		Objects.requireNonNull(type, "type");
		return ConfigManagerProvider.load().builder(type);
	}

	/**
	 * Return the name of this manager, as used in logs, thread names and tags.
	 * @return the name, {@code wolf} by default
	 */
	String name();

	/**
	 * Return the configuration in force. This is one volatile read: take the value once
	 * for one unit of work.
	 * @return the newest accepted configuration
	 */
	T getConfig();

	/**
	 * Return the configuration in force together with its version and provenance.
	 * @return the newest accepted snapshot
	 */
	ConfigSnapshot<T> getSnapshot();

	/**
	 * Return all values in force, key by key, in the order of the type's components.
	 * Tables are gone into, also those in arrays; other arrays are one value. Costs a
	 * walk over the whole configuration and its text.
	 * @return the values, secrets among them, each with where it comes from
	 */
	List<ConfigEntry> entries();

	/**
	 * Return a live view of one part of the configuration.
	 * @param section takes the part from the whole; must be free of side effects
	 * @param <S> the type of the part
	 * @return a view that always answers from the snapshot in force
	 */
	<S> ConfigView<S> view(Function<? super T, ? extends S> section);

	/**
	 * Look at the source now and accept what it holds, if it is valid. The caller vouches
	 * for the content being whole: nothing is held back as half-written.
	 * @return what came of it; never throws for a source that is bad, absent or
	 * unreadable
	 */
	ReloadResult reload();

	/**
	 * As {@link #reload()}, without blocking the caller.
	 * @return a future that completes when the callbacks have run
	 */
	CompletableFuture<ReloadResult> reloadAsync();

	/**
	 * Check a text as if it were the content of the source, and change nothing.
	 * Participants are not asked.
	 * @param toml the text to check
	 * @return {@link Outcome#APPLIED} with the changes it would make,
	 * {@link Outcome#UNCHANGED}, or {@link Outcome#REJECTED} with all problems
	 */
	ReloadResult validate(String toml);

	/**
	 * Replace the configuration in memory by an edited copy of itself. The source is left
	 * as it is until {@link #saveConfig()}; a reload keeps the edited keys unless the
	 * source changed them too.
	 * @param updater makes the new configuration from the present one; is called again
	 * when another update came first, so it must be free of side effects
	 * @return whether anything changed
	 * @throws ConfigRejectedException with all problems, when the result is not valid or
	 * is vetoed
	 */
	boolean updateConfig(UnaryOperator<T> updater);

	/**
	 * As {@link #updateConfig(UnaryOperator)}, but only if the version in force is the
	 * expected one.
	 * @param expectedVersion the version the caller has seen
	 * @param updater makes the new configuration from the present one
	 * @return whether anything changed
	 * @throws StaleConfigException when another version is in force
	 * @throws ConfigRejectedException with all problems, when the result is not valid or
	 * is vetoed
	 */
	boolean updateConfig(long expectedVersion, UnaryOperator<T> updater);

	/**
	 * As {@link #updateConfig(UnaryOperator)}, without blocking the caller. The updater
	 * runs on another thread.
	 * @param updater makes the new configuration from the present one
	 * @return a future that completes when the callbacks have run, exceptionally with
	 * {@link ConfigRejectedException} when the result is not valid or is vetoed
	 */
	CompletableFuture<Boolean> updateConfigAsync(UnaryOperator<T> updater);

	/**
	 * Replace several values in memory as one version: all of them or none.
	 * @param valuesByKey the new values by dotted TOML key, as Java or TOML values; a
	 * {@code null} value returns the key to its default; a string stands for itself, also
	 * if it looks like a placeholder
	 * @return whether anything changed
	 * @throws ConfigRejectedException with all problems, when the result is not valid or
	 * is vetoed
	 */
	boolean updateValues(Map<String, ?> valuesByKey);

	/**
	 * As {@link #updateValues(Map)}, but only if the version in force is the expected
	 * one.
	 * @param expectedVersion the version the caller has seen
	 * @param valuesByKey the new values by dotted TOML key
	 * @return whether anything changed
	 * @throws StaleConfigException when another version is in force
	 * @throws ConfigRejectedException with all problems, when the result is not valid or
	 * is vetoed
	 */
	boolean updateValues(long expectedVersion, Map<String, ?> valuesByKey);

	/**
	 * Return the values that a TOML text sets, to be given to {@link #updateValues(Map)}.
	 * @param toml statements as they stand in a file, such as {@code web_port = 9090}
	 * @return the values by dotted TOML key, in the order of the text: tables are gone
	 * into, arrays are one value
	 * @throws ConfigRejectedException with all problems, when the text is not TOML
	 */
	Map<String, Object> parseValues(String toml);

	/**
	 * Gather updates of several callers for a time, and make one version and one save of
	 * them.
	 * @param window the time from the first update to the version; more than zero
	 * @return a batch, to be shared by the callers and used again and again
	 */
	ConfigBatch<T> batch(Duration window);

	/**
	 * Write the unsaved updates to the source. Comments, order and spelling of everything
	 * else are kept, and so is a placeholder unless its key was updated to another value.
	 * Edits made to the source in the meantime are accepted first, and survive.
	 * @throws ConfigSaveException when the content at the source is not valid or can't be
	 * replaced; the source is then as it was, and the updates stay in force unsaved
	 */
	void saveConfig();

	/**
	 * As {@link #saveConfig()}, without blocking the caller.
	 * @return a future that completes when the source is written, exceptionally with
	 * {@link ConfigSaveException}
	 */
	CompletableFuture<Void> saveConfigAsync();

	/**
	 * Return to an accepted version. It becomes a new version, and is written to the
	 * source when that is writable.
	 * @param version a version of the {@link #history()}
	 * @return what came of it; {@link Outcome#REJECTED} with all problems when the
	 * version breaks today's rules, can't be read or is not kept any more
	 */
	ReloadResult rollback(long version);

	/**
	 * As {@link #rollback(long)}, but only if the version in force is the expected one.
	 * @param expectedVersion the version the caller has seen
	 * @param version a version of the {@link #history()}
	 * @return what came of it
	 * @throws StaleConfigException when another version is in force
	 */
	ReloadResult rollback(long expectedVersion, long version);

	/**
	 * Return the accepted versions that can be returned to, the newest first.
	 * @return the versions, with the one in force at the head
	 */
	List<ConfigVersion> history();

	/**
	 * Return what differs between two versions of the {@link #history()}. Both are read
	 * as this application reads them today; no rules apply. The values of secrets are
	 * masked as {@code ***}.
	 * @param from the version before
	 * @param to the version after
	 * @return one change for each value that differs
	 * @throws ConfigException when a version is not kept any more or can't be read
	 */
	List<ConfigChange.Property> diff(long from, long to);

	/**
	 * Return what an operator asks first: what is in force, and what came of the last
	 * attempts.
	 * @return the present status
	 */
	ConfigStatus status();

	/**
	 * Add a callback that is told of every change from now on. Callbacks are called in
	 * the order they were added; one that throws is logged and called again with the next
	 * change.
	 * @param callback the callback to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addCallback(ConfigChangeCallback callback);

	/**
	 * Add a participant that takes part in every change from now on. Participants prepare
	 * and commit in the order they were added.
	 * @param participant the participant to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addParticipant(ConfigParticipant<? super T> participant);

	/**
	 * Add a probe that is asked about every version from now on, once it is in force.
	 * @param probe the probe to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addProbe(ConfigProbe<? super T> probe);

	/**
	 * Add an observer that is told of every accepted version and every refusal, after the
	 * callbacks and views.
	 * @param observer the observer to add
	 * @return the subscription, which ends when closed
	 */
	Subscription addObserver(ConfigObserver<? super T> observer);

	/**
	 * Watch the source, and look at it once now. Does nothing when it is watched already.
	 */
	void enableHotReload();

	/**
	 * Stop watching the source. A reload that runs is not interrupted: this waits for it
	 * and its callbacks for at most the slow-callback time, unless called from one of
	 * them.
	 */
	void disableHotReload();

	/**
	 * Return whether the source is watched.
	 * @return whether hot reload is enabled
	 */
	boolean isHotReloadEnabled();

	/**
	 * Return the file of this configuration.
	 * @return the path as it was configured
	 */
	Path configPath();

	/**
	 * Stop watching and delivering. The configuration stays readable; nothing changes it
	 * any more. Waits for a callback that runs for at most the slow-callback time, unless
	 * called from it.
	 */
	@Override
	void close();

	/**
	 * Builds a {@link ConfigManager}.
	 *
	 * @param <T> the type of the configuration
	 */
	interface Builder<T> {

		/**
		 * Set the name used in logs, thread names and tags.
		 * @param name letters, digits, {@code -}, {@code _} and {@code .}; {@code wolf}
		 * by default
		 * @return this builder
		 */
		Builder<T> name(String name);

		/**
		 * Read the configuration from a file.
		 * @param file the path of the file; relative to the working directory
		 * @return this builder
		 */
		Builder<T> file(Path file);

		/**
		 * Read the configuration from a source of another kind.
		 * @param source the source
		 * @param path the file to name as {@link ConfigManager#configPath()}
		 * @return this builder
		 */
		Builder<T> source(ConfigSource source, Path path);

		/**
		 * Keep a copy of the newest accepted text at the
		 * {@link ConfigManager#configPath()}, for a source of another kind than a file:
		 * readable for its owner only, replaced in one step, and written after the
		 * listeners were told. It is for people to read, and never read back; what a
		 * manager may start on is the history.
		 * @param keepCopy {@code false} by default
		 * @return this builder
		 */
		Builder<T> keepCopy(boolean keepCopy);

		/**
		 * Set what happens when the source can't be used at the start.
		 * @param startMode {@link StartMode#STRICT} by default
		 * @return this builder
		 */
		Builder<T> startMode(StartMode startMode);

		/**
		 * Set whether a source without any content is written at the start: with all keys
		 * of the configuration type and their defaults. Something that is there, and a
		 * last good content, are never replaced.
		 * @param createIfMissing {@code false} by default
		 * @return this builder
		 */
		Builder<T> createIfMissing(boolean createIfMissing);

		/**
		 * Set what happens to keys that no record component has.
		 * @param unknownKeys {@link UnknownKeys#REJECT} by default
		 * @return this builder
		 */
		Builder<T> unknownKeys(UnknownKeys unknownKeys);

		/**
		 * Set whether a text without any key is a configuration.
		 * @param allowEmpty {@code false} by default
		 * @return this builder
		 */
		Builder<T> allowEmpty(boolean allowEmpty);

		/**
		 * Set the largest content that is read.
		 * @param bytes the size in bytes, at least 1; 4 MiB by default
		 * @return this builder
		 */
		Builder<T> maxSize(long bytes);

		/**
		 * Set how deep tables and arrays may be nested.
		 * @param levels 1 to 128; 64 by default
		 * @return this builder
		 */
		Builder<T> maxDepth(int levels);

		/**
		 * Set how many keys, counting headers of tables, a content may have. Bounds the
		 * memory that one takes while it is read.
		 * @param keys at least 1; 200,000 by default
		 * @return this builder
		 */
		Builder<T> maxKeys(int keys);

		/**
		 * Set the version of TOML that contents are written in. A save writes what the
		 * version allows.
		 * @param version the version; TOML 1.1 by default
		 * @return this builder
		 */
		Builder<T> tomlVersion(TomlVersion version);

		/**
		 * Set when a change of the source is looked at.
		 * @param debounce the quiet period after the last sign of a change; 500 ms by
		 * default
		 * @param maxWait the longest time from the first sign of a change, and the time a
		 * content that looks half-written must be stable; 5 s by default
		 * @return this builder
		 */
		Builder<T> debounce(Duration debounce, Duration maxWait);

		/**
		 * Set how often the source is looked at even when nothing announced a change.
		 * @param pollInterval more than zero; 5 s by default
		 * @return this builder
		 */
		Builder<T> pollInterval(Duration pollInterval);

		/**
		 * Set whether a file renamed over the configuration is read at once, the debounce
		 * only bounding the rate.
		 * @param eager {@code false} by default
		 * @return this builder
		 */
		Builder<T> eager(boolean eager);

		/**
		 * Set what happens to a file that its group or everybody may write.
		 * @param permissions {@link FilePermissions#WARN} by default
		 * @return this builder
		 */
		Builder<T> filePermissions(FilePermissions permissions);

		/**
		 * Set after what time a callback that still runs is named in the log.
		 * @param slowCallback more than zero; 5 s by default
		 * @return this builder
		 */
		Builder<T> slowCallback(Duration slowCallback);

		/**
		 * Set how long one call of a {@link ConfigParticipant} may take.
		 * @param timeout more than zero; 10 s by default
		 * @return this builder
		 */
		Builder<T> participantTimeout(Duration timeout);

		/**
		 * Set how each new version is put to the question by the {@link ConfigProbe
		 * probes}.
		 * @param window how long; more than zero, 30 s by default
		 * @param interval how often; more than zero and not more than the window, 1 s by
		 * default
		 * @return this builder
		 */
		Builder<T> probation(Duration window, Duration interval);

		/**
		 * Set how to find out who asks for a reload, an update, a save or a rollback.
		 * @param actor knows who asks; by default nobody does
		 * @return this builder
		 */
		Builder<T> actor(ConfigActor actor);

		/**
		 * Set how many accepted versions can be returned to.
		 * @param size at least 1; 20 by default
		 * @return this builder
		 */
		Builder<T> historySize(int size);

		/**
		 * Keep the accepted versions in a directory too, where they survive a restart:
		 * the texts in files that only their owner may read, written after the listeners
		 * were told. What can't be written there is a warning.
		 * @param directory the directory, made when it is needed; a relative one counts
		 * from that of the {@link ConfigManager#configPath()}. By default there is none,
		 * and {@code .wolf-config} where the start mode or
		 * {@link #historyRequired(boolean)} needs one
		 * @return this builder
		 */
		Builder<T> historyDirectory(Path directory);

		/**
		 * Set whether a version comes in force only when it is written to the history's
		 * directory: one that can't be is vetoed.
		 * @param required {@code false} by default
		 * @return this builder
		 */
		Builder<T> historyRequired(boolean required);

		/**
		 * Set what placeholders like <code>${NAME:default}</code> in the strings of the
		 * content stand for. Names are looked up when a new content is read, and at a
		 * rollback.
		 * @param lookup returns what a name stands for, {@code null} if nothing sets it;
		 * system properties and then environment variables by default, in a Spring
		 * application its {@code Environment}
		 * @return this builder
		 */
		Builder<T> placeholders(Function<String, @Nullable String> lookup);

		/**
		 * Add rules that a candidate must keep.
		 * @param validator the rules
		 * @return this builder
		 */
		Builder<T> validator(ConfigValidator<? super T> validator);

		/**
		 * Add an observer before the first version is accepted. It is told of the attempt
		 * that puts that version in force, maybe after {@link #build()} has returned.
		 * @param observer the observer
		 * @return this builder
		 */
		Builder<T> observer(ConfigObserver<? super T> observer);

		/**
		 * Surround every attempt but the first.
		 * @param tracer the tracer; by default there is none
		 * @return this builder
		 */
		Builder<T> tracer(ConfigTracer tracer);

		/**
		 * Read the source, check its content and build the manager. Hot reload is not
		 * enabled yet.
		 * @return a manager with version 1 in force
		 * @throws ConfigLoadException with all problems, when there is no valid content
		 * to start on
		 */
		ConfigManager<T> build();

	}

}
