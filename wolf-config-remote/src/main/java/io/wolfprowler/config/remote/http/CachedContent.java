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

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;

import io.wolfprowler.config.spi.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * The content that was read last, with its validators.
 *
 * @param content the content
 * @param entityTag its entity tag, strong or weak, {@code null} if it has none
 * @param lastModified when it was modified, in the words of the server, {@code null} if
 * unknown
 */
record CachedContent(SourceContent content, @Nullable String entityTag, @Nullable String lastModified) {

	static CachedContent of(byte[] bytes, HttpHeaders headers) {
		String entityTag = headers.firstValue("ETag").filter((tag) -> !tag.isBlank()).orElse(null);
		SourceContent content = (entityTag != null) ? SourceContent.of(bytes, entityTag) : SourceContent.of(bytes);
		return new CachedContent(content, entityTag, headers.firstValue("Last-Modified").orElse(null));
	}

	/** Return whether the tag identifies the bytes and not only their meaning. */
	boolean hasStrongTag() {
		return this.entityTag != null && !this.entityTag.startsWith("W/");
	}

	/** Make a request conditional on other content. */
	HttpRequest.Builder addCondition(HttpRequest.Builder request) {
		if (this.entityTag != null) {
			request.setHeader("If-None-Match", this.entityTag);
		}
		else if (this.lastModified != null) {
			request.setHeader("If-Modified-Since", this.lastModified);
		}
		return request;
	}

}
