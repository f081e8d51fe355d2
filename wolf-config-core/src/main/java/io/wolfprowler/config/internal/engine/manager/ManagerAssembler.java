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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.internal.bind.Placeholders;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.bind.TypeRules;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.ChangeSet;
import io.wolfprowler.config.internal.engine.apply.DeadlineExecutor;
import io.wolfprowler.config.internal.engine.apply.LastGoodCopy;
import io.wolfprowler.config.internal.engine.apply.ParticipantTimer;
import io.wolfprowler.config.internal.engine.apply.Participants;
import io.wolfprowler.config.internal.engine.apply.PendingEdits;
import io.wolfprowler.config.internal.engine.apply.ProbeMonitor;
import io.wolfprowler.config.internal.engine.apply.SourceWriter;
import io.wolfprowler.config.internal.engine.apply.ValueIndex;
import io.wolfprowler.config.internal.engine.apply.VersionStore;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.attempt.AttemptTracing;
import io.wolfprowler.config.internal.engine.edit.AsyncOperations;
import io.wolfprowler.config.internal.engine.edit.OperationGate;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.InitialDocument;
import io.wolfprowler.config.internal.engine.load.InitialLoad;
import io.wolfprowler.config.internal.engine.load.PartialWriteGuard;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.ListenerInvoker;
import io.wolfprowler.config.internal.engine.notify.ListenerList;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.ListenerCall;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of one manager together.
 *
 * @param <T> the type of the configuration
 */
final class ManagerAssembler<T> {

	/** The version in force before the first. */
	private static final long NONE = 0;

	private final ManagerBuilder<T> settings;

	private final Path path;

	private final ConfigSource source;

	private final Scheduler scheduler;

	private final Schema<T> schema;

	private final ChangeSet changeSet;

	private final CandidateChecker<T> judge;

	private final TomlParser parser;

	private final ReloadLog log;

	private final @Nullable Backups backups;

	private final ManagerThread thread;

	private final ManagerThread archiveThread;

	ManagerAssembler(ManagerBuilder<T> settings, Path path) {
		TypeRules<T> rules = TypeRules.of(settings.type);
		this.settings = settings;
		this.path = path;
		this.source = settings.source(path);
		this.scheduler = settings.scheduler;
		this.schema = Schema.of(settings.type);
		this.changeSet = new ChangeSet(this.schema, rules.changes());
		this.judge = new CandidateChecker<>(this.schema, rules.with(settings.validators), settings.unknownKeys,
				settings.allowEmpty, new Placeholders(settings.placeholders));
		this.parser = new TomlParser(settings.limits.maxDepth, settings.limits.maxKeys, settings.tomlVersion);
		this.log = new ReloadLog(this.source.description(), this.schema);
		this.backups = backups(settings.historyDirectory());
		this.thread = new ManagerThread(settings.name, settings.classLoader);
		this.archiveThread = new ManagerThread(settings.name + "-history", settings.classLoader);
	}

	ConfigManager<T> manager() {
		InitialLoad<T> start = InitialLoad.on(reading(), this.source.description(), this.parser, this.judge,
				(this.settings.startMode == StartMode.LAST_GOOD) ? this.backups : null);
		ActiveState<T> accepted = accepted(start);
		ListenerList<ConfigObserver<? super T>> observers = new ListenerList<>();
		Consumer<ListenerCall> report = (call) -> observers.tellAll((observer) -> observer.called(call));
		ListenerInvoker guard = new ListenerInvoker(this.scheduler, this.settings.slowCallback, report);
		ChangeNotifier<T> dispatcher = new ChangeNotifier<>(this.thread, guard, this.schema, observers);
		this.settings.observers.forEach((observer) -> dispatcher.addObserver(observer, () -> NONE));
		VersionStore archive = new VersionStore(this.settings.history.size, this.backups, copy(),
				this.settings.history.required, this.parser, this.archiveThread);
		check(archive.prepare(accepted));
		ActiveConfig<T> commitPoint = new ActiveConfig<>(this.settings.name,
				new Participants<>(calls(), new ParticipantTimer(this.scheduler::nanoTime, report)),
				probation(accepted), this.schema, this.changeSet, dispatcher, archive, this.log, accepted);
		Engine<T> engine = new Engine<>(this.source, this.parser, this.judge, commitPoint,
				new SourceWriter<>(this.source, commitPoint), new AttemptHistory(first(accepted)), dispatcher, this.log,
				new AttemptTracing(this.settings.name, this.settings.tracers), this.scheduler::nanoTime,
				this.settings.clock);
		announce(start, engine);
		return manager(engine, guard);
	}

