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

package io.wolfprowler.config.spring.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The ports that are being retired. Their thread ends when there are none.
 */
final class PortRetirements implements AutoCloseable {

	private final List<PortRetirement> retirements = new CopyOnWriteArrayList<>();

	private final WebPortSettings settings;

	private final Runnable settled;

	private final ScheduledThreadPoolExecutor executor;

	/**
	 * Create an empty set.
	 * @param settings the durations of a retirement
	 * @param settled is called each time a port has been closed
	 */
	PortRetirements(WebPortSettings settings, Runnable settled) {
		this.settings = settings;
		this.settled = settled;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("wolf-config-web-port-");
		threads.setDaemon(true);
		this.executor = new ScheduledThreadPoolExecutor(1, threads);
		this.executor.setKeepAliveTime(1, TimeUnit.SECONDS);
		this.executor.allowCoreThreadTimeOut(true);
		this.executor.setRemoveOnCancelPolicy(true);
	}

	/** Start to retire a port. If this is closed, the port is closed at once. */
	void retire(OpenPort port) {
		if (this.executor.isShutdown()) {
			port.close();
			return;
		}
		PortRetirement retirement = new PortRetirement(port, this.settings, this.executor, this::onClosed);
		this.retirements.add(retirement);
		retirement.begin();
	}

	/**
	 * Take back a port that still listens.
	 * @param number the number of the port
	 * @return the port, {@code null} if there is none; then a port of that number can be
	 * opened
	 */
	@Nullable OpenPort reclaim(int number) {
		for (PortRetirement retirement : this.retirements) {
			OpenPort port = retirement.reclaim(number);
			if (port != null) {
				this.retirements.remove(retirement);
				return port;
			}
		}
		return null;
	}

	/** Return whether no port is being retired. */
	boolean isEmpty() {
		return this.retirements.isEmpty();
	}

	/** Close all ports at once. */
	void finish() {
		this.retirements.forEach(PortRetirement::finish);
	}

	@Override
	public void close() {
		finish();
		this.executor.shutdownNow();
	}

	private void onClosed(PortRetirement retirement) {
		this.retirements.remove(retirement);
		this.settled.run();
	}

}
