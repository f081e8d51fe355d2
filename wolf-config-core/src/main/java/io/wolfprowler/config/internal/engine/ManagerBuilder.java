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

package io.wolfprowler.config.internal.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.internal.bind.Placeholders;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.time.LingeringThreads;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ConfigTracer;

import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a manager.
 *
 * @param <T> the type of the configuration
 */
public final class ManagerBuilder<T> implements ConfigManager.Builder<T> {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	private static final int DEEPEST = 128;

	final Class<T> type;

	@Nullable ClassLoader classLoader;

	String name = "wolf";

	StartMode startMode = StartMode.STRICT;

	boolean keepCopy;

	boolean createIfMissing;

	UnknownKeys unknownKeys = UnknownKeys.REJECT;

	boolean allowEmpty;

	int maxDepth = 64;

	int maxKeys = 200_000;

	TomlVersion tomlVersion = TomlVersion.V1_1;

	Duration slowCallback = Duration.ofSeconds(5);

	Duration participantTimeout = Duration.ofSeconds(10);

	Duration probeWindow = Duration.ofSeconds(30);

	Duration probeInterval = Duration.ofSeconds(1);

	int historySize = 20;

	boolean historyRequired;

	private @Nullable Path historyDirectory;

	ConfigActor actor = () -> null;

	Function<String, @Nullable String> placeholders = Placeholders::ofSystem;

	final List<ConfigValidator<? super T>> validators = new ArrayList<>();

	final List<ConfigObserver<? super T>> observers = new ArrayList<>();

	final List<ConfigTracer> tracers = new ArrayList<>();

	Clock clock = Clock.systemUTC();

	Scheduler scheduler = WatchThread.shared();

	BiFunction<String, @Nullable ClassLoader, Executor> threads = LingeringThreads::named;

	ManagerOwner owner = new ManagerOwner() {
	};

	private @Nullable ConfigSource source;

	private @Nullable Path path;

	private Function<Supplier<ConfigSource>, ConfigSource> substitution = Supplier::get;

	long maxSize = 4 * 1024 * 1024;

	private WatchSettings watchSettings = WatchSettings.defaults();

	private FilePermissions permissions = FilePermissions.WARN;

	/**
	 * Create a builder with the default settings.
	 * @param type the record type to bind the configuration to
	 */
	public ManagerBuilder(Class<T> type) {
		this.type = Objects.requireNonNull(type, "type");
		this.classLoader = type.getClassLoader();
	}

	/**
	 * Tell an owner of the manager.
	 * @param owner is told when the manager is built and closed
	 * @return this builder
	 */
	public ManagerBuilder<T> ownedBy(ManagerOwner owner) {
		this.owner = Objects.requireNonNull(owner, "owner");
		return this;
	}

