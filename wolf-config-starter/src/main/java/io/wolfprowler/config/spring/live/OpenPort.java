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
 * A port that a web server listens on. Thread-safe.
 */
public interface OpenPort {

	/**
	 * Return the number of the port.
	 * @return the port that clients connect to, zero or less when it is not open
	 */
	int number();

	/**
	 * Tell the clients to leave, or welcome them again. Their connections are closed
	 * after the response to the next request; requests are answered as before, and so are
	 * new connections.
	 * @param draining whether the clients are to leave
	 */
	void drain(boolean draining);

	/**
	 * Free the port for somebody else. No new connection comes in; those that exist live
	 * on.
	 */
	void stopListening();

	/**
	 * Return the number of connections.
	 * @return the number of clients that are connected, idle or not
	 */
	int connections();

	/**
	 * Return the number of requests that are worked on.
	 * @return the requests that have not been answered, even if their clients are gone
	 */
	int requests();

	/**
	 * Return the number of requests that have been answered since the clients were told
	 * to leave.
	 * @return the finished requests
	 */
	long finishedRequests();

	/**
	 * Have another number when the server starts again. That is for the first port of a
	 * server that comes back on it even after it was closed; others do nothing.
	 * @param number the port that the server is at when it stops
	 */
	default void restartOn(int number) {
	}

	/**
	 * Close the port and cut the connections it still has.
	 */
	void close();

}
