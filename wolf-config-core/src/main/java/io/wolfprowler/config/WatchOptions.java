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

package io.wolfprowler.config;

import java.time.Duration;

/**
 * When a manager with hot reload reads its source again.
 *
 * @see ConfigManagerBuilder#watch
 */
public interface WatchOptions {

	/**
	 * Set the quiet period: the source is read once no sign of a change has been seen for
	 * this long.
	 * @param debounce not negative, zero for none; 500 ms by default
	 * @return these options
	 */
	WatchOptions debounce(Duration debounce);

	/**
	 * Set the longest time from the first sign of a change to the read, however busy the
	 * source is. A document that looks half-written must be stable for this long.
	 * @param maxWait at least the debounce; 5 s by default
	 * @return these options
	 */
	WatchOptions maxWait(Duration maxWait);

	/**
	 * Set how often the source is checked even when nothing announced a change.
	 * @param pollInterval more than zero; 5 s by default
	 * @return these options
	 */
	WatchOptions pollInterval(Duration pollInterval);

	/**
	 * Set whether a file renamed over the configuration is read at once, so that the
	 * debounce only bounds the rate.
	 * @param eager {@code false} by default
	 * @return these options
	 */
	WatchOptions eager(boolean eager);

}
