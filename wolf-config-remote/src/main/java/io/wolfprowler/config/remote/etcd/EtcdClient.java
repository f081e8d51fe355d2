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
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.remote.BodyTooLargeException;
import io.wolfprowler.config.remote.HttpCalls;
import org.jspecify.annotations.Nullable;

/**
 * Calls the members of a cluster in turn until one responds. Thread-safe.
 */
final class EtcdClient implements AutoCloseable {

	// The JSON around a value, and a response without one.
	private static final long FRAME = 64 * 1024;

	private final EtcdSettings settings;

	private final HttpCalls calls;

	private volatile int preferred;

	private volatile @Nullable String token;

	EtcdClient(EtcdSettings settings) {
		this.settings = settings;
		this.calls = new HttpCalls(settings.sslContext(), settings.connectTimeout());
	}

	EtcdSettings settings() {
		return this.settings;
	}

	/** Return a member. Numbers beyond the last member start over. */
	URI endpoint(int number) {
		return this.settings.endpoints().get(Math.floorMod(number, this.settings.endpoints().size()));
	}

	/**
	 * Make an idempotent call.
	 * @throws IOException when a member rejects it, or when no member responds; then its
	 * message has the failure of each
	 */
	Map<String, Object> call(String path, Map<String, ?> body) throws IOException {
		List<String> failures = new ArrayList<>();
		int first = this.preferred;
		for (int i = 0; i < this.settings.endpoints().size(); i++) {
			try {
				Map<String, Object> answer = call(endpoint(first + i), path, body, share());
				this.preferred = first + i;
				return answer;
			}
			catch (EtcdException ex) {
				if (!ex.isTransient()) {
					throw ex;
				}
				failures.add(ex.getMessage());
			}
			catch (BodyTooLargeException ex) {
				throw ex;
			}
			catch (IOException ex) {
				failures.add(ex.getMessage());
			}
		}
		throw new IOException(String.join("; ", failures));
	}

	/**
	 * Make a call that is not idempotent: another member is tried only if the previous
	 * one could not be reached.
	 * @throws IOException when it failed or its outcome is unknown
	 */
	Map<String, Object> callOnce(String path, Map<String, ?> body) throws IOException {
		IOException failure = new IOException("the cluster has no members");
		int first = this.preferred;
		for (int i = 0; i < this.settings.endpoints().size(); i++) {
			try {
				return call(endpoint(first + i), path, body, this.settings.timeout());
			}
			catch (IOException ex) {
				failure = ex;
				if (!wasNotSent(ex)) {
					throw ex;
				}
			}
		}
		throw failure;
	}

	/** Make a call to one member. */
	Map<String, Object> call(URI endpoint, String path, Map<String, ?> body, Duration timeout) throws IOException {
		long end = System.nanoTime() + timeout.toNanos();
		try {
			return tryCall(endpoint, path, body, end);
		}
		catch (EtcdException ex) {
			if (this.settings.user() == null || !ex.is(EtcdException.UNAUTHENTICATED)) {
				throw ex;
			}
			this.token = null;
			return tryCall(endpoint, path, body, end);
		}
	}

	/** Start a call whose response does not end. */
	CompletableFuture<HttpResponse<Void>> stream(URI endpoint, String path, Map<String, ?> body,
			BodySubscriber<Void> lines) throws IOException {
		HttpRequest.Builder request = request(endpoint, path, body).setHeader("Grpc-Metadata-hasleader", "true");
		String present = token(endpoint, System.nanoTime() + this.settings.timeout().toNanos());
		if (present != null) {
			request.setHeader("Authorization", present);
		}
		return this.calls.open(request.build(), (info) -> lines);
	}

	/** Forget the token, which is no longer valid. */
	void forgetToken() {
		this.token = null;
	}

	@Override
	public void close() {
		this.calls.close();
	}

	private static boolean wasNotSent(IOException failure) {
		return failure.getCause() instanceof ConnectException
				|| failure.getCause() instanceof HttpConnectTimeoutException;
	}

	// A member that does not respond must leave time for the next.
	private Duration share() {
		Duration share = this.settings.timeout().dividedBy(this.settings.endpoints().size());
		Duration least = Duration.ofSeconds(1);
		return (share.compareTo(least) > 0) ? share : least;
	}

	private Map<String, Object> tryCall(URI endpoint, String path, Map<String, ?> body, long end) throws IOException {
		HttpRequest.Builder request = request(endpoint, path, body);
		String present = token(endpoint, end);
		if (present != null) {
			request.setHeader("Authorization", present);
		}
		return send(endpoint, request.build(), end);
	}

	private @Nullable String token(URI endpoint, long end) throws IOException {
		String user = this.settings.user();
		String present = this.token;
		if (user == null || present != null) {
			return present;
		}
		Map<String, Object> answer = send(endpoint, request(endpoint, "/v3/auth/authenticate",
				Map.of("name", user, "password", this.settings.password().get()))
			.build(), end);
		Object fresh = answer.get("token");
		if (fresh == null) {
			throw new IOException(endpoint.getAuthority() + " responded to a login without a token");
		}
		this.token = fresh.toString();
		return this.token;
	}

	private Map<String, Object> send(URI endpoint, HttpRequest request, long end) throws IOException {
		Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
		HttpResponse<byte[]> response = this.calls.call(request, limit(), left);
		String text = new String(response.body(), StandardCharsets.UTF_8);
		if (response.statusCode() == 200) {
			return Json.parse(text);
		}
		throw EtcdException.of(endpoint.getAuthority(), response.statusCode(), lenient(text));
	}

	private long limit() {
		return this.settings.maxSize() * 4 / 3 + FRAME;
	}

	private static Map<String, Object> lenient(String text) {
		try {
			return Json.parse(text);
		}
		catch (IOException ex) {
			return Map.of("message", text.strip());
		}
	}

	private static HttpRequest.Builder request(URI endpoint, String path, Map<String, ?> body) {
		return HttpRequest.newBuilder(endpoint.resolve(path))
			.setHeader("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(Json.write(body)));
	}

}
