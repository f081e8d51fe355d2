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

package io.wolfprowler.config.benchmarks.peer;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

import io.avaje.config.Configuration;

/**
 * Avaje Config: looks at the file every second, its shortest period. It has no public way
 * to look at once; its own watch is called.
 */
final class AvajePeer implements Peer {

	private final Configuration configuration;

	private final String portKey;

	private final String peersKey;

	private final Object watch;

	private final Method check;

	AvajePeer(Site site) throws ReflectiveOperationException {
		String period = site.watched() ? "1" : "86400";
		System.setProperty("config.file", site.file().toString());
		System.setProperty("config.watch.enabled", "true");
		System.setProperty("config.watch.delay", period);
		System.setProperty("config.watch.period", period);
		this.configuration = Configuration.builder().includeResourceLoading().build();
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
		this.configuration.onChange((event) -> site.changed());
		Field watcher = this.configuration.getClass().getDeclaredField("watcher");
		watcher.setAccessible(true);
		this.watch = watcher.get(this.configuration);
		this.check = this.watch.getClass().getDeclaredMethod("check");
		this.check.setAccessible(true);
	}

	@Override
	public int port() {
		return this.configuration.getInt(this.portKey);
	}

	@Override
	public int peers() {
		return this.configuration.getInt(this.peersKey);
	}

	@Override
	public void reload() throws ReflectiveOperationException {
		this.check.invoke(this.watch);
	}

}
