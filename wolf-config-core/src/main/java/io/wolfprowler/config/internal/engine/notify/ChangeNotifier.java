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

package io.wolfprowler.config.internal.engine.notify;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChangeCallback;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.spi.ConfigObserver;
import io.wolfprowler.config.spi.ListenerCall;

/**
 * Tells everyone of every version, in version order, on the manager's thread: the
 * callbacks each change, then the views, then the observers.
 *
 * @param <T> the type of the configuration
 */
public final class ChangeNotifier<T> {

	/** Later than the version in force when any listener was added. */
	private static final long EVERY_VERSION = Long.MAX_VALUE;

	private final ListenerList<ConfigChangeCallback> callbacks = new ListenerList<>();

	private final ListenerList<Consumer<ConfigTransition<T>>> views = new ListenerList<>();

	private final ListenerList<ConfigObserver<? super T>> observers;

	private final ManagerThread thread;

	private final ListenerInvoker guard;

	private final Schema<T> schema;

	private volatile boolean closed;

	public ChangeNotifier(ManagerThread thread, ListenerInvoker guard, Schema<T> schema,
			ListenerList<ConfigObserver<? super T>> observers) {
		this.schema = schema;
		this.observers = observers;
		this.thread = thread;
		this.guard = guard;
	}

	public Subscription addCallback(ConfigChangeCallback callback, LongSupplier inForce) {
		return this.callbacks.add(callback.getClass().getName(), callback, inForce);
	}

	Subscription addView(String name, Consumer<ConfigTransition<T>> view, LongSupplier inForce) {
		return this.views.add(name, view, inForce);
	}

	public Subscription addObserver(ConfigObserver<? super T> observer, LongSupplier inForce) {
		return this.observers.add(observer.getClass().getName(), observer, inForce);
	}

	/** Queue a version; the future completes when everyone has been told. */
	public CompletableFuture<Void> accepted(ConfigTransition<T> transition, ConfigAttempt attempt) {
		if (this.callbacks.isEmpty() && this.views.isEmpty() && this.observers.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		return queue(log(transition), () -> tell(transition, attempt));
	}

	/**
	 * Queue the attempt that put the first version in force, for the observers that were
	 * there before it.
	 */
	public void started(ConfigAttempt attempt) {
		if (!this.observers.isEmpty()) {
			this.thread.offer(() -> this.guard.supervise(FailureLog.UNMASKED, () -> this.observers
				.tell(attempt.result().version(), this.guard, null, (observer) -> observer.attempted(attempt))));
		}
	}

	/**
	 * Queue an attempt that changed nothing; the future completes when everyone has been
	 * told.
	 */
	public CompletableFuture<Void> attempted(ConfigAttempt attempt) {
		if (this.observers.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		return queue(FailureLog.UNMASKED,
				() -> this.observers.tell(EVERY_VERSION, this.guard, null, (observer) -> observer.attempted(attempt)));
	}

	/** Tell of attempts that were decided, and of nothing else any more. */
	public void close() {
		this.closed = true;
	}

	private CompletableFuture<Void> queue(FailureLog log, Runnable calls) {
		CompletableFuture<Void> told = new CompletableFuture<>();
		boolean queued = this.thread.offer(() -> {
			try {
				this.guard.supervise(log, calls);
			}
			finally {
				told.complete(null);
			}
		});
		return queued ? told : CompletableFuture.completedFuture(null);
	}

	// What a listener throws may quote the configuration it was told of.
	private FailureLog log(ConfigTransition<T> transition) {
		List<T> configs = List.of(transition.previous().config(), transition.current().config());
		return new FailureLog((text) -> this.schema.masked(text, configs));
	}

	private void tell(ConfigTransition<T> transition, ConfigAttempt attempt) {
		long version = transition.current().version();
		for (ConfigChange change : transition.changes()) {
			this.callbacks.tell(version, this.guard, ListenerCall.Kind.CALLBACK,
					unlessClosed((callback) -> callback.onChange(change)));
		}
		this.views.tell(version, this.guard, ListenerCall.Kind.VIEW, unlessClosed((view) -> view.accept(transition)));
		this.observers.tell(version, this.guard, null, unlessClosed((observer) -> observer.accepted(transition)));
		this.observers.tell(version, this.guard, null, (observer) -> observer.attempted(attempt));
	}

	private <L> Consumer<L> unlessClosed(Consumer<L> call) {
		return (listener) -> {
			if (!this.closed) {
				call.accept(listener);
			}
		};
	}

}
