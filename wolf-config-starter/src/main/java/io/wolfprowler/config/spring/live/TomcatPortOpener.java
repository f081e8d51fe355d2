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

import org.apache.catalina.Executor;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/**
 * Opens further Tomcat ports. Each has its own connector, created like the first one by
 * the factory of the application.
 */
public final class TomcatPortOpener implements PortOpener {

	private static final String BIND_ON_INIT = "bindOnInit";

	// It applies all settings of the factory but is not public.
	static final ProtectedMethod CUSTOMIZE_CONNECTOR = ProtectedMethod.of(TomcatWebServerFactory.class,
			"customizeConnector", Connector.class);

	private final ObjectProvider<TomcatWebServerFactory> factories;

	private final DrainingValve valve = new DrainingValve();

	/**
	 * Create an opener.
	 * @param factories supplies the factory that created the server
	 */
	public TomcatPortOpener(ObjectProvider<TomcatWebServerFactory> factories) {
		this.factories = factories;
	}

	@Override
	public @Nullable OpenPort current(WebServer server) {
		if (!(server instanceof TomcatWebServer tomcatServer) || this.factories.getIfUnique() == null) {
			return null;
		}
		Tomcat tomcat = tomcatServer.getTomcat();
		Connector[] connectors = tomcat.getService().findConnectors();
		if (connectors.length == 0) {
			return null;
		}
		this.valve.join(tomcat.getEngine().getPipeline());
		return new TomcatPort(connectors[0], tomcat.getService(), this.valve);
	}

	@Override
	public OpenPort open(WebServer server, OpenPort present, int number) throws LifecycleException {
		Service service = ((TomcatWebServer) server).getTomcat().getService();
		Connector connector = connector(this.factories.getObject(), number);
		if (connector.getProtocolHandler().getExecutor() instanceof Executor executor) {
			service.addExecutor(executor);
		}
		try {
			service.addConnector(connector);
		}
		catch (RuntimeException ex) {
			// The service keeps a connector that failed to start.
			TomcatPort.remove(connector, service);
			throw ex;
		}
		return new TomcatPort(connector, service, this.valve);
	}

	private static Connector connector(TomcatWebServerFactory factory, int number) {
		Connector connector = new Connector(factory.getProtocol());
		connector.setThrowOnFailure(true);
		CUSTOMIZE_CONNECTOR.invoke(factory, connector);
		connector.setPort(number);
		if (connector.getProperty(BIND_ON_INIT) == null) {
			// Otherwise the server socket could not be closed before the connections.
			connector.setProperty(BIND_ON_INIT, "false");
		}
		return connector;
	}

}
