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

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.spi.SourceRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request for the document.
 *
 * @param response the response
 * @param known the content that was read before, {@code null} if there is none
 */
record ContentResponse(HttpResponse<byte[]> response, @Nullable CachedContent known) {

	private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]+)");

	/**
	 * Return the content.
	 * @throws NoSuchFileException when there is none
	 * @throws SourceRejectedException when it must not be used
	 * @throws IOException when the server did not send it
	 */
	CachedContent content() throws IOException {
		switch (this.response.statusCode()) {
			case 200 -> {
				return accepted();
			}
			case 304 -> {
				if (this.known == null) {
					throw new IOException("responded with 304 to an unconditional request");
				}
				return this.known;
			}
			case 404, 410 -> throw new NoSuchFileException(this.response.uri().toString());
			case 401 -> throw new IOException(
					"responded with 401: it requires credentials, or others than those that were sent");
			case 403 -> throw new IOException("responded with 403: the credentials that were sent do not permit this");
			case 301, 302, 303, 307, 308 -> throw new IOException("responded with " + this.response.statusCode()
					+ " and redirects to " + header("Location") + "; configure that URL if it is the right one");
			default -> throw new IOException("responded with " + this.response.statusCode());
		}
	}

	private CachedContent accepted() throws IOException {
		if (header("Content-Length").isEmpty() && header("Transfer-Encoding").isEmpty()) {
			throw new IOException("responded without a length and not in chunks, so the response may be incomplete");
		}
		String encoding = header("Content-Encoding");
		if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
			throw new SourceRejectedException("must not be encoded, found Content-Encoding " + encoding);
		}
		String type = header("Content-Type").toLowerCase(Locale.ROOT);
		if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
			throw new SourceRejectedException("must be TOML, found an HTML page, perhaps of a login form or a proxy");
		}
		Matcher charset = CHARSET.matcher(type);
		if (charset.find() && !charset.group(1).matches("utf-?8|us-ascii")) {
			throw new SourceRejectedException("must be in UTF-8, found " + charset.group(1));
		}
		byte[] body = this.response.body();
		if (body.length == 0) {
			throw new SourceRejectedException("must not be empty");
		}
		return CachedContent.of(body, headers());
	}

	private String header(String name) {
		return headers().firstValue(name).orElse("");
	}

	private HttpHeaders headers() {
		return this.response.headers();
	}

}
