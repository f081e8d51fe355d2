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

package io.wolfprowler.config.benchmarks.peer;

import java.nio.file.Path;

import io.wolfprowler.config.benchmarks.text.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What a peer is opened on.
 *
 * @param file the file to load
 * @param sample what it holds
 * @param listener told of every change, {@code null} when the file is not to be watched
 */
public record Site(Path file, Sample sample, @Nullable Runnable listener) {

	/**
	 * Return whether the file is to be watched.
	 * @return whether there is a listener
	 */
	public boolean watched() {
		return this.listener != null;
	}

	/** Tell the listener, if there is one. */
	void changed() {
		if (this.listener != null) {
			this.listener.run();
		}
	}

}
