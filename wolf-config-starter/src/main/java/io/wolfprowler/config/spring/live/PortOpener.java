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
	 * Return the port that a server has been started on.
	 * @param server the server, which runs
	 * @return its first port, {@code null} if it is a server of another kind or has no
	 * port that could be replaced
	 */
	@Nullable OpenPort current(WebServer server);

	/**
	 * Let a server listen on a further port. What has been set up for the present port
	 * (TLS, protocols, compression, threads, customizers) holds for the further one.
	 * @param server the server, one that has a current port
	 * @param present the port that the further one is to be like
	 * @param number the number of the further port, zero for any that is free
	 * @return the further port, open
	 * @throws Exception when the port can't be opened; nothing is left of it
	 */
	OpenPort open(WebServer server, OpenPort present, int number) throws Exception;

}