	/**
	 * Set the context class loader of the code that is called on changes.
	 * @param classLoader the class loader; that of the configuration type by default
	 * @return this builder
	 */
	public ManagerBuilder<T> classLoader(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Use another source than the one that is set, now or later.
	 * @param substitution makes the source that is used; may ask for the one that is set
	 * @return this builder
	 */
	public ManagerBuilder<T> sourceInstead(Function<Supplier<ConfigSource>, ConfigSource> substitution) {
		this.substitution = Objects.requireNonNull(substitution, "substitution");
		return this;
	}

	@Override
	public ManagerBuilder<T> name(String name) {
		check(NAME.matcher(name).matches(),
				"name must consist of letters, digits, '-', '_' and '.', found '" + name + "'");
		this.name = name;
		return this;
	}

	@Override
	public ManagerBuilder<T> file(Path file) {
		this.source = null;
		this.path = Objects.requireNonNull(file, "file");
		return this;
	}

	@Override
	public ManagerBuilder<T> source(ConfigSource source, Path path) {
		this.source = Objects.requireNonNull(source, "source");
		this.path = Objects.requireNonNull(path, "path");
		return this;
	}

	@Override
	public ManagerBuilder<T> keepCopy(boolean keepCopy) {
		this.keepCopy = keepCopy;
		return this;
	}

	@Override
	public ManagerBuilder<T> startMode(StartMode startMode) {
		this.startMode = Objects.requireNonNull(startMode, "startMode");
		return this;
	}

	@Override
	public ManagerBuilder<T> createIfMissing(boolean createIfMissing) {
		this.createIfMissing = createIfMissing;
		return this;
	}

	@Override
	public ManagerBuilder<T> unknownKeys(UnknownKeys unknownKeys) {
		this.unknownKeys = Objects.requireNonNull(unknownKeys, "unknownKeys");
		return this;
	}

	@Override
	public ManagerBuilder<T> allowEmpty(boolean allowEmpty) {
		this.allowEmpty = allowEmpty;
		return this;
	}

	@Override
	public ManagerBuilder<T> maxSize(long bytes) {
		check(bytes >= 1 && bytes < Integer.MAX_VALUE, "maxSize must be between 1 byte and 2 GiB, found " + bytes);
		this.maxSize = bytes;
		return this;
	}

	@Override
	public ManagerBuilder<T> maxDepth(int levels) {
		check(levels >= 1 && levels <= DEEPEST, "maxDepth must be between 1 and 128, found " + levels);
		this.maxDepth = levels;
		return this;
	}

	@Override
	public ManagerBuilder<T> maxKeys(int keys) {
		check(keys >= 1, "maxKeys must be at least 1, found " + keys);
		this.maxKeys = keys;
		return this;
	}

	@Override
	public ManagerBuilder<T> tomlVersion(TomlVersion version) {
		this.tomlVersion = Objects.requireNonNull(version, "version");
		return this;
	}

	@Override
	public ManagerBuilder<T> debounce(Duration debounce, Duration maxWait) {
		this.watchSettings = new WatchSettings(debounce, maxWait, this.watchSettings.pollInterval(),
				this.watchSettings.eager());
		return this;
	}

	@Override
	public ManagerBuilder<T> pollInterval(Duration pollInterval) {
		this.watchSettings = new WatchSettings(this.watchSettings.debounce(), this.watchSettings.maxWait(),
				pollInterval, this.watchSettings.eager());
		return this;
	}

	@Override
	public ManagerBuilder<T> eager(boolean eager) {
		this.watchSettings = new WatchSettings(this.watchSettings.debounce(), this.watchSettings.maxWait(),
				this.watchSettings.pollInterval(), eager);
		return this;
	}

	@Override
	public ManagerBuilder<T> filePermissions(FilePermissions permissions) {
		this.permissions = Objects.requireNonNull(permissions, "permissions");
		return this;
	}

	@Override
	public ManagerBuilder<T> slowCallback(Duration slowCallback) {
		check(slowCallback.compareTo(Duration.ZERO) > 0, "slowCallback must be more than zero, found " + slowCallback);
		this.slowCallback = slowCallback;
		return this;
	}

	@Override
	public ManagerBuilder<T> participantTimeout(Duration timeout) {
		check(timeout.compareTo(Duration.ZERO) > 0, "participantTimeout must be more than zero, found " + timeout);
		this.participantTimeout = timeout;
		return this;
	}

	@Override
	public ManagerBuilder<T> probation(Duration window, Duration interval) {
		check(interval.compareTo(Duration.ZERO) > 0, "interval must be more than zero, found " + interval);
		check(window.compareTo(interval) >= 0, "window must be at least interval (" + interval + "), found " + window);
		this.probeWindow = window;
		this.probeInterval = interval;
		return this;
	}

	@Override
	public ManagerBuilder<T> actor(ConfigActor actor) {
		this.actor = new GuardedActor(Objects.requireNonNull(actor, "actor"));
		return this;
	}

	@Override
	public ManagerBuilder<T> historySize(int size) {
		check(size >= 1, "historySize must be at least 1, found " + size);
		this.historySize = size;
		return this;
	}

	@Override
	public ManagerBuilder<T> historyDirectory(Path directory) {
		this.historyDirectory = Objects.requireNonNull(directory, "directory");
		return this;
	}

	@Override
	public ManagerBuilder<T> historyRequired(boolean required) {
		this.historyRequired = required;
		return this;
	}

	@Override
	public ManagerBuilder<T> placeholders(Function<String, @Nullable String> lookup) {
		this.placeholders = Objects.requireNonNull(lookup, "lookup");
		return this;
	}

	@Override
	public ManagerBuilder<T> validator(ConfigValidator<? super T> validator) {
		this.validators.add(Objects.requireNonNull(validator, "validator"));
		return this;
	}

	@Override
	public ManagerBuilder<T> observer(ConfigObserver<? super T> observer) {
		this.observers.add(Objects.requireNonNull(observer, "observer"));
		return this;
	}

	@Override
	public ManagerBuilder<T> tracer(ConfigTracer tracer) {
		this.tracers.add(Objects.requireNonNull(tracer, "tracer"));
		return this;
	}

	@Override
	public ConfigManager<T> build() {
		if (this.path == null) {
			throw new IllegalStateException("The configuration manager '" + this.name + "' needs a file or a source");
		}
		ConfigManager<T> manager = new Assembly<>(this, this.path).manager();
		this.owner.built(manager);
		return manager;
	}

	ConfigSource source(Path path) {
		ConfigSource set = this.source;
		return this.substitution.apply(() -> (set != null) ? set : fileSource(path));
	}

	/** Return a source for another file with the limits of this one. */
	FileSource fileSource(Path path) {
		return new FileSource(path, this.maxSize, this.permissions, this.watchSettings);
	}

	@Nullable Path historyDirectory() {
		boolean needed = this.startMode == StartMode.LAST_GOOD || this.historyRequired;
		return (this.historyDirectory == null && needed) ? Path.of(".wolf-config") : this.historyDirectory;
	}

	RetryPauses retryPauses() {
		return new RetryPauses(this.watchSettings.debounce(), this.watchSettings.maxWait());
	}

	Duration maxWait() {
		return this.watchSettings.maxWait();
	}

	private static void check(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

}
