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
 * A line of a watch.
 *
 * @param kind what it says
 * @param modRevision the revision of the last change that it tells, 0 if it tells none
 * @param storeRevision the revision of the store, 0 if it does not say
 * @param failure why the watch is over, {@code null} if it is not, or has just ended
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
			return ended(Kind.ENDED, new IOException("a line of the watch can't be read", ex));
		}
	}

	/** Return what a stream says that can say nothing any more. */
	static StreamMessage ended(@Nullable Throwable failure) {
		return ended(Kind.ENDED, failure);
	}

	// A watch that is cancelled has been created first, and its connection stays open.
	private static StreamMessage of(Map<String, Object> result) {
		if (Boolean.parseBoolean(String.valueOf(result.get("canceled")))) {
			Object reason = result.getOrDefault("cancel_reason", "the watch was ended");
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
	 * What a line says.
	 */
	enum Kind {

		/** The watch has begun. */
		OPENED,

		/** The key has changed. */
		CHANGED,

		/** Nothing has changed. */
		PROGRESS,

		/** The watch is over. */
		ENDED,

		/** The watch is over because what it was to tell is compacted. */
		LOST

	}

}
