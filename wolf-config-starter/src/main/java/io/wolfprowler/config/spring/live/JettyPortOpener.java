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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * Opens further Jetty ports. Each has its own connector, which shares the protocols of
 * the first one.
 */
public final class JettyPortOpener implements PortOpener {

	private final DrainingCustomizer customizer = new DrainingCustomizer();

	@Override
	public @Nullable OpenPort current(WebServer server) {
		return (server instanceof JettyWebServer jetty) ? Stream.of(jetty.getServer().getConnectors())
			.filter(ServerConnector.class::isInstance)
			.map(ServerConnector.class::cast)
			.filter((connector) -> connector.getLocalPort() > 0)
			.findFirst()
			.map(this::port)
			.orElse(null) : null;
	}

	@Override
	public OpenPort open(WebServer server, OpenPort present, int number) throws Exception {
		ServerConnector connector = like(((JettyPort) present).connector());
		connector.setPort(number);
		Server jetty = connector.getServer();
		jetty.addConnector(connector);
		try {
			connector.start();
		}
		catch (Exception ex) {
			jetty.removeConnector(connector);
			throw ex;
		}
		return port(connector);
	}

	private OpenPort port(ServerConnector connector) {
		this.customizer.join(connector);
		return new JettyPort(connector, this.customizer);
	}

	private static ServerConnector like(ServerConnector present) {
		ConnectionFactory[] protocols = present.getConnectionFactories()
			.stream()
			.distinct()
			.toArray(ConnectionFactory[]::new);
		List<Object> shared = new ArrayList<>(List.of(protocols));
		Collections.addAll(shared, present.getExecutor(), present.getScheduler(), present.getByteBufferPool());
		shared.forEach((each) -> share(present, each));
		ServerConnector connector = new ServerConnector(present.getServer(), present.getExecutor(),
				present.getScheduler(), present.getByteBufferPool(), present.getAcceptors(),
				present.getSelectorManager().getSelectorCount(), protocols);
		shared.forEach(connector::unmanage);
		copyOptions(present, connector);
		copySocketOptions(present, connector);
		return connector;
	}

	// Otherwise a connector that stops would stop the part for its successor, too.
	private static void share(ServerConnector owner, Object part) {
		if (owner.isManaged(part)) {
			owner.unmanage(part);
			owner.getServer().addBean(part, true);
		}
	}

	private static void copyOptions(ServerConnector present, ServerConnector connector) {
		connector.setDefaultProtocol(present.getDefaultProtocol());
		connector.setHost(present.getHost());
		connector.setName(present.getName());
		connector.setAcceptorPriorityDelta(present.getAcceptorPriorityDelta());
		connector.setIdleTimeout(present.getIdleTimeout());
		connector.setShutdownIdleTimeout(present.getShutdownIdleTimeout());
	}

	private static void copySocketOptions(ServerConnector present, ServerConnector connector) {
		connector.setAcceptQueueSize(present.getAcceptQueueSize());
		connector.setReuseAddress(present.getReuseAddress());
		connector.setReusePort(present.isReusePort());
		connector.setAcceptedTcpNoDelay(present.getAcceptedTcpNoDelay());
		connector.setAcceptedReceiveBufferSize(present.getAcceptedReceiveBufferSize());
		connector.setAcceptedSendBufferSize(present.getAcceptedSendBufferSize());
	}

}
