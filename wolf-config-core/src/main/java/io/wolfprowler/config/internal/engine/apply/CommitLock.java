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

package io.wolfprowler.config.internal.engine.apply;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one commit run at a time, in the order they arrive. Readers do not wait for it.
 */
final class CommitLock {

	private final ReentrantLock lock = new ReentrantLock(true);

	<R> R call(Supplier<R> code) {
		this.lock.lock();
		try {
			return code.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Wait for the commit that is running, unless it runs on the current thread. */
	void await(Duration patience) {
		try {
			if (this.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.lock.unlock();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
