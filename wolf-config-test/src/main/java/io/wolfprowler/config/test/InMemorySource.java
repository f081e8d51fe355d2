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

package io.wolfprowler.config.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A source whose document is in memory. It can be replaced, removed and made to fail.
 * Watches are signalled on the thread that changes it. Thread-safe.
 */
public final class InMemorySource implements WritableConfigSource {

	private final String description;

	private final List<Runnable> signals = new CopyOnWriteArrayList<>();

	private final Map<String, String> texts = new ConcurrentHashMap<>();

	private @Nullable SourceContent content;

	private @Nullable IOException readFailure;

	private @Nullable IOException writeFailure;

	/**
	 * Create a source with a document and the description {@code config.toml}.
	 * @param toml the document
	 */
	public InMemorySource(String toml) {
		this("config.toml", toml);
	}

	/**
	 * Create a source.
	 * @param description the description of the source in logs and problems
	 * @param toml the document, {@code null} for none
	 */
	public InMemorySource(String description, @Nullable String toml) {
		this.description = Objects.requireNonNull(description, "description");
		if (toml != null) {
			replace(toml);
		}
	}

	@Override
	public String description() {
		return this.description;
	}

	@Override
	public synchronized SourceContent read() throws IOException {
		if (this.readFailure != null) {
			throw this.readFailure;
		}
		if (this.content == null) {
			throw new NoSuchFileException(this.description);
		}
		return this.content;
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		SourceContent written = exchange(content, expectedRevision);
		signal();
		return written;
	}

	@Override
	public Subscription watch(Runnable signal) {
		Objects.requireNonNull(signal, "signal");
		// A new object for each subscription, so that closing one does not close another.
		Runnable subscribed = () -> signal.run();
		this.signals.add(subscribed);
		return () -> this.signals.remove(subscribed);
	}

	/**
	 * Replace the document and signal the watches. Reads no longer fail.
	 * @param toml the document
	 */
	public void set(String toml) {
		replace(toml);
		signal();
	}

	/**
	 * Remove the document, as if the file had been deleted, and signal the watches.
	 */
	public void remove() {
		clear();
		signal();
	}

	/**
	 * Let reads fail until there is a new document or {@link #recover()} is called, and
	 * signal the watches.
	 * @param failure the exception of reads; a
	 * {@link io.wolfprowler.config.spi.SourceRejectedException} means content that must
	 * not be used
	 */
	public void failReads(IOException failure) {
		synchronized (this) {
			this.readFailure = Objects.requireNonNull(failure, "failure");
		}
		signal();
	}

	/**
	 * Let writes fail until {@link #recover()} is called.
	 * @param failure the exception of writes
	 */
	public synchronized void failWrites(IOException failure) {
		this.writeFailure = Objects.requireNonNull(failure, "failure");
	}

	/**
	 * Let reads and writes succeed again, and signal the watches.
	 */
	public void recover() {
		synchronized (this) {
			this.readFailure = null;
			this.writeFailure = null;
		}
		signal();
	}

	/**
	 * Signal the watches that the content may have changed.
	 */
	public void signal() {
		this.signals.forEach(Runnable::run);
	}

	/**
	 * Return the document, whether or not reads fail.
	 * @return the document, including what was saved, {@code null} if there is none
	 */
	public synchronized @Nullable String text() {
		return (this.content != null) ? new String(this.content.bytes(), StandardCharsets.UTF_8) : null;
	}

	/** Replace the document without a signal. */
	synchronized void replace(String toml) {
		hold(SourceContent.of(toml.getBytes(StandardCharsets.UTF_8)));
		this.readFailure = null;
	}

	/** Let reads and writes succeed again without a signal. */
	synchronized void heal() {
		this.readFailure = null;
		this.writeFailure = null;
	}

	/** Return a current or earlier document by digest, {@code null} if there was none. */
	@Nullable String text(String digest) {
		return this.texts.get(digest);
	}

	private synchronized void clear() {
		this.content = null;
	}

	private synchronized SourceContent exchange(byte[] bytes, String expectedRevision) throws IOException {
		if (this.writeFailure != null) {
			throw this.writeFailure;
		}
		String found = (this.content != null) ? this.content.revision() : SourceContent.ABSENT;
		if (!found.equals(expectedRevision)) {
			throw new StaleRevisionException(this.description + " was changed by somebody else");
		}
		return hold(SourceContent.of(bytes.clone()));
	}

	private SourceContent hold(SourceContent fresh) {
		this.content = fresh;
		this.texts.put(fresh.digest(), new String(fresh.bytes(), StandardCharsets.UTF_8));
		return fresh;
	}

}
