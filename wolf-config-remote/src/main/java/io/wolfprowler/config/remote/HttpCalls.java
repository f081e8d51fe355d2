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
package io.wolfprowler.config.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import io.wolfprowler.config.internal.time.IdleThreads;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP/1.1 calls with a time limit for the whole call, which the client of the JDK
 * has for the headers only, and a size limit. Redirects are returned, not followed: the
 * client of JDK 17 would send credentials to another host. Thread-safe.
 */
public final class HttpCalls implements AutoCloseable {

	private final ExecutorService threads;

	private volatile @Nullable HttpClient client;

	/**
	 * Create a client.
	 * @param sslContext the trusted certificates and the client certificate, {@code null}
	 * for the defaults of the JDK
	 * @param connectTimeout maximum time to connect
	 */
	public HttpCalls(@Nullable SSLContext sslContext, Duration connectTimeout) {
		Objects.requireNonNull(connectTimeout, "connectTimeout");
		this.threads = IdleThreads.named("wolf-config-http", getClass().getClassLoader());
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(connectTimeout)
			.executor(this.threads);
		this.client = ((sslContext != null) ? builder.sslContext(sslContext) : builder).build();
	}

	/**
	 * Make a call.
	 * @param request the request
	 * @param limit maximum size of the body in bytes
	 * @param timeout maximum time of the whole call
	 * @return the response, whatever its status
	 * @throws BodyTooLargeException when the body is larger
	 * @throws IOException when there is no complete response; its message names the cause
	 * and a remedy
	 */
	public HttpResponse<byte[]> call(HttpRequest request, long limit, Duration timeout) throws IOException {
		CompletableFuture<HttpResponse<byte[]>> call = open(request, (info) -> new LimitedBody(limit));
		try {
			return call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw RemoteFailure.noAnswer(request.uri(), timeout);
		}
		catch (ExecutionException ex) {
			throw RemoteFailure.of(request.uri(), ex.getCause());
		}
		catch (CancellationException ex) {
			throw new IOException("the client was closed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while waiting for " + request.uri().getAuthority());
		}
		finally {
			if (!call.isDone()) {
				call.cancel(true);
			}
		}
	}

	/**
	 * Start a call that runs until it is cancelled or the server ends it.
	 * @param request the request
	 * @param body handles the body
	 * @param <B> the type of the body
	 * @return the call
	 */
	public <B> CompletableFuture<HttpResponse<B>> open(HttpRequest request, BodyHandler<B> body) {
		HttpClient present = this.client;
		if (present == null) {
			return CompletableFuture.failedFuture(new IOException("the client is closed"));
		}
		return present.sendAsync(request, body);
	}

	/**
	 * End all calls and close all connections. Before JDK 21 a client can't be closed:
	 * calls in progress end with their timeout, and the thread of the client and its idle
	 * connections remain until the client is garbage collected.
	 */
	@Override
	public void close() {
		HttpClient present = this.client;
		this.client = null;
		if (present instanceof AutoCloseable) {
			shutdown(present);
		}
		this.threads.shutdownNow();
	}

	// From JDK 21 on. Its close() would wait for the calls in progress.
	private static void shutdown(HttpClient client) {
		try {
			HttpClient.class.getMethod("shutdownNow").invoke(client);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("A client that can be closed has shutdownNow()", ex);
		}
	}

}
