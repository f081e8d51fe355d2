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
 * A text in memory as the source of a configuration: it can be replaced, be absent, and
 * fail. Whoever watches it is called on the thread that changes it. May be used from any
 * thread.
 */
public final class InMemorySource implements WritableConfigSource {

	private final String description;

	private final List<Runnable> signals = new CopyOnWriteArrayList<>();

	private final Map<String, String> texts = new ConcurrentHashMap<>();

	private @Nullable SourceContent content;

	private @Nullable IOException readFailure;

	private @Nullable IOException writeFailure;

	/**
	 * Create a source that holds a text and is described as {@code config.toml}.
	 * @param toml the text
	 */
	public InMemorySource(String toml) {
		this("config.toml", toml);
	}

	/**
	 * Create a source that holds a text.
	 * @param description the name of the source, as logs and problems give it
	 * @param toml the text, {@code null} for a source without any content
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
		// One of its own for each subscription, so that closing one ends no other.
		Runnable subscribed = () -> signal.run();
		this.signals.add(subscribed);
		return () -> this.signals.remove(subscribed);
	}

	/**
	 * Hold a text from now on, and tell those who watch. Reads fail no longer.
	 * @param toml the text
	 */
	public void set(String toml) {
		replace(toml);
		signal();
	}

	/**
	 * Hold nothing from now on, as if the file had been deleted, and tell those who
	 * watch.
	 */
	public void remove() {
		clear();
		signal();
	}

	/**
	 * Fail every read from now on, until there is a new text or {@link #recover()}, and
	 * tell those who watch.
	 * @param failure what reads throw; a
	 * {@link io.wolfprowler.config.spi.SourceRejectedException} stands for a content that
	 * may not be used
	 */
	public void failReads(IOException failure) {
		synchronized (this) {
			this.readFailure = Objects.requireNonNull(failure, "failure");
		}
		signal();
	}

	/**
	 * Fail every write from now on, until {@link #recover()}.
	 * @param failure what writes throw
	 */
	public synchronized void failWrites(IOException failure) {
		this.writeFailure = Objects.requireNonNull(failure, "failure");
	}

	/**
	 * Fail neither reads nor writes from now on, and tell those who watch.
	 */
	public void recover() {
		synchronized (this) {
			this.readFailure = null;
			this.writeFailure = null;
		}
		signal();
	}

	/**
	 * Tell those who watch that the content may have changed.
	 */
	public void signal() {
		this.signals.forEach(Runnable::run);
	}

	/**
	 * Return the text, whether or not reads fail.
	 * @return the text with everything that was saved to it, {@code null} if there is
	 * none
	 */
	public synchronized @Nullable String text() {
		return (this.content != null) ? new String(this.content.bytes(), StandardCharsets.UTF_8) : null;
	}

	/** Hold a text from now on, and tell nobody. */
	synchronized void replace(String toml) {
		hold(SourceContent.of(toml.getBytes(StandardCharsets.UTF_8)));
		this.readFailure = null;
	}

	/** Fail no longer, and tell nobody. */
	synchronized void heal() {
		this.readFailure = null;
		this.writeFailure = null;
	}

	/** Return a text that was held once, {@code null} if none had this digest. */
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
