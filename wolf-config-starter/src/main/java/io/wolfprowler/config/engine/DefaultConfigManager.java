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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigObserver;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigProbe;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.watch.Scheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The manager: decides on the caller's thread, tells on its own.
 *
 * @param <T> the type of the configuration
 */
final class DefaultConfigManager<T> implements ConfigManager<T> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final String name;

	private final Path path;

	private final Duration patience;

	private final Engine<T> engine;

	private final CommitPoint<T> commitPoint;

	private final Reloader<T> reloader;

	private final Updater<T> updater;

	private final Saver<T> saver;

	private final Rollback<T> rollback;

	private final Comparison<T> comparison;

	private final CallGuard guard;

	private final ManagerThread thread;

	private final ManagerThread archiveThread;

	private final AsyncCalls asyncCalls;

	private final HotReload hotReload;

	private final Scheduler scheduler;

	private final ManagerOwner owner;

	private final Supplier<@Nullable String> actor;

	// What readers share. The configuration alone decides what is in force: it is written
	// after its snapshot, and a snapshot counts only together with it.
	private volatile T config;

	private volatile ConfigSnapshot<T> snapshot;

	DefaultConfigManager(String name, Path path, Duration patience, Engine<T> engine, Reloader<T> reloader,
			CallGuard guard, ManagerThread thread, ManagerThread archiveThread, HotReload hotReload,
			AsyncCalls asyncCalls, Scheduler scheduler, ManagerOwner owner, Supplier<@Nullable String> actor) {
		this.name = name;
		this.path = path;
		this.patience = patience;
		this.engine = engine;
		this.commitPoint = engine.commitPoint();
		this.reloader = reloader;
		this.updater = new Updater<>(engine);
		this.saver = new Saver<>(engine, reloader);
		this.rollback = new Rollback<>(engine, this.updater);
		this.comparison = new Comparison<>(engine);
		this.guard = guard;
		this.thread = thread;
		this.archiveThread = archiveThread;
		this.asyncCalls = asyncCalls;
		this.hotReload = hotReload;
		this.scheduler = scheduler;
		this.owner = owner;
		this.actor = actor;
		this.snapshot = this.commitPoint.current().snapshot();
		this.config = this.snapshot.config();
		this.commitPoint.serve(this::serve);
		this.commitPoint.probation().onFailure(this::rollBack);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public T getConfig() {
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
	public ReloadResult reload() {
		return settled(open().reloader.look(true, actor()));
	}

	@Override
	public CompletableFuture<ReloadResult> reloadAsync() {
		String actor = actor();
		return async(() -> open().reloader.look(true, actor));
	}

	@Override
	public ReloadResult validate(String toml) {
		return this.reloader.preview(Objects.requireNonNull(toml, "toml"));
	}

	@Override
	public boolean updateConfig(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return changed(settled(open().updater.update(updater, actor())));
	}

	@Override
	public boolean updateConfig(long expectedVersion, UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		return changed(settled(open().updater.update(expectedVersion, updater, actor())));
	}

	@Override
	public CompletableFuture<Boolean> updateConfigAsync(UnaryOperator<T> updater) {
		Objects.requireNonNull(updater, "updater");
		String actor = actor();
		return async(() -> open().updater.update(updater, actor)).thenApply(this::changed);
	}

	@Override
	public boolean updateValues(Map<String, ?> valuesByKey) {
		Objects.requireNonNull(valuesByKey, "valuesByKey");
		return changed(settled(open().updater.set(valuesByKey, actor())));
	}

	@Override
	public ConfigBatch<T> batch(Duration window) {
		if (window.isZero() || window.isNegative()) {
			throw new IllegalArgumentException("window must be more than zero, found " + window);
		}
		return new Batch<>(this.updater, this.scheduler, window, this.actor, this::commit);
	}

	@Override
	public void saveConfig() {
		open().saver.save(actor());
	}

	@Override
	public CompletableFuture<Void> saveConfigAsync() {
		String actor = actor();
		return this.asyncCalls.call(() -> {
			open().saver.save(actor);
			return true;
		}).thenAccept((saved) -> {
		});
	}

	@Override
	public ReloadResult rollback(long version) {
		return settled(open().rollback.to(version, actor()));
	}

	@Override
	public List<ConfigVersion> history() {
		return this.commitPoint.versions();
	}

	@Override
	public List<ConfigChange.Property> diff(long from, long to) {
		return this.comparison.between(from, to);
	}

	@Override
	public ConfigStatus status() {
		Accepted<T> current = this.commitPoint.current();
		return new ConfigStatus(current.line(), this.engine.attempts().last(), this.engine.attempts().lastRejection(),
				current.unsaved().keys(), this.commitPoint.pendingRestart(), this.hotReload.mode(),
				this.guard.failures(), this.reloader.halfWritten());
	}

	@Override
	public Subscription addCallback(ConfigChangeCallback callback) {
		Objects.requireNonNull(callback, "callback");
		return this.engine.dispatcher().addCallback(callback, this::version);
	}

	@Override
	public Subscription addParticipant(ConfigParticipant<? super T> participant) {
		return this.commitPoint.participants().add(Objects.requireNonNull(participant, "participant"));
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
		if (!isTakingPart()) {
			awaitIdle();
		}
	}

	@Override
	public boolean isHotReloadEnabled() {
		return this.hotReload.isEnabled();
	}

	@Override
	public Path configPath() {
		return this.path;
	}

	@Override
	public void close() {
		this.hotReload.close();
		this.commitPoint.close(this.patience);
		this.engine.dispatcher().close();
		this.asyncCalls.end();
		this.thread.end(isTakingPart() ? Duration.ZERO : this.patience);
		this.archiveThread.end(this.patience);
		this.owner.closed(this);
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

	/** Wait for what the callbacks' thread has been given so far. */
	void awaitIdle() {
		this.thread.awaitIdle(this.patience);
	}

	private DefaultConfigManager<T> open() {
		this.commitPoint.checkOpen();
		if (isTakingPart()) {
			throw new IllegalStateException("A participant of '" + this.name
					+ "' can't change its configuration while it takes part in a change; do it later, or in a callback");
		}
		return this;
	}

	// Then the change that is under way waits for us.
	private boolean isTakingPart() {
		return this.commitPoint.participants().isTakingPart();
	}

	private @Nullable String actor() {
		return this.actor.get();
	}

	private void commit(List<BatchedUpdate<T>> updates) {
		this.asyncCalls.call(() -> {
			new BatchCommit<>(updates, this.path.toString()).run(this.updater, this.saver,
					(decision) -> changed(settled(decision)));
			return true;
		}).exceptionally((failure) -> {
			updates.forEach((update) -> update.fail(failure));
			return false;
		});
	}

	private void rollBack(long failed, long version, String probe) {
		try {
			ReloadResult result = settled(this.rollback.from(failed, version, probe));
			if (result.version() == failed) {
				logger.error("Version " + failed + " stays in force: "
						+ result.problems().get(0).describe(this.path.toString()));
			}
		}
		catch (StaleConfigException | IllegalStateException ex) {
			logger.debug("Version " + failed + " is not in force any more", ex);
		}
	}

	private boolean changed(ReloadResult result) {
		if (result.outcome() == Outcome.REJECTED || result.outcome() == Outcome.VETOED) {
			throw new ConfigRejectedException(this.path.toString(), result.problems());
		}
		return result.outcome() != Outcome.UNCHANGED;
	}

	// A callback may wait for the future, so the future does not wait for the callback.
	private CompletableFuture<ReloadResult> async(Supplier<Decision> operation) {
		boolean reentrant = this.thread.isCurrent();
		return this.asyncCalls.call(() -> reentrant ? operation.get().result() : settled(operation.get()));
	}

	private ReloadResult settled(Decision decision) {
		this.thread.await(decision.told(), this.patience);
		return decision.result();
	}

}
