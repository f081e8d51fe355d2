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
 * The newest revisions that a watch has observed.
 *
 * @param modRevision the revision of the last change of the key
 * @param storeRevision the revision of the whole store
 */
record ObservedRevisions(long modRevision, long storeRevision) {

	static final ObservedRevisions NOTHING = new ObservedRevisions(-1, 0);

	static ObservedRevisions of(KeyState found) {
		return new ObservedRevisions(found.modRevision(), found.storeRevision());
	}

	/** Return the revisions after a change. */
	ObservedRevisions with(StreamMessage change) {
		return new ObservedRevisions(change.modRevision(), Math.max(this.storeRevision, change.storeRevision()));
	}

	/** Return whether the key is unchanged. */
	boolean holds(KeyState found) {
		return found.modRevision() == this.modRevision;
	}

	/** Return whether the store is behind these revisions, as after a restore. */
	boolean isAheadOf(KeyState found) {
		return found.storeRevision() < this.storeRevision;
	}

}
