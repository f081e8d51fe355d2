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
 * A port whose requests are counted.
 */
abstract class CountedPort implements OpenPort {

	private final PortTraffic traffic;

	CountedPort(PortTraffic traffic) {
		this.traffic = traffic;
	}

	@Override
	public final void drain(boolean draining) {
		this.traffic.drain(draining);
	}

	@Override
	public final int requests() {
		return this.traffic.running();
	}

	@Override
	public final long finishedRequests() {
		return this.traffic.finished();
	}

}
