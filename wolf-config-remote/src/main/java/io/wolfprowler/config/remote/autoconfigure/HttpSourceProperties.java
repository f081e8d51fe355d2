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
package io.wolfprowler.config.remote.autoconfigure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a default configuration that is read from a URL.
 *
 * @param url URL of the TOML document.
 * @param allowHttp Whether plain HTTP to other machines is allowed.
 * @param bearerToken Bearer token to send with each request.
 * @param username User name to send with each request (HTTP Basic).
 * @param password Password to send with each request (HTTP Basic).
 * @param headers Headers to send with each request, by name.
 * @param sslBundle Name of the SSL bundle with the trusted certificates and the client
 * certificate.
 * @param pollInterval Time between two requests, varied by up to 20 %. The server may ask
 * for a longer one, up to ten times as long.
 * @param connectTimeout Maximum time to connect.
 * @param timeout Maximum time of a request.
 * @param longPoll How long the server is asked to wait for a change before it responds
 * (long polling); zero to disable.
 * @param redirects Whether to follow redirects to the same host and port. Other redirects
 * are never followed.
 * @param writable Whether the document can be saved, with a conditional PUT.
 */
@ConfigurationProperties("wolf.config.http")
public record HttpSourceProperties(@Nullable URI url, @DefaultValue("false") boolean allowHttp,
		@Nullable String bearerToken, @Nullable String username, @Nullable String password,
		@DefaultValue Map<String, String> headers, @Nullable String sslBundle,
		@DefaultValue("30s") Duration pollInterval, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("10s") Duration timeout, @DefaultValue("0s") Duration longPoll,
		@DefaultValue("false") boolean redirects, @DefaultValue("false") boolean writable) {

	/** Return the headers of each request, credentials included. */
	Map<String, String> credentials() {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		if (this.bearerToken != null) {
			all.put("Authorization", "Bearer " + this.bearerToken);
		}
		else if (this.username != null) {
			String pair = this.username + ":" + ((this.password != null) ? this.password : "");
			all.put("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
		}
		return all;
	}

	/**
	 * Return a description without credentials.
	 */
	@Override
	public String toString() {
		return "HttpSourceProperties[" + this.url + "]";
	}

}
