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

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each Tomcat port, and asks the HTTP/1 clients of a draining port
 * to close their connection. HTTP/2 has a message of its own for that.
 */
final class DrainingValve extends ValveBase implements AsyncListener {

	private final Map<Connector, PortTraffic> traffic = new ConcurrentHashMap<>();

	DrainingValve() {
		super(true);
	}

	/** Add this to a pipeline that does not have it yet. */
	void join(Pipeline pipeline) {
		if (!List.of(pipeline.getValves()).contains(this)) {
			// A running request may reach this valve before the pipeline has set its
			// successor.
			setNext(pipeline.getBasic());
			pipeline.addValve(this);
		}
	}

	PortTraffic trafficOf(Connector connector) {
		return this.traffic.computeIfAbsent(connector, (key) -> new PortTraffic());
	}

	void forget(Connector connector) {
		this.traffic.remove(connector);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		PortTraffic port = this.traffic.get(request.getConnector());
		if (port == null) {
			getNext().invoke(request, response);
		}
		else if (request.isAsyncDispatching()) {
			// Counted when it began; it ends in onComplete.
			announceClose(port, request, response);
			getNext().invoke(request, response);
		}
		else {
			begin(port, request, response);
		}
	}

	@Override
	public void onComplete(AsyncEvent event) {
		PortTraffic port = this.traffic.get(((Request) event.getSuppliedRequest()).getConnector());
		if (port != null) {
			port.end();
		}
	}

	@Override
	public void onTimeout(AsyncEvent event) {
	}

	@Override
	public void onError(AsyncEvent event) {
	}

	// Each start of asynchronous processing removes the listeners of the previous one.
	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
	}

	private void begin(PortTraffic port, Request request, Response response) throws IOException, ServletException {
		port.begin();
		try {
			announceClose(port, request, response);
			getNext().invoke(request, response);
		}
		finally {
			// Another thread may be writing the response of an asynchronous request.
			if (request.isAsync()) {
				request.getAsyncContextInternal().addListener(this, request, response);
			}
			else {
				announceClose(port, request, response);
				port.end();
			}
		}
	}

	private static void announceClose(PortTraffic port, Request request, Response response) {
		if (port.isDraining() && isHttp1(request.getProtocol()) && !response.isCommitted()) {
			response.setHeader("Connection", "close");
		}
	}

	private static boolean isHttp1(@Nullable String protocol) {
		return protocol != null && protocol.startsWith("HTTP/1");
	}

}
