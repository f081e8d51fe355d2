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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.ListenerCall;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Listeners of one kind in the order they were added.
 *
 * @param <L> the type of the listeners
 */
public final class ListenerList<L> {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final List<Entry<L>> entries = new CopyOnWriteArrayList<>();

	/**
	 * Call all listeners; one that throws is logged.
	 * @param call the call
	 */
	public void callAll(Consumer<L> call) {
		for (Entry<L> entry : this.entries) {
			try {
				call.accept(entry.listener);
			}
			catch (RuntimeException | AssertionError | LinkageError | StackOverflowError ex) {
				logger.error(entry.name + " failed when a call was reported to it", ex);
			}
		}
	}

	/**
	 * Add a listener.
	 * @param name the name of its code, for the log
	 * @param activeVersion returns the active version, which the listener can read: it is
	 * notified of later versions only, and of each as a whole
	 */
	Subscription add(String name, L listener, LongSupplier activeVersion) {
		Entry<L> entry = new Entry<>(name, listener);
		this.entries.add(entry);
		entry.since = activeVersion.getAsLong();
		return () -> {
			entry.active = false;
			this.entries.remove(entry);
		};
	}

	boolean isEmpty() {
		return this.entries.isEmpty();
	}

	/**
	 * Notify the listeners that were added before a version.
	 * @param kind the kind of the calls, {@code null} if they are not reported
	 */
	void call(long version, ListenerInvoker invoker, ListenerCall.@Nullable Kind kind, Consumer<L> call) {
		for (Entry<L> entry : this.entries) {
			if (entry.active && entry.since < version) {
				invoker.invoke(kind, entry.name, () -> call.accept(entry.listener));
			}
		}
	}

	private static final class Entry<L> {

		private final String name;

		private final L listener;

		private volatile long since = Long.MAX_VALUE;

		private volatile boolean active = true;

		private Entry(String name, L listener) {
			this.name = name;
			this.listener = listener;
		}

	}

}
