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

package io.wolfprowler.config.benchmarks.text;

import io.wolfprowler.config.Bounds;

/**
 * One table of a large sample.
 *
 * @param host its address
 * @param port its port
 * @param weight its share of the work
 * @param enabled whether it gets any
 * @param zone where it is
 * @param maxConnections the largest number of connections to it
 * @param timeoutMs after how long it is given up
 * @param retries how often it is tried again
 * @param protocol the protocol it speaks
 * @param note a remark
 */
public record Server(String host, @Bounds(min = 1, max = 65535) int port, double weight, boolean enabled, String zone,
		@Bounds(min = 1, max = 100_000) int maxConnections, @Bounds(min = 0, max = 60_000) long timeoutMs,
		@Bounds(min = 0, max = 10) int retries, Protocol protocol, String note) {

	/**
	 * A protocol.
	 */
	public enum Protocol {

		/** HTTP/1.1. */
		Http1,

		/** HTTP/2. */
		Http2

	}

}
