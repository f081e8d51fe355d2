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

import io.wolfprowler.config.ConfigParticipant;

/**
 * The prepared move of a server to another port, which is already open.
 *
 * @param next the other port
 * @param reclaimed whether the other port was being retired
 * @param move moves the server
 * @param retirements the ports that are being retired
 */
record PortMove(OpenPort next, boolean reclaimed, Runnable move,
		PortRetirements retirements) implements ConfigParticipant.Prepared {

	@Override
	public void commit() {
		this.next.drain(false);
		this.move.run();
	}

	@Override
	public void rollback() {
		if (this.reclaimed) {
			this.retirements.retire(this.next);
		}
		else {
			this.next.close();
		}
	}

}
