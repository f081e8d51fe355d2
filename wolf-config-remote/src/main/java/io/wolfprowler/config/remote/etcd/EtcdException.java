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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when etcd responds with an error.
 */
final class EtcdException extends IOException {

	/** The gRPC status of a call that took too long. */
	static final int DEADLINE_EXCEEDED = 4;

	/** The gRPC status of a call that is not allowed. */
	static final int PERMISSION_DENIED = 7;

	/** The gRPC status of a revision that is compacted or in the future. */
	static final int OUT_OF_RANGE = 11;

	/** The gRPC status of a member that is not available. */
	static final int UNAVAILABLE = 14;

	/** The gRPC status of a call with a token that is no longer valid. */
	static final int UNAUTHENTICATED = 16;

	private static final long serialVersionUID = 1L;

	private final int code;

	private EtcdException(String message, int code) {
		super(message);
		this.code = code;
	}

	/**
	 * Create an exception for a response that is not a success.
	 * @param endpoint the member that responded
	 * @param status the HTTP status
	 * @param body the response; a text that is not JSON is its message
	 */
	static EtcdException of(String endpoint, int status, Map<String, Object> body) {
		if (status == 404 && !body.containsKey("code")) {
			return new EtcdException(endpoint + " has no JSON gateway; start etcd with enable-grpc-gateway: true",
					status);
		}
		int code = code(body, status);
		Object message = body.getOrDefault("message", body.get("error"));
		String text = (message != null) ? message.toString() : "responded with status " + status;
		return new EtcdException(endpoint + ": " + explained(text, code), code);
	}

	/** Return whether the call may succeed at another member. */
	boolean isTransient() {
		return this.code == UNAVAILABLE || this.code == DEADLINE_EXCEEDED || this.code >= 500;
	}

	boolean is(int code) {
		return this.code == code;
	}

	private static int code(Map<String, Object> body, int status) {
		Object code = body.getOrDefault("code", body.get("grpc_code"));
		if (String.valueOf(body.get("message")).contains("auth store is old")
				|| String.valueOf(body.get("error")).contains("auth store is old")) {
			return UNAUTHENTICATED;
		}
		if (code instanceof Number number) {
			return number.intValue();
		}
		return (status == 401) ? UNAUTHENTICATED : status;
	}

	private static String explained(String text, int code) {
		if (text.contains("CommonName of client")) {
			return "its gateway accepts no client certificate with a common name while authentication is enabled; use a"
					+ " certificate without one, and a user and password";
		}
		if (text.contains("user name is empty")) {
			return "it requires a user and a password";
		}
		if (text.contains("invalid user ID or password")) {
			return "the user or the password is wrong";
		}
		if (text.contains("authentication is not enabled")) {
			return "authentication is disabled, so no user must be configured";
		}
		return (code == PERMISSION_DENIED) ? "the user has no permission for the key" : text;
	}

	/** Return the error in a line of a stream, {@code null} if there is none. */
	@SuppressWarnings("unchecked") // JSON objects are maps.
	static @Nullable EtcdException in(String endpoint, Map<String, Object> line) {
		Object error = line.get("error");
		if (error instanceof Map<?, ?> map) {
			return of(endpoint, 200, (Map<String, Object>) map);
		}
		return (error != null) ? of(endpoint, 200, line) : null;
	}

}
