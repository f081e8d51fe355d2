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
package io.wolfprowler.config.remote;

import java.net.http.HttpClient;
import java.util.function.Supplier;

/**
 * Finds the thread that a client of the JDK makes for itself. Before JDK 21 a client
 * can't be closed: its thread and its idle connections stay until the garbage collector
 * finds it, which may be never. An interrupt ends both at once.
 */
final class SelectorMark {

	// Inherited by the thread, and by no other. That of the caller would be kept alive.
	private final ClassLoader mark = new ClassLoader(ClassLoader.getSystemClassLoader()) {
	};

	HttpClient create(Supplier<HttpClient> clients) {
		Thread current = Thread.currentThread();
		ClassLoader classLoader = current.getContextClassLoader();
		current.setContextClassLoader(this.mark);
		try {
			return clients.get();
		}
		finally {
			current.setContextClassLoader(classLoader);
		}
	}

	void interrupt() {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getContextClassLoader() == this.mark) {
				thread.interrupt();
			}
		}
	}

}
