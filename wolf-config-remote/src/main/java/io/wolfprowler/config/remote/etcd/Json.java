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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * Reads and writes the JSON of the etcd gateway.
 */
final class Json {

	// Shared, because a parser caches what it learns about types.
	private static final JsonParser parser = JsonParserFactory.getJsonParser();

	private Json() {
	}

	static Map<String, Object> parse(String text) throws IOException {
		try {
			return parser.parseMap(text);
		}
		catch (JsonParseException ex) {
			throw new IOException("the response is not JSON", ex);
		}
	}

	static byte[] write(Map<String, ?> object) {
		return JsonWriter.standard().writeToString(object).getBytes(StandardCharsets.UTF_8);
	}

	static String base64(String text) {
		return base64(text.getBytes(StandardCharsets.UTF_8));
	}

	static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@SuppressWarnings("unchecked") // JSON objects are maps.
	static Map<String, Object> object(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

	@SuppressWarnings("unchecked") // JSON arrays are lists.
	static List<Object> array(@Nullable Object value) {
		return (value instanceof List<?> list) ? (List<Object>) list : List.of();
	}

}
