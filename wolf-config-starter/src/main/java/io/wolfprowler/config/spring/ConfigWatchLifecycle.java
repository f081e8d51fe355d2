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

package io.wolfprowler.config.spring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Lets the managers of a context watch their sources while the context runs: from after
 * the web server has started until before its graceful shutdown. May start and stop any
 * number of times. Each start reads the sources once.
 */
public final class ConfigWatchLifecycle implements SmartLifecycle {

	private final ContextConfigManagers managers;

	private final AbstractApplicationContext context;

	private final boolean hotReload;

	private final Map<ConfigManager<?>, Boolean> watchedBefore = new ConcurrentHashMap<>();

	private Subscription registration = () -> {
	};

	private boolean warned;

	private volatile boolean running;

	/**
	 * Create a lifecycle.
	 * @param managers the managers to watch
	 * @param context the context they belong to
	 * @param hotReload whether hot reload is enabled by default
	 */
	public ConfigWatchLifecycle(ContextConfigManagers managers, AbstractApplicationContext context, boolean hotReload) {
		this.managers = managers;
		this.context = context;
		this.hotReload = hotReload;
	}

	@Override
	public synchronized void start() {
		if (this.running) {
			return;
		}
		this.running = true;
		if (!this.warned) {
			this.warned = true;
			UnreachableListeners.warn(this.context);
		}
		this.registration = this.managers.forEach(this::watch);
	}

	@Override
	public synchronized void stop() {
		if (!this.running) {
			return;
		}
		this.running = false;
		this.registration.close();
		this.watchedBefore.clear();
		for (ConfigManager<?> manager : this.managers.managers()) {
			this.watchedBefore.put(manager, manager.isHotReloadEnabled());
			manager.disableHotReload();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Hot reload that was enabled or disabled before a stop stays so after it.
	private synchronized void watch(ConfigManager<?> manager) {
		if (this.running && this.watchedBefore.getOrDefault(manager, this.hotReload)) {
			manager.enableHotReload();
		}
	}

}
