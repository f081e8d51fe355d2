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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.internal.bind.Placeholders;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ConfigTracer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a manager, with their defaults.
 *
 * @param <T> the type of the configuration
 */
final class ManagerSettings<T> {

	final Class<T> type;

	@Nullable ClassLoader classLoader;

	String name = "wolf";

	StartMode startMode = StartMode.STRICT;

	boolean keepCopy;

	boolean createIfMissing;

	UnknownKeys unknownKeys = UnknownKeys.REJECT;

	boolean allowEmpty;

	TomlVersion tomlVersion = TomlVersion.V1_1;

	Duration slowCallback = Duration.ofSeconds(5);

	Duration participantTimeout = Duration.ofSeconds(10);

	final DefaultWatchOptions watch = new DefaultWatchOptions();

	final DefaultHistoryOptions history = new DefaultHistoryOptions();

	final DefaultLimitOptions limits = new DefaultLimitOptions();

	final DefaultSecurityOptions security = new DefaultSecurityOptions();

	final DefaultProbeOptions probes = new DefaultProbeOptions();

	ConfigActor actor = () -> null;

	Function<String, @Nullable String> placeholders = Placeholders::ofSystem;

	final List<ConfigValidator<? super T>> validators = new ArrayList<>();

	final List<ConfigObserver<? super T>> observers = new ArrayList<>();

	final List<ConfigTracer> tracers = new ArrayList<>();

	Clock clock = Clock.systemUTC();

	Scheduler scheduler = WatchThread.shared();

	BiFunction<String, @Nullable ClassLoader, Executor> threads = IdleThreads::named;

	ManagerOwner owner = new ManagerOwner() {
	};

	@Nullable ConfigSource source;

	@Nullable Path path;

	Function<Supplier<ConfigSource>, ConfigSource> substitution = Supplier::get;

	ManagerSettings(Class<T> type) {
		this.type = type;
		this.classLoader = type.getClassLoader();
	}

	ConfigSource source(Path path) {
		ConfigSource set = this.source;
		return this.substitution.apply(() -> (set != null) ? set : fileSource(path));
	}

	/** Return a source for another file with the same limits. */
	FileSource fileSource(Path path) {
		return new FileSource(path, this.limits.maxSize, this.security.filePermissions, this.watch.settings());
	}

	@Nullable Path historyDirectory() {
		boolean required = this.startMode == StartMode.LAST_GOOD || this.history.required;
		Path set = this.history.directory;
		return (set == null && required) ? Path.of(".wolf-config") : set;
	}

}
