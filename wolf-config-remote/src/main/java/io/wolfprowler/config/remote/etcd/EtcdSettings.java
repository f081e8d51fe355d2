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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.wolfprowler.config.remote.RemoteAddress;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to etcd.
 *
 * @param endpoints the URLs of the members of one cluster, HTTPS unless HTTP is allowed
 * or they are on this machine
 * @param allowHttp whether plain HTTP to other machines is allowed
 * @param key the key that holds the document
 * @param user the name of the user, {@code null} for no authentication
 * @param password supplies the password each time it is needed
 * @param sslContext the trusted certificates and the client certificate, {@code null} for
 * the defaults of the JDK
 * @param pollInterval time between two polls, varied by up to 20 %
 * @param connectTimeout maximum time to connect to a member
 * @param timeout maximum time of a call, including attempts at other members
 * @param maxSize maximum size of the document in bytes
 */
public record EtcdSettings(List<URI> endpoints, boolean allowHttp, String key, @Nullable String user,
		Supplier<String> password, @Nullable SSLContext sslContext, Duration pollInterval, Duration connectTimeout,
		Duration timeout, long maxSize) {

	/**
	 * Check the components.
	 */
	public EtcdSettings {
		endpoints = List.copyOf(endpoints);
		check(!endpoints.isEmpty(), "endpoints must not be empty");
		for (URI endpoint : endpoints) {
			RemoteAddress.check("endpoints", endpoint, allowHttp);
		}
		check(!key.isEmpty(), "key must not be empty");
		Objects.requireNonNull(password, "password");
		check(isPositive(pollInterval), "pollInterval must be more than zero, found " + pollInterval);
		check(isPositive(connectTimeout), "connectTimeout must be more than zero, found " + connectTimeout);
		check(isPositive(timeout), "timeout must be more than zero, found " + timeout);
		check(maxSize >= 1, "maxSize must be at least 1, found " + maxSize);
	}

	/**
	 * Return the default settings: the key {@code /wolf/config}, without authentication.
	 * @param endpoints the URLs of the members of one cluster
	 * @return the settings
	 */
	public static EtcdSettings of(URI... endpoints) {
		return new EtcdSettings(List.of(endpoints), false, "/wolf/config", null, () -> "", null, Duration.ofSeconds(30),
				Duration.ofSeconds(2), Duration.ofSeconds(10), 4L * 1024 * 1024);
	}

	EtcdSettings withMaxSize(long bytes) {
		return new EtcdSettings(this.endpoints, this.allowHttp, this.key, this.user, this.password, this.sslContext,
				this.pollInterval, this.connectTimeout, this.timeout, bytes);
	}

	/**
	 * Return a description without credentials.
	 */
	@Override
	public String toString() {
		return "EtcdSettings[" + this.endpoints + ", " + this.key + "]";
	}

	private static boolean isPositive(Duration duration) {
		return !duration.isZero() && !duration.isNegative();
	}

	private static void check(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

}
