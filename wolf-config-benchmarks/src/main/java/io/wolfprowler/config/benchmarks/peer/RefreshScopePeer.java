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

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A bean in refresh scope. Spring Cloud watches no files; that it refreshes when one
 * changes is our doing.
 */
final class RefreshScopePeer implements Peer {

	private final ConfigurableApplicationContext context;

	private final ContextRefresher refresher;

	private final Ports ports;

	private final Runnable stop;

	RefreshScopePeer(Site site) throws IOException {
		this.context = SpringApplicationStart.of(Application.class, site);
		this.refresher = this.context.getBean(ContextRefresher.class);
		this.ports = this.context.getBean(Ports.class);
		this.stop = DirectoryWatch.reloading(site, () -> reload());
	}

	@Override
	public int port() {
		return this.ports.getPort();
	}

	@Override
	public int peers() {
		return this.ports.getPeers();
	}

	// The bean is made anew when it is needed: that is part of its reload.
	@Override
	public void reload() {
		this.refresher.refresh();
		this.ports.getPort();
	}

	@Override
	public void close() {
		this.stop.run();
		this.context.close();
	}

	/**
	 * The bean.
	 */
	public static class Ports {

		private final int port;

		private final int peers;

		/**
		 * Create the proxy.
		 */
		protected Ports() {
			this(0, 0);
		}

		Ports(int port, int peers) {
			this.port = port;
			this.peers = peers;
		}

		/**
		 * Return the port.
		 * @return the port
		 */
		public int getPort() {
			return this.port;
		}

		/**
		 * Return the number of peers.
		 * @return the number of peers
		 */
		public int getPeers() {
			return this.peers;
		}

	}

	/**
	 * An application with one bean in refresh scope.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(RefreshAutoConfiguration.class)
	static class Application {

		@Bean
		@RefreshScope
		Ports ports(Environment environment) {
			return new Ports(number(environment, "port-key"), number(environment, "peers-key"));
		}

		private static int number(Environment environment, String argument) {
			return environment.getRequiredProperty(environment.getRequiredProperty(argument), Integer.class);
		}

	}

}
