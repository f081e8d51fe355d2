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
import java.util.function.Consumer;
import java.util.function.Function;

import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ConfigTracer;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ConfigManager}. Related settings form a group; a call for a group
 * changes only the settings it names:
 *
 * <pre>{@code
 * ConfigManager<GatewayConfig> manager = ConfigManager.builder(GatewayConfig.class)
 *     .file(Path.of("gateway.toml"))
 *     .watch((watch) -> watch.debounce(Duration.ofMillis(100)).eager(true))
 *     .history((history) -> history.size(50))
 *     .build();
 * }</pre>
 *
 * @param <T> the type of the configuration
 */
public interface ConfigManagerBuilder<T> {

	/**
	 * Set the name used in logs, thread names and tags.
	 * @param name letters, digits, {@code -}, {@code _} and {@code .}; {@code wolf} by
	 * default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> name(String name);

	/**
	 * Read the configuration from a file.
	 * @param file the path of the file; relative to the working directory
	 * @return this builder
	 */
	ConfigManagerBuilder<T> file(Path file);

	/**
	 * Read the configuration from a source of another kind.
	 * @param source the source
	 * @param path the file to name as {@link ConfigManager#configPath()}
	 * @return this builder
	 */
	ConfigManagerBuilder<T> source(ConfigSource source, Path path);

	/**
	 * Keep a copy of the newest accepted document at the
	 * {@link ConfigManager#configPath()} if the source is not a file. Only its owner may
	 * read it. It is replaced atomically after the listeners have run. It is for people
	 * to read and is never read back; a start without the source uses the history.
	 * @param keepCopy {@code false} by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> keepCopy(boolean keepCopy);

	/**
	 * Set what happens if the source can't be used at the start.
	 * @param startMode {@link StartMode#STRICT} by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> startMode(StartMode startMode);

	/**
	 * Set whether a missing document is created at the start, with all keys of the
	 * configuration type and their defaults. An existing document is never replaced. With
	 * {@link StartMode#LAST_GOOD}, no document is created if there is a last good
	 * version.
	 * @param createIfMissing {@code false} by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> createIfMissing(boolean createIfMissing);

	/**
	 * Set what happens to keys without a record component.
	 * @param unknownKeys {@link UnknownKeys#REJECT} by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> unknownKeys(UnknownKeys unknownKeys);

	/**
	 * Set whether a document without any key is valid.
	 * @param allowEmpty {@code false} by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> allowEmpty(boolean allowEmpty);

	/**
	 * Set the TOML version of the documents. A save writes only what that version allows.
	 * @param version the version; TOML 1.1 by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> tomlVersion(TomlVersion version);

	/**
	 * Set how placeholders such as <code>${NAME:default}</code> in the strings of a
	 * document are resolved. They are resolved when a new document is read and at a
	 * rollback.
	 * @param lookup returns the value of a name, {@code null} if it has none. By default,
	 * system properties and then environment variables are looked up; in a Spring
	 * application, its {@code Environment} is
	 * @return this builder
	 */
	ConfigManagerBuilder<T> placeholders(Function<String, @Nullable String> lookup);

	/**
	 * Add rules that every candidate must satisfy.
	 * @param validator the rules
	 * @return this builder
	 */
	ConfigManagerBuilder<T> validator(ConfigValidator<? super T> validator);

	/**
	 * Change when the source is reloaded while hot reload is enabled.
	 * @param watch sets options
	 * @return this builder
	 * @throws IllegalArgumentException if the options contradict each other
	 */
	ConfigManagerBuilder<T> watch(Consumer<WatchOptions> watch);

	/**
	 * Change which accepted versions are kept, and where.
	 * @param history sets options
	 * @return this builder
	 */
	ConfigManagerBuilder<T> history(Consumer<HistoryOptions> history);

	/**
	 * Change how large a document may be.
	 * @param limits sets options
	 * @return this builder
	 */
	ConfigManagerBuilder<T> limits(Consumer<LimitOptions> limits);

	/**
	 * Change what is expected of the file.
	 * @param security sets options
	 * @return this builder
	 */
	ConfigManagerBuilder<T> security(Consumer<SecurityOptions> security);

	/**
	 * Change how long, and how often, each new version is probed.
	 * @param probes sets options
	 * @return this builder
	 * @throws IllegalArgumentException if the options contradict each other
	 */
	ConfigManagerBuilder<T> probes(Consumer<ProbeOptions> probes);

	/**
	 * Set the time after which a callback that is still running is logged.
	 * @param slowCallback more than zero; 5 s by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> slowCallback(Duration slowCallback);

	/**
	 * Set the maximum time that one call of a {@link ConfigParticipant} may take.
	 * @param timeout more than zero; 10 s by default
	 * @return this builder
	 */
	ConfigManagerBuilder<T> participantTimeout(Duration timeout);

	/**
	 * Set how to find out who requests a reload, an update, a save or a rollback.
	 * @param actor returns the name of the requester; by default it is not known
	 * @return this builder
	 */
	ConfigManagerBuilder<T> actor(ConfigActor actor);

	/**
	 * Add an observer before the first version is accepted. It is notified of the attempt
	 * that makes that version active, possibly after {@link #build()} has returned.
	 * @param observer the observer
	 * @return this builder
	 */
	ConfigManagerBuilder<T> observer(ConfigObserver<? super T> observer);

	/**
	 * Trace every attempt except the first.
	 * @param tracer the tracer; by default there is none
	 * @return this builder
	 */
	ConfigManagerBuilder<T> tracer(ConfigTracer tracer);

	/**
	 * Read the source, validate its document and build the manager. Hot reload is not
	 * enabled yet.
	 * @return a manager with version 1 active
	 * @throws ConfigLoadException with all problems, if there is no valid document to
	 * start with
	 */
	ConfigManager<T> build();

}
