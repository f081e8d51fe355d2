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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Counts the requests of each Jetty port, and asks the clients of a draining port to
 * close their connection.
 */
final class DrainingCustomizer implements HttpConfiguration.Customizer {

	private final Map<Connector, PortTraffic> traffic = new ConcurrentHashMap<>();

	/** Add this to all protocols of a connector that do not have it yet. */
	void join(ServerConnector connector) {
		connector.getConnectionFactories()
			.stream()
			.filter(HttpConfiguration.ConnectionFactory.class::isInstance)
			.map((protocol) -> ((HttpConfiguration.ConnectionFactory) protocol).getHttpConfiguration())
			.filter((configuration) -> !configuration.getCustomizers().contains(this))
			.forEach((configuration) -> configuration.addCustomizer(this));
	}

	PortTraffic trafficOf(Connector connector) {
		return this.traffic.computeIfAbsent(connector, (key) -> new PortTraffic());
	}

	void forget(Connector connector) {
		this.traffic.remove(connector);
	}

	@Override
	public Request customize(Request request, HttpFields.Mutable responseHeaders) {
		PortTraffic port = this.traffic.get(request.getConnectionMetaData().getConnector());
		if (port != null) {
			port.begin();
			Request.addCompletionListener(request, (failure) -> port.end());
			if (port.isDraining() && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
				responseHeaders.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
			}
		}
		return request;
	}

}
