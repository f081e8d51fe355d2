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
package io.wolfprowler.config.remote.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A source that returns new content only when the roll-out stage is open for it. Until
 * then it returns the previous content. A node that has just started has none; its start
 * mode decides whether it starts with its last good version.
 */
public final class StagedSource implements WritableConfigSource {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final WritableConfigSource source;

	private final RolloutStage stage;

	private final Scheduler scheduler;

	private final Duration interval;

	private @Nullable SourceContent shown;

	private @Nullable String waiting;

	/**
	 * Create a source.
	 * @param source the source that is staged
	 * @param stage decides which content is returned
	 * @param scheduler times the checks of the stage
	 * @param interval time between two checks
	 */
	public StagedSource(WritableConfigSource source, RolloutStage stage, Scheduler scheduler, Duration interval) {
		this.source = Objects.requireNonNull(source, "source");
		this.stage = Objects.requireNonNull(stage, "stage");
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.interval = Objects.requireNonNull(interval, "interval");
	}

	@Override
	public String description() {
		return this.source.description();
	}

	@Override
	public SourceContent read() throws IOException {
		SourceContent newest = this.source.read();
		SourceContent present = shown();
		String reason = reason(newest.digest(), present);
		if (reason == null) {
			return show(newest);
		}
		defer(newest, reason);
		if (present == null) {
			throw new IOException(newest.revision() + " is deferred, " + reason);
		}
		return present;
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		String reason = waiting();
		if (reason != null) {
			throw new IOException("newer content is deferred, " + reason);
		}
		return show(this.source.write(content, expectedRevision));
	}

	@Override
	public Subscription watch(Runnable signal) {
		Subscription watch = this.source.watch(signal);
		Subscription stages = new Repetition(this.scheduler, this.interval, () -> {
			if (waiting() != null) {
				signal.run();
			}
		});
		return () -> {
			watch.close();
			stages.close();
		};
	}

	@Override
	public HotReloadMode watchMode() {
		return this.source.watchMode();
	}

	@Override
	public WatchStats watchStats() {
		return this.source.watchStats();
	}

	@Override
	public boolean isAtomic() {
		return this.source.isAtomic();
	}

	@Override
	public void close() {
		this.source.close();
	}

	private @Nullable String reason(String digest, @Nullable SourceContent present) {
		if (present == null) {
			return this.stage.reasonNotToStart(digest);
		}
		return present.digest().equals(digest) ? null : this.stage.reasonToWait(digest);
	}

	private synchronized @Nullable SourceContent shown() {
		return this.shown;
	}

	private synchronized @Nullable String waiting() {
		return this.waiting;
	}

	private synchronized SourceContent show(SourceContent content) {
		this.shown = content;
		this.waiting = null;
		return content;
	}

	private synchronized void defer(SourceContent newest, String reason) {
		if (!reason.equals(this.waiting)) {
			this.waiting = reason;
			logger.info("Deferred " + newest.revision() + " of " + this.source.description() + ": " + reason);
		}
	}

}
