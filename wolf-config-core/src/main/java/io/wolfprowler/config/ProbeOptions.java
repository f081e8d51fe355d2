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
 * How long, and how often, the {@link ConfigProbe probes} are called after a change.
 *
 * @see ConfigManagerBuilder#probes
 */
public interface ProbeOptions {

	/**
	 * Set how long a new version is on probation.
	 * @param window more than zero; 30 s by default
	 * @return these options
	 */
	ProbeOptions window(Duration window);

	/**
	 * Set the time between two calls of a probe, and before the first.
	 * @param interval more than zero and not more than the window; 1 s by default
	 * @return these options
	 */
	ProbeOptions interval(Duration interval);

}