	// Where a version is kept to start on, this is not the first start.
	private SourceReadResult reading() {
		SourceReadResult reading = SourceReadResult.of(this.source);
		boolean create = reading.absent() && this.settings.createIfMissing
				&& (this.settings.startMode != StartMode.LAST_GOOD || versions().isEmpty());
		return create ? new InitialDocument(this.source, this.path, ConfigTemplate.of(this.schema), this.log).write()
				: reading;
	}

	private ConfigManager<T> manager(Engine<T> engine, ListenerInvoker guard) {
		ReloadPipeline<T> reloader = new ReloadPipeline<>(engine, new PartialWriteGuard(this.settings.watch.maxWait),
				this.settings.limits.maxSize);
		boolean vouched = this.source.isAtomic();
		HotReload hotReload = new HotReload(this.source, () -> reloader.look(vouched, null).result(), this.thread,
				this.scheduler, this.settings.watch.retryPauses());
		OperationGate calls = new OperationGate(this.settings.name, this.path, this.settings.slowCallback,
				engine.commitPoint(), this.thread, new AsyncOperations(this.settings.name, this.settings.classLoader),
				this.settings.actor);
		return new DefaultConfigManager<>(engine, reloader, guard, hotReload, calls, this.archiveThread, this.scheduler,
				this.settings.owner);
	}

	private ConfigAttempt first(ActiveState<T> accepted) {
		return new ConfigAttempt(accepted.snapshot().loadedAt(), accepted.snapshot().cause(), null,
				accepted.document().digest(),
				new ReloadResult(Outcome.APPLIED, accepted.version(), List.of(), List.of(), Set.of(), Duration.ZERO),
				Map.of());
	}

	private DeadlineExecutor calls() {
		return new DeadlineExecutor(threads("-apply"), this.scheduler, this.settings.participantTimeout);
	}

	private ProbeMonitor<T> probation(ActiveState<T> accepted) {
		return new ProbeMonitor<>(accepted.version(), this.schema, this.scheduler, threads("-probe"),
				new DeadlineExecutor(threads("-probe"), this.scheduler, this.settings.participantTimeout),
				this.settings.probes.window, this.settings.probes.interval);
	}

	private Executor threads(String suffix) {
		return this.settings.threads.apply("wolf-config-" + this.settings.name + suffix, this.settings.classLoader);
	}

	private ActiveState<T> accepted(InitialLoad<T> start) {
		TomlDocument document = start.candidate().document();
		T config = Objects.requireNonNull(start.candidate().config());
		ConfigVersion line = line(start.cause(), document.digest());
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(line.version(), config, document.digest(),
				this.settings.clock.instant(), start.cause(), this.source.description(),
				new ValueIndex<>(this.schema, config, new ValueIndex.Paths()));
		return new ActiveState<>(snapshot, line, document, PendingEdits.NONE, start.candidate().names());
	}

	// A restart on the text that was in force before it is no new version.
	private ConfigVersion line(Cause cause, String digest) {
		List<ConfigVersion> earlier = versions();
		if (!earlier.isEmpty() && earlier.get(0).digest().equals(digest)) {
			return earlier.get(0);
		}
		long version = earlier.isEmpty() ? 1 : earlier.get(0).version() + 1;
		return new ConfigVersion(version, this.settings.clock.instant(), cause, digest, this.source.description());
	}

	private List<ConfigVersion> versions() {
		return (this.backups != null) ? this.backups.versions() : List.of();
	}

	private void announce(InitialLoad<T> start, Engine<T> engine) {
		this.log.accepted(start.cause(), engine.current().version(), List.of(), List.of());
		this.log.warnings(start.candidate().warnings());
		engine.dispatcher().started(engine.attempts().last());
		if (!start.problems().isEmpty()) {
			engine.refuseContent(engine.current().version(), start.outcome(), start.problems(), start.digest(),
					engine.occasion(start.cause(), null));
		}
	}

	private @Nullable Backups backups(@Nullable Path directory) {
		if (directory == null) {
			return null;
		}
		Path file = Objects.requireNonNull(this.path.getFileName(), "path");
		String name = directory.isAbsolute() ? this.settings.name + "-" + file : file.toString();
		return new Backups(this.path.resolveSibling(directory), name, this.source.description(),
				this.settings::fileSource);
	}

	private @Nullable LastGoodCopy copy() {
		return this.settings.keepCopy ? new LastGoodCopy(this.settings.fileSource(this.path)) : null;
	}

	private void check(@Nullable Problem problem) {
		if (problem != null) {
			throw new ConfigException(problem.describe(this.source.description()));
		}
	}

}
