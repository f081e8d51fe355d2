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

package io.wolfprowler.config.internal.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A file that audit lines are appended to and synced on another thread. A caller that
 * adds a line never waits for the disk, and waiting lines are written together. A line
 * that can't be written is lost and counted; the next line that is written says how many
 * were lost. Thread-safe.
 */
public final class AuditFile implements AuditSink, AutoCloseable {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** In characters. A disk that hangs must not fill the memory. */
	private static final long MAX_WAITING = 8 << 20;

	private static final int MAX_BATCH = 1000;

	private final Path file;

	private final Executor executor;

	private final LineQueue waiting = new LineQueue(MAX_WAITING);

	private final LostLines lost = new LostLines();

	private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

	private boolean failing;

	/**
	 * Create a file of lines. It is created with its directory when there is a line to
	 * write; only its owner may then read and write it. An existing file keeps its mode.
	 * @param file the path of the file
	 * @param executor runs the task that writes, while there are lines to write; the disk
	 * may block its thread
	 */
	public AuditFile(Path file, Executor executor) {
		this.file = file.toAbsolutePath();
		this.executor = executor;
	}

	@Override
	public void add(AuditLine line) {
		if (this.waiting.add(line)) {
			logger.warn("The audit log " + this.file
					+ " is not being written; lines beyond the 8 MB that wait for it are lost");
		}
		write();
	}

	/**
	 * Wait until the lines added so far are written, for at most 5 seconds. Lines added
	 * later are still written, but not waited for.
	 */
	@Override
	public void close() {
		long missing = flush(PATIENCE);
		if (missing > 0) {
			logger.warn("The audit log " + this.file + " lacks " + missing + " lines that could not be written");
		}
	}

	/**
	 * Wait for the lines added so far, and return how many lines are missing in the file.
	 */
	long flush(Duration patience) {
		write();
		try {
			written().get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.debug("Not waiting for the audit log any longer", ex);
		}
		return this.lost.count() + this.waiting.count();
	}

	// A single writer at a time keeps the order.
	private void write() {
		CompletableFuture<Void> begun = new CompletableFuture<>();
		synchronized (this) {
			if (this.waiting.head() == null || !this.written.isDone()) {
				return;
			}
			this.written = begun;
		}
		try {
			this.executor.execute(() -> run(begun));
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			begun.complete(null);
			logger.error("No thread is available for the audit log " + this.file
					+ "; its lines are kept until the next one is added", ex);
		}
	}

	private synchronized CompletableFuture<Void> written() {
		return this.written;
	}

	private void run(CompletableFuture<Void> begun) {
		try {
			while (isWaiting(begun)) {
				append();
			}
		}
		finally {
			begun.complete(null);
		}
	}

	private synchronized boolean isWaiting(CompletableFuture<Void> begun) {
		boolean more = this.waiting.head() != null;
		if (!more) {
			begun.complete(null);
		}
		return more;
	}

	// Opened for each batch: logrotate may have moved or deleted the file.
	private void append() {
		try (LineAppender appender = LineAppender.open(this.file)) {
			try {
				appendAll(appender);
			}
			finally {
				appender.force();
				this.lost.synced();
			}
			succeeded();
		}
		catch (Throwable ex) {
			failed(ex);
		}
	}

	private void appendAll(LineAppender appender) throws IOException {
		LineQueue.Entry head = this.waiting.head();
		for (int lines = 0; head != null && lines < MAX_BATCH; lines++) {
			appender.append(head.line().text(this.lost.count() + head.lostBefore()));
			this.lost.written(head.lostBefore());
			this.waiting.removeHead();
			head = this.waiting.head();
		}
	}

	private void succeeded() {
		if (this.failing) {
			logger.info("The audit log " + this.file + " is written again");
		}
		this.failing = false;
	}

	private void failed(Throwable failure) {
		this.lost.syncFailed();
		LineQueue.Entry head = this.waiting.head();
		if (head != null) {
			this.lost.add(head.lostBefore() + 1);
			this.waiting.removeHead();
		}
		if (!this.failing) {
			logger.warn("Cannot write the audit log " + this.file
					+ "; lines are lost and counted until it can be written: " + failure);
		}
		this.failing = true;
	}

}
