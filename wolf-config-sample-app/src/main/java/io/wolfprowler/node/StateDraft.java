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

package io.wolfprowler.node;

import java.io.IOException;

import io.wolfprowler.node.seal.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A sealed state that has not replaced the state file yet.
 *
 * @param key the draft of its key file, {@code null} if the file exists
 * @param state the draft of the state file
 */
record StateDraft(@Nullable Draft key, Draft state) {

	/** Replace the state file. If that fails, the drafts are deleted. */
	void commit() throws IOException {
		try {
			if (this.key != null) {
				this.key.create();
			}
			this.state.replace();
		}
		finally {
			discard();
		}
	}

	void discard() {
		if (this.key != null) {
			this.key.discard();
		}
		this.state.discard();
	}

}
