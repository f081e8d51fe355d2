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
import io.wolfprowler.config.internal.engine.apply.ProbeMonitor;
import io.wolfprowler.config.internal.engine.apply.TwoPhaseCommit;
import io.wolfprowler.config.internal.engine.edit.AutoRollback;
import io.wolfprowler.config.internal.engine.edit.Batch;
import io.wolfprowler.config.internal.engine.edit.OperationGate;
import io.wolfprowler.config.internal.engine.load.CandidatePreview;
import io.wolfprowler.config.internal.engine.load.HotReload;
import io.wolfprowler.config.internal.engine.load.ReloadPipeline;
import io.wolfprowler.config.internal.engine.notify.ChangeNotifier;
import io.wolfprowler.config.internal.engine.notify.LiveView;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigObserver;

/**
 * The manager that users see: a facade that delegates each operation to the part that
 * performs it. Operations run on the caller's thread, listeners on the manager's.
 *
 * @param <T> the type of the configuration
 */
final class DefaultConfigManager<T> implements ConfigManager<T> {

	private final ActiveConfig<T> active;

	private final TwoPhaseCommit<T> commit;

	private final ProbeMonitor<T> probes;

	private final ChangeNotifier<T> notifier;

	private final ReloadPipeline<T> pipeline;

	private final CandidatePreview<T> preview;

	private final Edits<T> edits;

	private final OperationGate gate;

	private final HotReload hotReload;

	private final ConfigInspection inspection;

	private final StatusReport<T> status;

	private final Shutdown shutdown;

	private final Scheduler scheduler;

	// What readers share. The configuration alone decides what is active: it is written
	// after its snapshot, and a snapshot counts only together with it.
	private volatile T config;

	private volatile ConfigSnapshot<T> snapshot;

	DefaultConfigManager(ActiveConfig<T> active, TwoPhaseCommit<T> commit, ProbeMonitor<T> probes,
			ChangeNotifier<T> notifier, ReloadPipeline<T> pipeline, CandidatePreview<T> preview, Edits<T> edits,
			OperationGate gate, HotReload hotReload, ConfigInspection inspection, StatusReport<T> status,
			Shutdown shutdown, Scheduler scheduler) {
		this.active = active;
		this.commit = commit;
		this.probes = probes;
		this.notifier = notifier;
		this.pipeline = pipeline;
		this.preview = preview;
		this.edits = edits;
		this.gate = gate;
		this.hotReload = hotReload;
		this.inspection = inspection;
		this.status = status;
		this.shutdown = shutdown;
		this.scheduler = scheduler;
		this.snapshot = active.current().snapshot();
		this.config = this.snapshot.config();
		active.serve(this::serve);
		probes.onFailure(new AutoRollback(edits.rollback(), gate));
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
		return (read.config() == this.config) ? read : this.active.current().snapshot();
	}

	@Override
	public <S> ConfigView<S> view(Function<? super T, ? extends S> section) {
		return new LiveView<>(this, this.notifier, Objects.requireNonNull(section, "section"));
	}

	@Override
	public Subscription onChange(BiConsumer<? super T, ? super T> listener) {
		return view(Function.identity()).onChange(listener);
	}

	@Override
	public boolean updateConfig(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return this.gate.isChanged(this.gate.call(() -> this.edits.updater().update(updater, this.gate.caller())));
	}

	@Override
	public boolean updateConfig(long expectedVersion, UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return this.gate
			.isChanged(this.gate.call(() -> this.edits.updater().update(expectedVersion, updater, this.gate.caller())));
	}

	@Override
	public CompletableFuture<Boolean> updateConfigAsync(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		String actor = this.gate.caller();
		return this.gate.callAsync(() -> this.edits.updater().update(updater, actor)).thenApply(this.gate::isChanged);
	}

	@Override
	public boolean updateValues(Map<String, ?> valuesByKey) {
		Objects.requireNonNull(valuesByKey, "valuesByKey");
		return this.gate.isChanged(this.gate.call(() -> this.edits.updater().update(valuesByKey, this.gate.caller())));
	}

	@Override
	public boolean updateValues(long expectedVersion, Map<String, ?> valuesByKey) {
		Objects.requireNonNull(valuesByKey, "valuesByKey");
		return this.gate.isChanged(
				this.gate.call(() -> this.edits.updater().update(expectedVersion, valuesByKey, this.gate.caller())));
	}

	@Override
	public ConfigBatch<T> batch(Duration window) {
		return new Batch<>(this.edits.updater(), this.edits.saver(), this.gate, this.scheduler,
				Arguments.positive(window, "window"));
	}

	@Override
	public void saveConfig() {
		this.gate.check();
		this.edits.saver().save(this.gate.caller());
	}

	@Override
	public CompletableFuture<Void> saveConfigAsync() {
		String actor = this.gate.caller();
		return this.gate.async().call(() -> {
			this.gate.check();
			this.edits.saver().save(actor);
			return true;
		}).thenAccept((saved) -> {
		});
	}

	@Override
	public ReloadResult reload() {
		return this.gate.call(() -> this.pipeline.run(true, this.gate.caller()));
	}

	@Override
	public CompletableFuture<ReloadResult> reloadAsync() {
		String actor = this.gate.caller();
		return this.gate.callAsync(() -> this.pipeline.run(true, actor));
	}

	@Override
	public ReloadResult validate(String toml) {
		return this.preview.validate(Objects.requireNonNull(toml, "toml"));
	}

	@Override
	public ReloadResult rollback(long version) {
		return this.gate.call(() -> this.edits.rollback().to(version, this.gate.caller()));
	}

	@Override
	public ReloadResult rollback(long expectedVersion, long version) {
		return this.gate.call(() -> this.edits.rollback().to(expectedVersion, version, this.gate.caller()));
	}

	@Override
	public Subscription addCallback(ConfigChangeCallback callback) {
		Objects.requireNonNull(callback, "callback");
		return this.notifier.addCallback(callback, this::version);
	}

	@Override
	public Subscription addParticipant(ConfigParticipant<? super T> participant) {
		return this.commit.add(Objects.requireNonNull(participant, "participant"));
	}

	@Override
	public Subscription addProbe(ConfigProbe<? super T> probe) {
		return this.probes.add(Objects.requireNonNull(probe, "probe"));
	}

	@Override
	public Subscription addObserver(ConfigObserver<? super T> observer) {
		Objects.requireNonNull(observer, "observer");
		return this.notifier.addObserver(observer, this::version);
	}

	@Override
	public void enableHotReload() {
		this.active.checkOpen();
		this.hotReload.enable();
	}

	@Override
	public void disableHotReload() {
		this.hotReload.disable();
		this.gate.awaitIdle();
	}

	@Override
	public boolean isHotReloadEnabled() {
		return this.hotReload.isEnabled();
	}

	@Override
	public String name() {
		return this.gate.name();
	}

	@Override
	public Path configPath() {
		return this.gate.path();
	}

	@Override
	public ConfigStatus status() {
		return this.status.create();
	}

	@Override
	public ConfigInspection inspect() {
		return this.inspection;
	}

	@Override
	public void close() {
		this.shutdown.close(this);
	}

	@Override
	public String toString() {
		return "ConfigManager[" + name() + ", " + configPath() + ", version " + getSnapshot().version() + "]";
	}

	private long version() {
		return getSnapshot().version();
	}

	private void serve(ConfigSnapshot<T> accepted) {
		this.snapshot = accepted;
		this.config = accepted.config();
	}

	/** Wait for what the manager's thread has been given so far, at most for a time. */
	void awaitIdle(Duration atMost) {
		this.gate.awaitIdle(atMost);
	}

}
