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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message of a watch.
 *
 * @param kind the kind of message
 * @param modRevision the revision of the last change that it reports, 0 if none
 * @param storeRevision the revision of the store, 0 if unknown
 * @param failure why the watch has ended, {@code null} if it has not, or without a
 * failure
 */
record StreamMessage(Kind kind, long modRevision, long storeRevision, @Nullable Throwable failure) {

	static StreamMessage of(String endpoint, String line) {
		try {
			Map<String, Object> message = Json.parse(line);
			EtcdException failure = EtcdException.in(endpoint, message);
			return (failure != null) ? ended(Kind.ENDED, failure) : of(Json.object(message.get("result")));
		}
		catch (IOException ex) {
			return ended(Kind.ENDED, ex);
		}
		catch (RuntimeException ex) {
			return ended(Kind.ENDED, new IOException("a line of the watch is malformed", ex));
		}
	}

	/** Return the message of a stream that has ended. */
	static StreamMessage ended(@Nullable Throwable failure) {
		return ended(Kind.ENDED, failure);
	}

	// A cancelled watch has been created before, and its connection stays open.
	private static StreamMessage of(Map<String, Object> result) {
		if (Boolean.parseBoolean(String.valueOf(result.get("canceled")))) {
			Object reason = result.getOrDefault("cancel_reason", "the watch was cancelled");
			return ended((result.get("compact_revision") != null) ? Kind.LOST : Kind.ENDED,
					new IOException(reason.toString()));
		}
		long store = KeyState.number(Json.object(result.get("header")).get("revision"));
		List<Object> events = Json.array(result.get("events"));
		if (!events.isEmpty()) {
			Map<String, Object> last = Json.object(events.get(events.size() - 1));
			return new StreamMessage(Kind.CHANGED, KeyState.number(Json.object(last.get("kv")).get("mod_revision")),
					store, null);
		}
		return new StreamMessage((result.get("created") != null) ? Kind.OPENED : Kind.PROGRESS, 0, store, null);
	}

	private static StreamMessage ended(Kind kind, @Nullable Throwable failure) {
		return new StreamMessage(kind, 0, 0, failure);
	}

	/**
	 * The kinds of messages.
	 */
	enum Kind {

		/** The watch has started. */
		OPENED,

		/** The key has changed. */
		CHANGED,

		/** The watch is alive; nothing has changed. */
		PROGRESS,

		/** The watch has ended. */
		ENDED,

		/** The watch has ended because the revisions to report are compacted. */
		LOST

	}

}
