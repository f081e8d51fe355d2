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

import java.util.stream.Stream;

import org.apache.catalina.Executor;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;

/**
 * A Tomcat port.
 */
final class TomcatPort extends CountedPort {

	// The public count is -1 once the server socket is closed.
	static final ProtectedMethod GET_ENDPOINT = ProtectedMethod.of(AbstractProtocol.class, "getEndpoint");

	private final Connector connector;

	private final Service service;

	private final DrainingValve valve;

	TomcatPort(Connector connector, Service service, DrainingValve valve) {
		super(valve.trafficOf(connector));
		this.connector = connector;
		this.service = service;
		this.valve = valve;
	}

	@Override
	public int number() {
		return this.connector.getLocalPort();
	}

	@Override
	public void stopListening() {
		this.connector.getProtocolHandler().closeServerSocketGraceful();
	}

	@Override
	public int connections() {
		return (this.connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol
				&& GET_ENDPOINT.invoke(protocol) instanceof AbstractEndpoint<?, ?> endpoint)
						? endpoint.getConnections().size() : 0;
	}

	@Override
	public void close() {
		try {
			remove(this.connector, this.service);
		}
		catch (LifecycleException ex) {
			throw new IllegalStateException("The connector of a retired port can't be destroyed", ex);
		}
		finally {
			this.valve.forget(this.connector);
		}
	}

	/** Remove a connector, and its executor unless another connector uses it. */
	static void remove(Connector connector, Service service) throws LifecycleException {
		service.removeConnector(connector);
		try {
			connector.destroy();
		}
		finally {
			if (connector.getProtocolHandler().getExecutor() instanceof Executor executor
					&& Stream.of(service.findConnectors())
						.noneMatch((other) -> other.getProtocolHandler().getExecutor() == executor)) {
				// This also stops the executor.
				service.removeExecutor(executor);
			}
		}
	}

}
