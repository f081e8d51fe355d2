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
package io.wolfprowler.config.remote.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.wolfprowler.config.remote.RemoteAddress;
import org.jspecify.annotations.Nullable;

/**
 * How to read a document from a URL.
 *
 * @param url the URL, HTTPS unless HTTP is allowed or it is on this machine
 * @param allowHttp whether plain HTTP to other machines is allowed
 * @param headers supplies the headers of each request, credentials included
 * @param sslContext the trusted certificates and the client certificate, {@code null} for
 * the defaults of the JDK
 * @param pollInterval time between two requests, varied by up to 20 %
 * @param connectTimeout maximum time to connect
 * @param timeout maximum time of a request
 * @param longPoll how long the server is asked to wait for a change before it responds,
 * zero to disable
 * @param maxSize maximum size of the document in bytes
 * @param redirects whether up to three redirects to the same host and port are followed;
 * others never are
 * @param writable whether the document can be saved with {@code PUT}
 */
public record HttpSettings(URI url, boolean allowHttp, Supplier<Map<String, String>> headers,
		@Nullable SSLContext sslContext, Duration pollInterval, Duration connectTimeout, Duration timeout,
		Duration longPoll, long maxSize, boolean redirects, boolean writable) {

	/**
	 * Check the components.
	 */
	public HttpSettings {
		RemoteAddress.check("url", url, allowHttp);
		Objects.requireNonNull(headers, "headers");
		positive("pollInterval", pollInterval);
		positive("connectTimeout", connectTimeout);
		positive("timeout", timeout);
		if (longPoll.isNegative()) {
			throw new IllegalArgumentException("longPoll must not be negative, found " + longPoll);
		}
		if (maxSize < 1) {
			throw new IllegalArgumentException("maxSize must be at least 1, found " + maxSize);
		}
	}

	/**
	 * Return the default settings: read-only, polled every 30 seconds, without
	 * credentials.
	 * @param url the URL
	 * @return the settings
	 */
	public static HttpSettings of(URI url) {
		return new HttpSettings(url, false, Map::of, null, Duration.ofSeconds(30), Duration.ofSeconds(2),
				Duration.ofSeconds(10), Duration.ZERO, 4L * 1024 * 1024, false, false);
	}

	/**
	 * Return a description without the headers, which may contain credentials.
	 */
	@Override
	public String toString() {
		return "HttpSettings[" + this.url + "]";
	}

	private static void positive(String name, Duration duration) {
		if (duration.isZero() || duration.isNegative()) {
			throw new IllegalArgumentException(name + " must be more than zero, found " + duration);
		}
	}

}
