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
 * Notifies the listeners of every version, in version order, on the manager's thread: the
 * callbacks of each change, then the views, then the observers.
 *
 * @param <T> the type of the configuration
 */
public final class ChangeNotifier<T> {

	/** Later than the version that was active when any listener was added. */
	private static final long EVERY_VERSION = Long.MAX_VALUE;

	private final ListenerList<ConfigChangeCallback> callbacks = new ListenerList<>();

	private final ListenerList<Consumer<ConfigTransition<T>>> views = new ListenerList<>();

	private final ListenerList<ConfigObserver<? super T>> observers;

	private final ManagerThread thread;

	private final ListenerInvoker invoker;

	private final Schema<T> schema;

	private volatile boolean closed;

	/**
	 * Create a notifier.
	 * @param thread calls the listeners
	 * @param invoker isolates the listeners from each other
	 * @param schema knows the secrets
	 * @param observers the observers so far
	 */
	public ChangeNotifier(ManagerThread thread, ListenerInvoker invoker, Schema<T> schema,
			ListenerList<ConfigObserver<? super T>> observers) {
		this.schema = schema;
		this.observers = observers;
		this.thread = thread;
		this.invoker = invoker;
	}

	/**
	 * Add a callback.
	 * @param callback the callback
	 * @param activeVersion returns the active version
	 * @return removes the callback
	 */
	public Subscription addCallback(ConfigChangeCallback callback, LongSupplier activeVersion) {
		return this.callbacks.add(callback.getClass().getName(), callback, activeVersion);
	}

	/**
	 * Add an observer.
	 * @param observer the observer
	 * @param activeVersion returns the active version
	 * @return removes the observer
	 */
	public Subscription addObserver(ConfigObserver<? super T> observer, LongSupplier activeVersion) {
		return this.observers.add(observer.getClass().getName(), observer, activeVersion);
	}

	Subscription addView(String name, Consumer<ConfigTransition<T>> view, LongSupplier activeVersion) {
		return this.views.add(name, view, activeVersion);
	}

	/**
	 * Queue the attempt that made the first version active, for the observers that were
	 * there before it.
	 * @param attempt the attempt
	 */
	public void started(ConfigAttempt attempt) {
		if (!this.observers.isEmpty()) {
			this.thread.offer(() -> this.invoker.supervise(FailureLog.UNMASKED, () -> this.observers
				.call(attempt.result().version(), this.invoker, null, (observer) -> observer.attempted(attempt))));
		}
	}

	/**
	 * Stop notifying listeners of new versions. Observers are still notified of attempts
	 * that are settled already.
	 */
	public void close() {
		this.closed = true;
	}

	/** Queue a version; the future completes when all listeners have been notified. */
	CompletableFuture<Void> accepted(ConfigTransition<T> transition, ConfigAttempt attempt) {
		if (this.callbacks.isEmpty() && this.views.isEmpty() && this.observers.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		return queue(log(transition), () -> callListeners(transition, attempt));
	}

	/**
	 * Queue an attempt that changed nothing; the future completes when all observers have
	 * been notified.
	 */
	CompletableFuture<Void> attempted(ConfigAttempt attempt) {
		if (this.observers.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		return queue(FailureLog.UNMASKED, () -> this.observers.call(EVERY_VERSION, this.invoker, null,
				(observer) -> observer.attempted(attempt)));
	}

	private CompletableFuture<Void> queue(FailureLog log, Runnable calls) {
		CompletableFuture<Void> notified = new CompletableFuture<>();
		boolean queued = this.thread.offer(() -> {
			try {
				this.invoker.supervise(log, calls);
			}
			finally {
				notified.complete(null);
			}
		});
		return queued ? notified : CompletableFuture.completedFuture(null);
	}

	// The exception of a listener may quote the configuration it was notified of.
	private FailureLog log(ConfigTransition<T> transition) {
		List<T> configs = List.of(transition.previous().config(), transition.current().config());
		return new FailureLog((text) -> this.schema.masked(text, configs));
	}

	private void callListeners(ConfigTransition<T> transition, ConfigAttempt attempt) {
		long version = transition.current().version();
		for (ConfigChange change : transition.changes()) {
			this.callbacks.call(version, this.invoker, ListenerCall.Kind.CALLBACK,
					unlessClosed((callback) -> callback.onChange(change)));
		}
		this.views.call(version, this.invoker, ListenerCall.Kind.VIEW, unlessClosed((view) -> view.accept(transition)));
		this.observers.call(version, this.invoker, null, unlessClosed((observer) -> observer.accepted(transition)));
		this.observers.call(version, this.invoker, null, (observer) -> observer.attempted(attempt));
	}

	private <L> Consumer<L> unlessClosed(Consumer<L> call) {
		return (listener) -> {
			if (!this.closed) {
				call.accept(listener);
			}
		};
	}

}
