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

import java.io.IOException;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.context.scope.refresh.RefreshEvent;

/**
 * The environment of a Micronaut context. Micronaut restarts the process when a file
 * changes; that it refreshes instead is our doing. Beans in its refresh scope need its
 * annotation processor, so the environment is read.
 */
final class MicronautPeer implements Peer {

	private final ApplicationContext context;

	private final String portKey;

	private final String peersKey;

	private final Runnable stop;

	MicronautPeer(Site site) throws IOException {
		System.setProperty("micronaut.config.files", site.file().toString());
		this.context = ApplicationContext.builder()
			.deduceEnvironment(false)
			.deduceCloudEnvironment(false)
			.bootstrapEnvironment(false)
			.banner(false)
			.start();
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
		this.stop = DirectoryWatch.reloading(site, () -> reload());
	}

	@Override
	public int port() {
		return number(this.portKey);
	}

	@Override
	public int peers() {
		return number(this.peersKey);
	}

	@Override
	public void reload() {
		Map<String, Object> changes = this.context.getEnvironment().refreshAndDiff();
		if (!changes.isEmpty()) {
			this.context.getEventPublisher(RefreshEvent.class).publishEvent(new RefreshEvent(changes));
		}
	}

	@Override
	public void close() {
		this.stop.run();
		this.context.close();
	}

	private int number(String key) {
		return this.context.getEnvironment().getRequiredProperty(key, Integer.class);
	}

}
