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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.ServerPortInfoApplicationContextInitializer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;

/**
 * Publishes the port of the web server to the application.
 *
 * @param context the context of the web server
 */
record PortAnnouncement(ApplicationContext context) {

	/** Set {@code local.server.port}. */
	void moved(WebServer server, int number) {
		WebServerInitializedEvent event = event(new ServerAt(server, number));
		if (event != null) {
			new ServerPortInfoApplicationContextInitializer().onApplicationEvent(event);
		}
	}

	/**
	 * Publish the event of an initialized web server, once the old ports are closed. The
	 * server reports its oldest port, which after a move may be one that the application
	 * has added; then the event reports the moved port instead.
	 */
	void settled(WebServer server, int number) {
		WebServerInitializedEvent event = event((server.getPort() != number) ? new ServerAt(server, number) : server);
		if (event != null) {
			this.context.publishEvent(event);
		}
	}

	private @Nullable WebServerInitializedEvent event(WebServer server) {
		if (this.context instanceof ReactiveWebServerApplicationContext reactive) {
			return new ReactiveWebServerInitializedEvent(server, reactive);
		}
		if (this.context instanceof ServletWebServerApplicationContext servlet) {
			return new ServletWebServerInitializedEvent(server, servlet);
		}
		return null;
	}

	/**
	 * The server, reporting the moved port.
	 *
	 * @param server the server
	 * @param number the moved port
	 */
	private record ServerAt(WebServer server, int number) implements WebServer {

		@Override
		public void start() {
			this.server.start();
		}

		@Override
		public void stop() {
			this.server.stop();
		}

		@Override
		public int getPort() {
			return this.number;
		}

	}

}
