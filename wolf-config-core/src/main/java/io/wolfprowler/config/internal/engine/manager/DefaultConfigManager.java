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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.ConfigInspection;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.apply.ActiveConfig;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.attempt.AttemptHistory;
import io.wolfprowler.config.internal.engine.edit.AutoRollback;
import io.wolfprowler.config.internal.engine.edit.Batch;
import io.wolfprowler.config.internal.engine.edit.BatchCommit;
import io.wolfprowler.config.internal.engine.edit.OperationGate;
import io.wolfprowler.config.internal.engine.edit.Rollback;
import io.wolfprowler.config.internal.engine.edit.Saver;
import io.wolfprowler.config.internal.engine.edit.Updater;
import io.wolfprowler.config.internal.engine.load.Engine;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.notify.ListenerInvoker;
import io.wolfprowler.config.internal.engine.notify.LiveView;
import io.wolfprowler.config.internal.engine.notify.ManagerThread;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigObserver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The manager: decides on the caller's thread, tells on its own.
 *
 * @param <T> the type of the configuration
 */
final class DefaultConfigManager<T> implements ConfigManager<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final String name;

	private final Path path;

	private final Engine<T> engine;

	private final ActiveConfig<T> commitPoint;

	private final ReloadPipeline<T> reloader;

	private final Updater<T> updater;

	private final Saver<T> saver;

	private final Rollback<T> rollback;

	private final ListenerInvoker guard;

	private final HotReload hotReload;

	private final OperationGate calls;

	private final ManagerThread archiveThread;

	private final Scheduler scheduler;

	private final ManagerOwner owner;

	// What readers share. The configuration alone decides what is in force: it is written
	// after its snapshot, and a snapshot counts only together with it.
	private volatile T config;

	private volatile ConfigSnapshot<T> snapshot;

	DefaultConfigManager(Engine<T> engine, ReloadPipeline<T> reloader, ListenerInvoker guard, HotReload hotReload,
			OperationGate calls, ManagerThread archiveThread, Scheduler scheduler, ManagerOwner owner) {
		this.name = calls.name();
		this.path = calls.path();
		this.engine = engine;
		this.commitPoint = engine.commitPoint();
		this.reloader = reloader;
		this.updater = new Updater<>(engine);
		this.saver = new Saver<>(engine, reloader);
		this.rollback = new Rollback<>(engine, this.updater);
		this.guard = guard;
		this.hotReload = hotReload;
		this.calls = calls;
		this.archiveThread = archiveThread;
		this.scheduler = scheduler;
		this.owner = owner;
		this.snapshot = this.commitPoint.current().snapshot();
		this.config = this.snapshot.config();
		this.commitPoint.serve(this::serve);
		this.commitPoint.probation().onFailure(new AutoRollback(this.rollback, calls));
	}

	@Override
	public T getConfig() {
		return this.config;
	}

	@Override
	public T get() {
		return this.config;
	}

	@Override
	public ConfigSnapshot<T> getSnapshot() {
		ConfigSnapshot<T> read = this.snapshot;
		return (read.config() == this.config) ? read : this.commitPoint.current().snapshot();
	}

	@Override
	public <S> ConfigView<S> view(Function<? super T, ? extends S> section) {
		return new LiveView<>(this, this.engine.dispatcher(), Objects.requireNonNull(section, "section"));
	}

	@Override
	public Subscription onChange(BiConsumer<? super T, ? super T> listener) {
		return view(Function.identity()).onChange(listener);
	}

	@Override
	public boolean updateConfig(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return this.calls.changed(this.calls.make(() -> this.updater.update(updater, this.calls.caller())));
	}

	@Override
	public boolean updateConfig(long expectedVersion, UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return this.calls
			.changed(this.calls.make(() -> this.updater.update(expectedVersion, updater, this.calls.caller())));
	}

	@Override
	public CompletableFuture<Boolean> updateConfigAsync(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		String actor = this.calls.caller();
		return this.calls.makeAsync(() -> this.updater.update(updater, actor)).thenApply(this.calls::changed);
	}

	@Override
	public boolean updateValues(Map<String, ?> valuesByKey) {
		Objects.requireNonNull(valuesByKey, "valuesByKey");
		return this.calls.changed(this.calls.make(() -> this.updater.set(valuesByKey, this.calls.caller())));
	}

	@Override
	public boolean updateValues(long expectedVersion, Map<String, ?> valuesByKey) {
		Objects.requireNonNull(valuesByKey, "valuesByKey");
		return this.calls
			.changed(this.calls.make(() -> this.updater.set(expectedVersion, valuesByKey, this.calls.caller())));
	}

	@Override
	public ConfigBatch<T> batch(Duration window) {
		return new Batch<>(this.updater, this.scheduler, Arguments.positive(window, "window"), this.calls.actor(),
				(updates) -> new BatchCommit<>(updates, this.calls).runAsync(this.updater, this.saver));
	}

	@Override
	public void saveConfig() {
		this.calls.check();
		this.saver.save(this.calls.caller());
	}

	@Override
	public CompletableFuture<Void> saveConfigAsync() {
		String actor = this.calls.caller();
		return this.calls.asyncCalls().call(() -> {
			this.calls.check();
			this.saver.save(actor);
			return true;
		}).thenAccept((saved) -> {
		});
	}

	@Override
	public ReloadResult reload() {
		return this.calls.make(() -> this.reloader.look(true, this.calls.caller()));
	}

	@Override
	public CompletableFuture<ReloadResult> reloadAsync() {
		String actor = this.calls.caller();
		return this.calls.makeAsync(() -> this.reloader.look(true, actor));
	}

	@Override
	public ReloadResult validate(String toml) {
		return this.reloader.preview(Objects.requireNonNull(toml, "toml"));
	}

	@Override
	public ReloadResult rollback(long version) {
		return this.calls.make(() -> this.rollback.to(version, this.calls.caller()));
	}

	@Override
	public ReloadResult rollback(long expectedVersion, long version) {
		return this.calls.make(() -> this.rollback.to(expectedVersion, version, this.calls.caller()));
	}

	@Override
	public Subscription addCallback(ConfigChangeCallback callback) {
		Objects.requireNonNull(callback, "callback");
		return this.engine.dispatcher().addCallback(callback, this::version);
	}

	@Override
	public Subscription addParticipant(ConfigParticipant<? super T> participant) {
		return this.commitPoint.add(Objects.requireNonNull(participant, "participant"));
	}

	@Override
	public Subscription addProbe(ConfigProbe<? super T> probe) {
		return this.commitPoint.probation().add(Objects.requireNonNull(probe, "probe"));
	}

	@Override
	public Subscription addObserver(ConfigObserver<? super T> observer) {
		Objects.requireNonNull(observer, "observer");
		return this.engine.dispatcher().addObserver(observer, this::version);
	}

	@Override
	public void enableHotReload() {
		this.commitPoint.checkOpen();
		this.hotReload.enable();
	}

	@Override
	public void disableHotReload() {
		this.hotReload.disable();
		this.calls.awaitIdle();
	}

	@Override
	public boolean isHotReloadEnabled() {
		return this.hotReload.isEnabled();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Path configPath() {
		return this.path;
	}

	@Override
	public ConfigStatus status() {
		ActiveState<T> current = this.commitPoint.current();
		AttemptHistory attempts = this.engine.attempts();
		return new ConfigStatus(current.line(), attempts.last(), attempts.lastLook(), attempts.lastAccepted(),
				attempts.lastRejection(), current.unsaved().keys(), this.commitPoint.pendingRestart(),
				this.hotReload.mode(), this.guard.failures(), this.reloader.halfWritten(),
				this.engine.source().watchStats(), current.document().size());
	}

	@Override
	public ConfigInspection inspect() {
		return new Inspection<>(this.engine, this.reloader);
	}

	@Override
	public void close() {
		this.hotReload.close();
		this.commitPoint.close(this.calls.patience());
		this.engine.dispatcher().close();
		this.calls.end();
		this.archiveThread.end(this.calls.patience());
		closeSource();
		this.owner.closed(this);
	}

	// A source of somebody else's.
	private void closeSource() {
		try {
			this.engine.source().close();
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot close " + this.engine.source().description(), ex);
		}
	}

	@Override
	public String toString() {
		return "ConfigManager[" + this.name + ", " + this.path + ", version " + getSnapshot().version() + "]";
	}

	private long version() {
		return getSnapshot().version();
	}

	private void serve(ConfigSnapshot<T> accepted) {
		this.snapshot = accepted;
		this.config = accepted.config();
	}

	/** Wait for what the callbacks' thread has been given so far, at most for a time. */
	void awaitIdle(Duration atMost) {
		this.calls.awaitIdle(atMost);
	}

}
