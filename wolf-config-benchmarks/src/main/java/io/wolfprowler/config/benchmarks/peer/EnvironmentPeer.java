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

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The environment of a Spring Boot application, which never reloads.
 */
final class EnvironmentPeer implements Peer {

	private final ConfigurableApplicationContext context;

	private final String portKey;

	private final String peersKey;

	EnvironmentPeer(Site site) {
		this.context = SpringApplicationStart.of(Application.class, site);
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
	}

	@Override
	public int port() {
		return this.context.getEnvironment().getRequiredProperty(this.portKey, Integer.class);
	}

	@Override
	public int peers() {
		return this.context.getEnvironment().getRequiredProperty(this.peersKey, Integer.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * An application without beans.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
