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
package io.wolfprowler.config.remote.etcd;

/**
 * What a watch has seen of a key last.
 *
 * @param modRevision the revision of the last change of the key
 * @param storeRevision the revision of the whole store
 */
record ObservedRevisions(long modRevision, long storeRevision) {

	static final ObservedRevisions NOTHING = new ObservedRevisions(-1, 0);

	static ObservedRevisions of(KeyState found) {
		return new ObservedRevisions(found.modRevision(), found.storeRevision());
	}

	/** Return what is seen when a change is told. */
	ObservedRevisions with(StreamMessage change) {
		return new ObservedRevisions(change.modRevision(), Math.max(this.storeRevision, change.storeRevision()));
	}

	/** Return whether a key is as it was seen. */
	boolean holds(KeyState found) {
		return found.modRevision() == this.modRevision;
	}

	/** Return whether a store is behind what was seen, as after a restore. */
	boolean isAheadOf(KeyState found) {
		return found.storeRevision() < this.storeRevision;
	}

}
