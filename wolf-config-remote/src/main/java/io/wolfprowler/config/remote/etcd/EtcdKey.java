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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wolfprowler.config.spi.SourceContent;

/**
 * Reads and writes one key.
 *
 * @param client the client
 * @param name the key
 */
record EtcdKey(EtcdClient client, String name) {

	/** Read it with the consistency of the whole cluster. */
	KeyState read() throws IOException {
		return KeyState.of(this.client.call("/v3/kv/range", Map.of("key", encoded())));
	}

	/** Read its value at a revision. */
	KeyState readAt(long revision) throws IOException {
		return KeyState
			.of(this.client.call("/v3/kv/range", Map.of("key", encoded(), "revision", String.valueOf(revision))));
	}

	/** Read its revisions without its value, from one member. */
	KeyState readRevisions(URI endpoint) throws IOException {
		return KeyState.of(this.client.call(endpoint, "/v3/kv/range", Map.of("key", encoded(), "keys_only", true),
				this.client.settings().timeout()));
	}

	/**
	 * Replace its value if it was last changed at a given revision.
	 * @param value the new value
	 * @param expected the revision, {@link SourceContent#ABSENT} for a key that does not
	 * exist
	 * @return the revision of the change, 0 if another change came first
	 */
	long replace(byte[] value, String expected) throws IOException {
		Map<String, Object> condition = new TreeMap<>(Map.of("key", encoded(), "result", "EQUAL"));
		if (expected.equals(SourceContent.ABSENT)) {
			condition.putAll(Map.of("target", "CREATE", "create_revision", "0"));
		}
		else {
			condition.putAll(Map.of("target", "MOD", "mod_revision", expected));
		}
		Map<String, Object> answer = this.client.callOnce("/v3/kv/txn", Map.of("compare", List.of(condition), "success",
				List.of(Map.of("request_put", Map.of("key", encoded(), "value", Json.base64(value))))));
		boolean succeeded = Boolean.parseBoolean(String.valueOf(answer.get("succeeded")));
		return succeeded ? KeyState.number(Json.object(answer.get("header")).get("revision")) : 0;
	}

	String encoded() {
		return Json.base64(this.name);
	}

}
