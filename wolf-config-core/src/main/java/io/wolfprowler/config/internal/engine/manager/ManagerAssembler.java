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
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.bind.TypeRules;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.ChangeSet;
import io.wolfprowler.config.internal.engine.apply.DeadlineExecutor;
import io.wolfprowler.config.internal.engine.apply.LastGoodCopy;
import io.wolfprowler.config.internal.engine.apply.Participants;
import io.wolfprowler.config.internal.engine.apply.ProbeMonitor;
import io.wolfprowler.config.internal.engine.apply.SourceWriter;
import io.wolfprowler.config.internal.engine.apply.Transitions;
import io.wolfprowler.config.internal.engine.apply.TwoPhaseCommit;
import io.wolfprowler.config.internal.engine.apply.VersionStore;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.attempt.AttemptRunner;
import io.wolfprowler.config.internal.engine.attempt.AttemptTracing;
import io.wolfprowler.config.internal.engine.edit.ActiveEditor;
import io.wolfprowler.config.internal.engine.edit.AsyncOperations;
import io.wolfprowler.config.internal.engine.edit.OperationGate;
import io.wolfprowler.config.internal.engine.edit.Rollback;
import io.wolfprowler.config.internal.engine.edit.Saver;
import io.wolfprowler.config.internal.engine.edit.Updater;
import io.wolfprowler.config.internal.engine.load.CandidatePreview;
import io.wolfprowler.config.internal.engine.load.DocumentReader;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.InitialLoad;
import io.wolfprowler.config.internal.engine.load.PartialWriteGuard;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.notify.AttemptRecorder;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.ListenerInvoker;
import io.wolfprowler.config.internal.engine.notify.ListenerList;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ListenerCall;
import org.jspecify.annotations.Nullable;

/**
 * Creates the parts of one manager, each with what it needs. This is the only class that
 * knows all of them.
 *
 * @param <T> the type of the configuration
 */
final class ManagerAssembler<T> {

	/** The version that is active before the first. */
	private static final long NONE = 0;

	private final ManagerSettings<T> settings;

	private final Path path;

	private final ManagerStart<T> start;

	private final ManagerThread thread;

	private final ManagerThread historyThread;

	private final ListenerList<ConfigObserver<? super T>> observers = new ListenerList<>();

	private final ListenerInvoker invoker;

	private final ChangeNotifier<T> notifier;

	private final Participants<T> participants;

	private final AttemptRunner attempts;

	private final ChangeSet changeSet;

	ManagerAssembler(ManagerSettings<T> settings, Path path) {
		TypeRules<T> rules = TypeRules.of(settings.type);
		this.settings = settings;
		this.path = path;
		this.start = new ManagerStart<>(settings, path, rules);
		this.thread = new ManagerThread(settings.name, settings.classLoader);
		this.historyThread = new ManagerThread(settings.name + "-history", settings.classLoader);
		Consumer<ListenerCall> report = (call) -> this.observers.callAll((observer) -> observer.called(call));
		this.invoker = new ListenerInvoker(settings.scheduler, settings.slowCallback, report);
		this.notifier = new ChangeNotifier<>(this.thread, this.invoker, this.start.schema(), this.observers);
		this.participants = new Participants<>(executor(threads("-apply")), settings.scheduler::nanoTime, report);
		this.attempts = new AttemptRunner(new AttemptTracing(settings.name, settings.tracers),
				settings.scheduler::nanoTime, settings.clock);
		this.changeSet = new ChangeSet(this.start.schema(), rules.changes());
	}

	ConfigManager<T> assemble() {
		InitialLoad<T> load = this.start.load();
		ActiveState<T> state = this.start.state(load);
		this.settings.observers.forEach((observer) -> this.notifier.addObserver(observer, () -> NONE));
		VersionStore store = store();
		check(store.prepare(state));
		ActiveConfig<T> active = new ActiveConfig<>(this.settings.name, store, state);
		AttemptRecorder<T> recorder = new AttemptRecorder<>(new AttemptHistory(first(state)), this.start.log(),
				this.notifier);
		Transitions<T> transitions = new Transitions<>(this.settings.name, this.start.schema(), this.changeSet,
				state.config());
		ProbeMonitor<T> probes = probes(state.version());
		TwoPhaseCommit<T> commit = new TwoPhaseCommit<>(active, store, this.participants, transitions, probes,
				recorder);
		announce(load, state.version(), recorder);
		return manager(active, commit, transitions, probes, recorder);
	}

