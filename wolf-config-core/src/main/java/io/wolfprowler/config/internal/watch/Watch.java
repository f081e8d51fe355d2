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

package io.wolfprowler.config.internal.watch;

/**
 * A file being watched, until closed.
 */
public interface Watch extends AutoCloseable {

	/**
	 * Ends the watch. May be called from any thread and more than once. A look that is
	 * about to begin or under way is not waited for.
	 */
	@Override
	void close();

	/**
	 * How changes are noticed at present. This may differ from one call to the next.
	 * @return the mode
	 */
	WatchMode mode();

	/**
	 * How often a look was signalled so far.
	 * @return the number of signals, before they are debounced
	 */
	long signals();

	/**
	 * How often events were lost so far.
	 * @return the number of overflows
	 */
	long overflows();

}
