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
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ConfigTracer;
import org.jspecify.annotations.Nullable;

/**
 * Builds a manager.
 *
 * @param <T> the type of the configuration
 */
public final class ManagerBuilder<T> implements ConfigManagerBuilder<T> {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	final ManagerSettings<T> settings;

	/**
	 * Create a builder with the default settings.
	 * @param type the record type to bind the configuration to
	 */
	public ManagerBuilder(Class<T> type) {
		this.settings = new ManagerSettings<>(Objects.requireNonNull(type, "type"));
	}

	/**
	 * Set the owner of the manager.
	 * @param owner is notified when the manager is built and closed
	 * @return this builder
	 */
	public ManagerBuilder<T> ownedBy(ManagerOwner owner) {
		this.settings.owner = Objects.requireNonNull(owner, "owner");
		return this;
	}

	/**
	 * Set the context class loader of the code that is called on changes.
	 * @param classLoader the class loader; that of the configuration type by default
	 * @return this builder
	 */
	public ManagerBuilder<T> classLoader(@Nullable ClassLoader classLoader) {
		this.settings.classLoader = classLoader;
		return this;
	}

	/**
	 * Use another source than the one that is set, now or later.
	 * @param substitution returns the source to use; may ask for the one that is set
	 * @return this builder
	 */
	public ManagerBuilder<T> sourceInstead(Function<Supplier<ConfigSource>, ConfigSource> substitution) {
		this.settings.substitution = Objects.requireNonNull(substitution, "substitution");
		return this;
	}

	/**
	 * Set the clock.
	 * @param clock the time of day
	 * @return this builder
	 */
	public ManagerBuilder<T> clock(Clock clock) {
		this.settings.clock = Objects.requireNonNull(clock, "clock");
		return this;
	}

	/**
	 * Use another scheduler.
	 * @param substitution returns the scheduler to use in place of the present one
	 * @return this builder
	 */
	public ManagerBuilder<T> schedulerInstead(UnaryOperator<Scheduler> substitution) {
		this.settings.scheduler = substitution.apply(this.settings.scheduler);
		return this;
	}

	/**
	 * Set the threads that call participants and probes.
	 * @param threads returns an executor for a name and a context class loader
	 * @return this builder
	 */
	public ManagerBuilder<T> threads(BiFunction<String, @Nullable ClassLoader, Executor> threads) {
		this.settings.threads = Objects.requireNonNull(threads, "threads");
		return this;
	}

	@Override
	public ManagerBuilder<T> name(String name) {
		Arguments.check(NAME.matcher(name).matches(),
				"'name' must consist of letters, digits, '-', '_' and '.', found '" + name + "'");
		this.settings.name = name;
		return this;
	}

	@Override
	public ManagerBuilder<T> file(Path file) {
		this.settings.source = null;
		this.settings.path = Objects.requireNonNull(file, "file");
		return this;
	}

	@Override
	public ManagerBuilder<T> source(ConfigSource source, Path path) {
		this.settings.source = Objects.requireNonNull(source, "source");
		this.settings.path = Objects.requireNonNull(path, "path");
		return this;
	}

	@Override
	public ManagerBuilder<T> keepCopy(boolean keepCopy) {
		this.settings.keepCopy = keepCopy;
		return this;
	}

	@Override
	public ManagerBuilder<T> startMode(StartMode startMode) {
		this.settings.startMode = Objects.requireNonNull(startMode, "startMode");
		return this;
	}

	@Override
	public ManagerBuilder<T> createIfMissing(boolean createIfMissing) {
		this.settings.createIfMissing = createIfMissing;
		return this;
	}

	@Override
	public ManagerBuilder<T> unknownKeys(UnknownKeys unknownKeys) {
		this.settings.unknownKeys = Objects.requireNonNull(unknownKeys, "unknownKeys");
		return this;
	}

	@Override
	public ManagerBuilder<T> allowEmpty(boolean allowEmpty) {
		this.settings.allowEmpty = allowEmpty;
		return this;
	}

	@Override
	public ManagerBuilder<T> tomlVersion(TomlVersion version) {
		this.settings.tomlVersion = Objects.requireNonNull(version, "version");
		return this;
	}

	@Override
	public ManagerBuilder<T> watch(Consumer<WatchOptions> watch) {
		watch.accept(this.settings.watch);
		this.settings.watch.check();
		return this;
	}

	@Override
	public ManagerBuilder<T> history(Consumer<HistoryOptions> history) {
		history.accept(this.settings.history);
		return this;
	}

	@Override
	public ManagerBuilder<T> limits(Consumer<LimitOptions> limits) {
		limits.accept(this.settings.limits);
		return this;
	}

	@Override
	public ManagerBuilder<T> security(Consumer<SecurityOptions> security) {
		security.accept(this.settings.security);
		return this;
	}

	@Override
	public ManagerBuilder<T> probes(Consumer<ProbeOptions> probes) {
		probes.accept(this.settings.probes);
		this.settings.probes.check();
		return this;
	}

	@Override
	public ManagerBuilder<T> slowCallback(Duration slowCallback) {
		this.settings.slowCallback = Arguments.positive(slowCallback, "slowCallback");
		return this;
	}

	@Override
	public ManagerBuilder<T> participantTimeout(Duration timeout) {
		this.settings.participantTimeout = Arguments.positive(timeout, "participantTimeout");
		return this;
	}

	@Override
	public ManagerBuilder<T> actor(ConfigActor actor) {
		this.settings.actor = new GuardedActor(Objects.requireNonNull(actor, "actor"));
		return this;
	}

	@Override
	public ManagerBuilder<T> placeholders(Function<String, @Nullable String> lookup) {
		this.settings.placeholders = Objects.requireNonNull(lookup, "lookup");
		return this;
	}

	@Override
	public ManagerBuilder<T> validator(ConfigValidator<? super T> validator) {
		this.settings.validators.add(Objects.requireNonNull(validator, "validator"));
		return this;
	}

	@Override
	public ManagerBuilder<T> observer(ConfigObserver<? super T> observer) {
		this.settings.observers.add(Objects.requireNonNull(observer, "observer"));
		return this;
	}

	@Override
	public ManagerBuilder<T> tracer(ConfigTracer tracer) {
		this.settings.tracers.add(Objects.requireNonNull(tracer, "tracer"));
		return this;
	}

	@Override
	public ConfigManager<T> build() {
		Path path = this.settings.path;
		if (path == null) {
			throw new IllegalStateException(
					"The configuration manager '" + this.settings.name + "' needs a file or a source");
		}
		ConfigManager<T> manager = new ManagerAssembler<>(this.settings, path).assemble();
		this.settings.owner.built(manager);
		return manager;
	}

}
