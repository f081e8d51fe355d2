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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A stream of the changes of a key from one member. It ends with a message that says so,
 * or when it is closed; messages may still arrive shortly after that.
 */
final class KeyStream {

	private static final long LINE_FRAME = 64 * 1024;

	private final EtcdKey key;

	private final URI endpoint;

	private final BiConsumer<KeyStream, StreamMessage> listener;

	private @Nullable CompletableFuture<?> response;

	private boolean closed;

	KeyStream(EtcdKey key, URI endpoint, BiConsumer<KeyStream, StreamMessage> listener) {
		this.key = key;
		this.endpoint = endpoint;
		this.listener = listener;
	}

	URI endpoint() {
		return this.endpoint;
	}

	/**
	 * Open the stream.
	 * @param revision the first revision to report
	 */
	void open(long revision) throws IOException {
		EtcdClient client = this.key.client();
		CompletableFuture<?> opened = client.stream(this.endpoint, "/v3/watch",
				Map.of("create_request", Map.of("key", this.key.encoded(), "start_revision", String.valueOf(revision))),
				new StreamLines(client.settings().maxSize() * 2 + LINE_FRAME,
						(line) -> deliver(StreamMessage.of(this.endpoint.getAuthority(), line))));
		keep(opened);
		CompletableFuture<?> unused = opened.whenComplete((ended, failure) -> deliver(StreamMessage.ended(failure)));
	}

	synchronized void close() {
		this.closed = true;
		if (this.response != null) {
			this.response.cancel(true);
		}
	}

	private synchronized void keep(CompletableFuture<?> opened) {
		this.response = opened;
		if (this.closed) {
			opened.cancel(true);
		}
	}

	private void deliver(StreamMessage message) {
		this.listener.accept(this, message);
	}

}
