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

/**
 * Opens further ports of one kind of web server.
 */
public interface PortOpener {

	/**
	 * Return the port that a server was started on.
	 * @param server the running server
	 * @return its first port, {@code null} if it is a server of another kind or has no
	 * port that can be replaced
	 */
	@Nullable OpenPort current(WebServer server);

	/**
	 * Open a further port of a server. The settings of the present port (TLS, protocols,
	 * compression, threads, customizers) apply to it, too.
	 * @param server a server that has a current port
	 * @param present the port whose settings are used
	 * @param number the number of the further port, zero for any free one
	 * @return the open port
	 * @throws Exception when the port can't be opened; then nothing is left open
	 */
	OpenPort open(WebServer server, OpenPort present, int number) throws Exception;

}
