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

import org.eclipse.jetty.server.ServerConnector;

/**
 * A Jetty port.
 */
final class JettyPort extends CountedPort {

	private final ServerConnector connector;

	private final DrainingCustomizer customizer;

	JettyPort(ServerConnector connector, DrainingCustomizer customizer) {
		super(customizer.trafficOf(connector));
		this.connector = connector;
		this.customizer = customizer;
	}

	ServerConnector connector() {
		return this.connector;
	}

	@Override
	public int number() {
		return this.connector.getLocalPort();
	}

	// The future completes when all clients have left, which is polled instead.
	@SuppressWarnings("FutureReturnValueIgnored")
	@Override
	public void stopListening() {
		// The default of one second would cut off clients that are about to send a
		// request.
		this.connector.setShutdownIdleTimeout(this.connector.getIdleTimeout());
		this.connector.shutdown();
	}

	@Override
	public int connections() {
		return this.connector.getConnectedEndPoints().size();
	}

	// The server keeps its first connectors and restarts them.
	@Override
	public void restartOn(int number) {
		this.connector.setPort(number);
	}

	@Override
	public void close() {
		this.connector.getServer().removeConnector(this.connector);
		try {
			this.connector.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The connector of a retired port can't be stopped", ex);
		}
		finally {
			this.customizer.forget(this.connector);
		}
	}

}
