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

/**
 * How often a source announced a change since it is watched.
 *
 * @param signals how often a reload was signalled, by an event or because a poll found a
 * difference
 * @param overflows how often events were lost; each time counts as a signal too
 */
public record WatchStats(long signals, long overflows) {

	/** Nothing is counted. */
	public static final WatchStats NONE = new WatchStats(0, 0);

}
