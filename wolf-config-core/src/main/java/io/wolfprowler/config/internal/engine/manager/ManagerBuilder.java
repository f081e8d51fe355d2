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
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.HistoryOptions;
import io.wolfprowler.config.LimitOptions;
import io.wolfprowler.config.ProbeOptions;
import io.wolfprowler.config.SecurityOptions;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.UnknownKeys;
import io.wolfprowler.config.WatchOptions;
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
 * Collects the settings of a manager.
 *
 * @param <T> the type of the configuration
 */
public final class ManagerBuilder<T> implements ConfigManagerBuilder<T> {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	public final Class<T> type;

	@Nullable ClassLoader classLoader;

	public String name = "wolf";

	public StartMode startMode = StartMode.STRICT;

	public boolean keepCopy;

	public boolean createIfMissing;

	public UnknownKeys unknownKeys = UnknownKeys.REJECT;

	public boolean allowEmpty;

	TomlVersion tomlVersion = TomlVersion.V1_1;

	public Duration slowCallback = Duration.ofSeconds(5);

	public Duration participantTimeout = Duration.ofSeconds(10);

	public final DefaultWatchOptions watch = new DefaultWatchOptions();

	public final DefaultHistoryOptions history = new DefaultHistoryOptions();

	public final DefaultLimitOptions limits = new DefaultLimitOptions();

	final DefaultSecurityOptions security = new DefaultSecurityOptions();

	public final DefaultProbeOptions probes = new DefaultProbeOptions();

	public ConfigActor actor = () -> null;

	public Function<String, @Nullable String> placeholders = Placeholders::ofSystem;

	public final List<ConfigValidator<? super T>> validators = new ArrayList<>();

	public final List<ConfigObserver<? super T>> observers = new ArrayList<>();

	final List<ConfigTracer> tracers = new ArrayList<>();

	public Clock clock = Clock.systemUTC();

	public Scheduler scheduler = WatchThread.shared();

	public BiFunction<String, @Nullable ClassLoader, Executor> threads = IdleThreads::named;

	ManagerOwner owner = new ManagerOwner() {
	};

	private @Nullable ConfigSource source;

	private @Nullable Path path;

	private Function<Supplier<ConfigSource>, ConfigSource> substitution = Supplier::get;

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
		Arguments.check(NAME.matcher(name).matches(),
				"'name' must consist of letters, digits, '-', '_' and '.', found '" + name + "'");
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
	public ManagerBuilder<T> tomlVersion(TomlVersion version) {
		this.tomlVersion = Objects.requireNonNull(version, "version");
		return this;
	}

	@Override
	public ManagerBuilder<T> watch(Consumer<WatchOptions> watch) {
		watch.accept(this.watch);
		this.watch.check();
		return this;
	}

	@Override
	public ManagerBuilder<T> history(Consumer<HistoryOptions> history) {
		history.accept(this.history);
		return this;
	}

	@Override
	public ManagerBuilder<T> limits(Consumer<LimitOptions> limits) {
		limits.accept(this.limits);
		return this;
	}

	@Override
	public ManagerBuilder<T> security(Consumer<SecurityOptions> security) {
		security.accept(this.security);
		return this;
	}

	@Override
	public ManagerBuilder<T> probes(Consumer<ProbeOptions> probes) {
		probes.accept(this.probes);
		this.probes.check();
		return this;
	}

	@Override
	public ManagerBuilder<T> slowCallback(Duration slowCallback) {
		this.slowCallback = Arguments.positive(slowCallback, "slowCallback");
		return this;
	}

	@Override
	public ManagerBuilder<T> participantTimeout(Duration timeout) {
		this.participantTimeout = Arguments.positive(timeout, "participantTimeout");
		return this;
	}

	@Override
	public ManagerBuilder<T> actor(ConfigActor actor) {
		this.actor = new GuardedActor(Objects.requireNonNull(actor, "actor"));
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
		ConfigManager<T> manager = new ManagerAssembler<>(this, this.path).manager();
		this.owner.built(manager);
		return manager;
	}

	public ConfigSource source(Path path) {
		ConfigSource set = this.source;
		return this.substitution.apply(() -> (set != null) ? set : fileSource(path));
	}

	/** Return a source for another file with the limits of this one. */
	FileSource fileSource(Path path) {
		return new FileSource(path, this.limits.maxSize, this.security.filePermissions, this.watch.settings());
	}

	@Nullable Path historyDirectory() {
		boolean needed = this.startMode == StartMode.LAST_GOOD || this.history.required;
		Path set = this.history.directory;
		return (set == null && needed) ? Path.of(".wolf-config") : set;
	}

}
