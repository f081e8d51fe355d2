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

package io.wolfprowler.config.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigSource;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.bind.ConfigTemplate;
import io.wolfprowler.config.bind.Placeholders;
import io.wolfprowler.config.bind.Schema;
import io.wolfprowler.config.bind.TypeRules;
import io.wolfprowler.config.history.LastGood;
import io.wolfprowler.config.history.VersionHistory;
import io.wolfprowler.config.toml.TomlDocument;
import io.wolfprowler.config.toml.TomlParser;
import io.wolfprowler.config.watch.Scheduler;

import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of one manager together.
 *
 * @param <T> the type of the configuration
 */
final class Assembly<T> {

	private final ManagerBuilder<T> settings;

	private final Path path;

	private final ConfigSource source;

	private final Scheduler scheduler;

	private final Schema<T> schema;

	private final ChangeSet changeSet;

	private final Judge<T> judge;

	private final TomlParser parser;

	private final ReloadLog log;

	private final @Nullable LastGood lastGood;

	private final ManagerThread thread;

	Assembly(ManagerBuilder<T> settings, Path path) {
		TypeRules<T> rules = TypeRules.of(settings.type);
		this.settings = settings;
		this.path = path;
		this.source = settings.source(path);
		this.scheduler = settings.scheduler;
		this.schema = Schema.of(settings.type);
		this.changeSet = new ChangeSet(this.schema, rules.changes());
		this.judge = new Judge<>(this.schema, rules.with(settings.validators), settings.unknownKeys,
				settings.allowEmpty, new Placeholders(settings.placeholders));
		this.parser = new TomlParser(settings.maxDepth, settings.maxKeys, settings.tomlVersion);
		this.log = new ReloadLog(this.source.description(), this.schema);
		this.lastGood = (settings.startMode == StartMode.LAST_GOOD) ? lastGood() : null;
		this.thread = new ManagerThread(settings.name, settings.classLoader);
	}

	ConfigManager<T> manager() {
		Start<T> start = Start.on(reading(), this.source.description(), this.parser, this.judge, this.lastGood);
		Accepted<T> accepted = accepted(start);
		CallGuard guard = new CallGuard(this.scheduler, this.settings.slowCallback);
		Dispatcher<T> dispatcher = new Dispatcher<>(this.thread, guard);
		this.settings.observers.forEach((observer) -> dispatcher.addObserver(observer, accepted::version));
		VersionHistory<Accepted<T>> history = new VersionHistory<>(this.settings.historySize);
		CommitPoint<T> commitPoint = new CommitPoint<>(this.settings.name, participants(), this.schema, this.changeSet,
				dispatcher, history, this.log, this::keep, accepted);
		Engine<T> engine = new Engine<>(this.source, this.parser, this.judge, commitPoint,
				new SourceWriter<>(this.source, commitPoint), new Attempts(first(accepted)), dispatcher, this.log,
				this.scheduler::nanoTime, this.settings.clock);
		announce(start, engine);
		return manager(engine, guard);
	}

	// Where a last good content is kept, this is not the first start.
	private Reading reading() {
		Reading reading = Reading.of(this.source);
		boolean create = reading.absent() && this.settings.createIfMissing
				&& (this.lastGood == null || this.lastGood.newest() == null);
		return create ? new FirstContent(this.source, this.path, ConfigTemplate.of(this.schema), this.log).write()
				: reading;
	}

	private ConfigManager<T> manager(Engine<T> engine, CallGuard guard) {
		Reloader<T> reloader = new Reloader<>(engine, new HoldBack(this.settings.maxWait()), this.settings.maxSize);
		HotReload hotReload = new HotReload(this.source, () -> reloader.look(false, null).result(), this.thread,
				this.scheduler, this.settings.retryPauses());
		return new DefaultConfigManager<>(this.settings.name, this.path, this.settings.slowCallback, engine, reloader,
				guard, this.thread, hotReload, new AsyncCalls(this.settings.name, this.settings.classLoader),
				this.settings.owner, this.settings.actor);
	}

	private ConfigAttempt first(Accepted<T> accepted) {
		return new ConfigAttempt(accepted.snapshot().loadedAt(), accepted.snapshot().cause(), null,
				accepted.document().digest(),
				new ReloadResult(Outcome.APPLIED, accepted.version(), List.of(), List.of(), Set.of(), Duration.ZERO));
	}

	private Participants<T> participants() {
		return new Participants<>(new TimedCalls(
				LingeringThreads.named("wolf-config-" + this.settings.name + "-apply", this.settings.classLoader),
				this.scheduler, this.settings.participantTimeout));
	}

	private Accepted<T> accepted(Start<T> start) {
		TomlDocument document = start.candidate().document();
		T config = Objects.requireNonNull(start.candidate().config());
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(1, config, document.digest(), this.settings.clock.instant(),
				start.cause(), this.source.description(),
				new ValueIndex<>(this.schema, config, new ValueIndex.Paths()));
		return new Accepted<>(snapshot, document, Unsaved.NONE, start.candidate().names());
	}

	private void announce(Start<T> start, Engine<T> engine) {
		this.log.accepted(start.cause(), 1, List.of(), List.of());
		this.log.warnings(start.candidate().warnings());
		if (start.problems().isEmpty()) {
			keep(start.candidate().document());
		}
		else {
			engine.refuseContent(engine.current().version(), start.outcome(), start.problems(), start.digest(),
					engine.occasion(start.cause(), null));
		}
	}

	// Takes its time for being durable, so it follows the listeners.
	private void keep(TomlDocument document) {
		LastGood kept = this.lastGood;
		if (kept != null) {
			this.thread.offer(() -> kept.keep(document.bytes()));
		}
	}

	private LastGood lastGood() {
		Path file = Objects.requireNonNull(this.path.getFileName(), "path");
		return new LastGood(
				this.settings.fileSource(this.path.resolveSibling(".wolf-config").resolve(file + ".last-good.toml")));
	}

}
