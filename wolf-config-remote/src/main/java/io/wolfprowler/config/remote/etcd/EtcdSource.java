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
package io.wolfprowler.config.remote.etcd;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.remote.BodyTooLargeException;
import io.wolfprowler.config.remote.Jitter;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import io.wolfprowler.config.spi.WritableConfigSource;

/**
 * Reads and writes a document in a key of etcd. A read returns the newest value that the
 * cluster has committed; its revision is that of the last change of the key. A watch is
 * only a signal: whatever it reports, and however it fails, the key is read again, and
 * the key is also polled. Thread-safe.
 */
public final class EtcdSource implements WritableConfigSource {

	private static final Duration GRACE = Duration.ofSeconds(2);

	private final EtcdClient client;

	private final EtcdKey key;

	private final Scheduler scheduler;

	private final Jitter jitter;

	private final WatchState state = new WatchState();

	/**
	 * Create a source. It connects on the first read.
	 * @param settings the settings
	 * @param scheduler times polls and reconnects
	 */
	public EtcdSource(EtcdSettings settings, Scheduler scheduler) {
		this(settings, scheduler, new Jitter(new SecureRandom()));
	}

	EtcdSource(EtcdSettings settings, Scheduler scheduler, Jitter jitter) {
		this.client = new EtcdClient(Objects.requireNonNull(settings, "settings"));
		this.key = new EtcdKey(this.client, settings.key());
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.jitter = jitter;
	}

	@Override
	public String description() {
		return "etcd:" + this.key.name();
	}

	@Override
	public SourceContent read() throws IOException {
		this.state.recordRead(WatchState.NOTHING);
		try {
			KeyState found = this.key.read();
			this.state.recordRead(found.modRevision());
			return content(found);
		}
		catch (BodyTooLargeException ex) {
			throw tooLarge("more");
		}
	}

	/**
	 * Read the value of the key at a revision of the store.
	 * @param revision the revision
	 * @return the content
	 * @throws NoSuchFileException when the key did not exist at that revision
	 * @throws IOException when the revision is compacted or in the future, or etcd does
	 * not respond
	 */
	public SourceContent readAt(long revision) throws IOException {
		return content(this.key.readAt(revision));
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		long revision;
		try {
			revision = this.key.replace(content, expectedRevision);
		}
		catch (EtcdException ex) {
			if (!ex.isTransient()) {
				throw ex;
			}
			return confirmWritten(content, ex);
		}
		catch (IOException ex) {
			return confirmWritten(content, ex);
		}
		if (revision == 0) {
			throw new StaleRevisionException(description() + " was changed in the meantime");
		}
		this.state.recordRead(revision);
		return SourceContent.of(content.clone(), String.valueOf(revision));
	}

	@Override
	public Subscription watch(Runnable signal) {
		return new EtcdWatch(this.key, this.state, this.scheduler, this.jitter, GRACE,
				Objects.requireNonNull(signal, "signal"));
	}

	@Override
	public HotReloadMode watchMode() {
		return this.state.isStreaming() ? HotReloadMode.PUSH : HotReloadMode.POLL;
	}

	@Override
	public WatchStats watchStats() {
		return this.state.counts();
	}

	@Override
	public boolean isAtomic() {
		return true;
	}

	@Override
	public void close() {
		this.client.close();
	}

	EtcdClient client() {
		return this.client;
	}

	private SourceContent content(KeyState found) throws IOException {
		if (!found.isPresent()) {
			throw new NoSuchFileException(this.key.name());
		}
		byte[] value = found.value();
		if (value.length > this.client.settings().maxSize()) {
			throw tooLarge(String.valueOf(value.length));
		}
		return SourceContent.of(value, String.valueOf(found.modRevision()));
	}

	private SourceRejectedException tooLarge(String found) {
		return new SourceRejectedException(
				"must be at most " + this.client.settings().maxSize() + " bytes, found " + found);
	}

	// An interrupted call may have been carried out.
	private SourceContent confirmWritten(byte[] content, IOException failure) throws IOException {
		try {
			KeyState present = this.key.read();
			if (present.isPresent() && Arrays.equals(present.value(), content)) {
				return content(present);
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
		throw new IOException("it is unknown whether it was written, so check it: " + failure.getMessage(), failure);
	}

}