	private ConfigManager<T> manager(ActiveConfig<T> active, TwoPhaseCommit<T> commit, Transitions<T> transitions,
			ProbeMonitor<T> probes, AttemptRecorder<T> recorder) {
		DocumentReader reader = new DocumentReader(this.start.source(), this.start.parser(),
				this.settings.limits.maxSize);
		PartialWriteGuard partialWrites = new PartialWriteGuard(this.settings.watch.maxWait);
		ReloadPipeline<T> pipeline = new ReloadPipeline<>(reader, partialWrites, this.start.checker(), active, commit,
				this.attempts, recorder);
		HotReload hotReload = hotReload(pipeline);
		OperationGate gate = gate(active);
		StatusReport<T> status = new StatusReport<>(active, transitions, recorder.history(), hotReload, this.invoker,
				partialWrites, this.start.source());
		Shutdown shutdown = new Shutdown(hotReload, commit, this.notifier, gate, this.historyThread,
				this.start.source(), this.settings.owner);
		return new DefaultConfigManager<>(active, commit, probes, this.notifier, pipeline,
				new CandidatePreview<>(reader, this.start.checker(), active, transitions, this.attempts),
				edits(reader, pipeline, active, commit, recorder), gate, hotReload,
				new Inspection<>(active, this.start.checker(), transitions, reader), status, shutdown,
				this.settings.scheduler);
	}

	private Edits<T> edits(DocumentReader reader, ReloadPipeline<T> pipeline, ActiveConfig<T> active,
			TwoPhaseCommit<T> commit, AttemptRecorder<T> recorder) {
		SourceWriter<T> writer = new SourceWriter<>(this.start.source(), active, commit);
		Updater<T> updater = new Updater<>(new ActiveEditor<>(this.start.checker()), active, commit, this.attempts,
				recorder);
		return new Edits<>(updater, new Saver<>(reader, pipeline, active, writer, this.start.log()),
				new Rollback<>(updater, this.start.checker(), active, reader, writer, this.start.log()));
	}

	private HotReload hotReload(ReloadPipeline<T> pipeline) {
		boolean trusted = this.start.source().isAtomic();
		return new HotReload(this.start.source(), () -> pipeline.run(trusted, null).result(), this.thread,
				this.settings.scheduler, this.settings.watch.backoff());
	}

	private OperationGate gate(ActiveConfig<T> active) {
		return new OperationGate(this.settings.name, this.path, this.settings.slowCallback, active, this.participants,
				this.thread, new AsyncOperations(this.settings.name, this.settings.classLoader), this.settings.actor);
	}

	private VersionStore store() {
		LastGoodCopy copy = this.settings.keepCopy ? new LastGoodCopy(this.settings.fileSource(this.path)) : null;
		return new VersionStore(this.settings.history.size, this.start.backups(), copy, this.settings.history.required,
				this.start.parser(), this.historyThread);
	}

	private ProbeMonitor<T> probes(long version) {
		return new ProbeMonitor<>(version, this.start.schema(), this.settings.scheduler, threads("-probe"),
				executor(threads("-probe")), this.settings.probes.window, this.settings.probes.interval);
	}

	private DeadlineExecutor executor(Executor threads) {
		return new DeadlineExecutor(threads, this.settings.scheduler, this.settings.participantTimeout);
	}

	private Executor threads(String suffix) {
		return this.settings.threads.apply("wolf-config-" + this.settings.name + suffix, this.settings.classLoader);
	}

	private ConfigAttempt first(ActiveState<T> state) {
		ReloadResult result = new ReloadResult(Outcome.APPLIED, state.version(), List.of(), List.of(), Set.of(),
				Duration.ZERO);
		return new ConfigAttempt(state.snapshot().loadedAt(), state.snapshot().cause(), null, state.document().digest(),
				result, Map.of());
	}

	private void announce(InitialLoad<T> load, long version, AttemptRecorder<T> recorder) {
		this.start.log().accepted(load.cause(), version, List.of(), List.of());
		this.start.log().warnings(load.candidate().warnings());
		this.notifier.started(recorder.history().last());
		if (!load.problems().isEmpty()) {
			recorder.reload(load.failure(version, this.attempts.begin(load.cause(), null)));
		}
	}

	private void check(@Nullable Problem problem) {
		if (problem != null) {
			throw new ConfigException(problem.describe(this.start.source().description()));
		}
	}

}
