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

/**
 * An open port of a web server. Thread-safe.
 */
public interface OpenPort {

	/**
	 * Return the number of the port.
	 * @return the port that clients connect to, zero or less if it is not open
	 */
	int number();

	/**
	 * Start or stop draining the port. While it drains, each connection is closed after
	 * the response to its next request. Requests and new connections are still served.
	 * @param draining whether the port drains
	 */
	void drain(boolean draining);

	/**
	 * Stop accepting connections and free the port number. Existing connections stay
	 * open.
	 */
	void stopListening();

	/**
	 * Return the number of connections.
	 * @return the number of open connections, idle or not
	 */
	int connections();

	/**
	 * Return the number of requests in progress.
	 * @return the requests without a response, even if their clients are gone
	 */
	int requests();

	/**
	 * Return the number of requests that were finished since the port began to drain.
	 * @return the finished requests
	 */
	long finishedRequests();

	/**
	 * Use another number when the server restarts. Only needed for the first port of a
	 * server that restarts on it even after it was closed; others do nothing.
	 * @param number the number of the current port when the server stops
	 */
	default void restartOn(int number) {
	}

	/**
	 * Close the port and its remaining connections.
	 */
	void close();

}
