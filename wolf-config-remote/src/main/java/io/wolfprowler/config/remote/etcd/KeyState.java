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
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The state of a key.
 *
 * @param storeRevision the revision of the whole store when the key was read
 * @param modRevision the revision of the last change of the key, 0 if it does not exist
 * @param encoded its value in Base64, empty if it does not exist or was not requested
 */
record KeyState(long storeRevision, long modRevision, String encoded) {

	/**
	 * Parse a response.
	 * @throws IOException when it is malformed
	 */
	static KeyState of(Map<String, Object> answer) throws IOException {
		try {
			KeyState state = parse(answer);
			state.value();
			return state;
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("the response is malformed", ex);
		}
	}

	private static KeyState parse(Map<String, Object> answer) {
		long store = number(Json.object(answer.get("header")).get("revision"));
		List<Object> found = Json.array(answer.get("kvs"));
		if (found.isEmpty()) {
			return new KeyState(store, 0, "");
		}
		Map<String, Object> pair = Json.object(found.get(0));
		return new KeyState(store, number(pair.get("mod_revision")), String.valueOf(pair.getOrDefault("value", "")));
	}

	byte[] value() {
		return Base64.getDecoder().decode(this.encoded);
	}

	boolean isPresent() {
		return this.modRevision != 0;
	}

	/**
	 * Parse a number of the gateway, which writes large ones as strings and omits zero.
	 */
	static long number(@Nullable Object value) {
		return (value != null) ? Long.parseLong(value.toString()) : 0;
	}

}
