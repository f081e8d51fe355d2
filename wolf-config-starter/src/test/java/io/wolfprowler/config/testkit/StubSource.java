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

package io.wolfprowler.config.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.SourceContent;
import io.wolfprowler.config.StaleRevisionException;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WritableConfigSource;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A source in memory that does what a test tells it to. Its revisions are numbers, so
 * that nobody mistakes them for digests.
 */
@NullMarked
public final class StubSource implements WritableConfigSource {

	private final List<Runnable> signals = new CopyOnWriteArrayList<>();

	private final Deque<Runnable> afterReads = new ArrayDeque<>();

	private final Deque<Runnable> beforeWrites = new ArrayDeque<>();

	private final Deque<Runnable> afterWrites = new ArrayDeque<>();

	private final AtomicInteger reads = new AtomicInteger();

	private final AtomicInteger writes = new AtomicInteger();

	private byte @Nullable [] content;

	private long revision;

	private @Nullable IOException readFailure;

	private @Nullable IOException writeFailure;

	/**
	 * Creates a source that holds a text.
	 * @param text the text
	 */
	public StubSource(String text) {
		put(text);
	}

	@Override
	public String description() {
		return "config.toml";
	}

	@Override
	public SourceContent read() throws IOException {
		this.reads.incrementAndGet();
		SourceContent present = present();
		next(this.afterReads).run();
		return present;
	}

	@Override
	public SourceContent write(byte[] bytes, String expectedRevision) throws IOException {
		next(this.beforeWrites).run();
		this.writes.incrementAndGet();
		SourceContent written = replace(bytes, expectedRevision);
		next(this.afterWrites).run();
		return written;
	}

	@Override
	public Subscription watch(Runnable signal) {
		this.signals.add(signal);
		return () -> this.signals.remove(signal);
	}

	/**
	 * Holds a text from now on, and can be read again.
	 * @param text the text
	 */
	public void put(String text) {
		put(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Holds bytes from now on, and can be read again.
	 * @param bytes the bytes
	 */
	public synchronized void put(byte[] bytes) {
		this.content = bytes.clone();
		this.revision++;
		this.readFailure = null;
	}

	/**
	 * Holds nothing from now on.
	 */
	public synchronized void remove() {
		this.content = null;
		this.revision++;
	}

	/**
	 * Fails every read until there is a new content.
	 * @param failure what reads throw
	 */
	public synchronized void failReads(IOException failure) {
		this.readFailure = failure;
	}

	/**
	 * Fails every write.
	 * @param failure what writes throw
	 */
	public synchronized void failWrites(IOException failure) {
		this.writeFailure = failure;
	}

	/**
	 * Runs something once within the next read, when the content has been taken and is
	 * not returned yet.
	 * @param action what happens meanwhile
	 */
	public synchronized void duringRead(Runnable action) {
		this.afterReads.add(action);
	}

	/**
	 * Runs something once within the next write, before the revision is checked.
	 * @param action what happens meanwhile
	 */
	public synchronized void duringWrite(Runnable action) {
		this.beforeWrites.add(action);
	}

	/**
	 * Runs something once within the next write, when it has succeeded and has not
	 * returned yet.
	 * @param action what happens meanwhile
	 */
	public synchronized void afterWrite(Runnable action) {
		this.afterWrites.add(action);
	}

	/**
	 * Rings for everybody who watches.
	 */
	public void signal() {
		this.signals.forEach(Runnable::run);
	}

	/**
	 * The text it holds.
	 * @return the text, {@code null} if there is none
	 */
	public synchronized @Nullable String text() {
		return (this.content != null) ? new String(this.content, StandardCharsets.UTF_8) : null;
	}

	/**
	 * How often it was read.
	 * @return the number of reads
	 */
	public int reads() {
		return this.reads.get();
	}

	/**
	 * How often somebody tried to write it.
	 * @return the number of writes
	 */
	public int writes() {
		return this.writes.get();
	}

	/**
	 * How many watch it.
	 * @return the number of watches that are not closed
	 */
	public int watches() {
		return this.signals.size();
	}

	private synchronized SourceContent present() throws IOException {
		if (this.readFailure != null) {
			throw this.readFailure;
		}
		if (this.content == null) {
			throw new NoSuchFileException(description());
		}
		return SourceContent.of(this.content.clone(), "r" + this.revision);
	}

	private synchronized SourceContent replace(byte[] bytes, String expectedRevision) throws IOException {
		if (this.writeFailure != null) {
			throw this.writeFailure;
		}
		String found = (this.content != null) ? "r" + this.revision : SourceContent.ABSENT;
		if (!found.equals(expectedRevision)) {
			throw new StaleRevisionException("expected " + expectedRevision + ", found " + found);
		}
		put(bytes);
		return present();
	}

	private synchronized Runnable next(Deque<Runnable> actions) {
		Runnable action = actions.poll();
		return (action != null) ? action : () -> {
		};
	}

}
