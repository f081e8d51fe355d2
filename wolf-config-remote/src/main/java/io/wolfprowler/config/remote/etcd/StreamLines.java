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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.wolfprowler.config.remote.LimitedSubscriber;

/**
 * Splits a stream into lines. A line that exceeds the limit ends it.
 */
final class StreamLines extends LimitedSubscriber<Void> {

	private final Consumer<String> lines;

	StreamLines(long limit, Consumer<String> lines) {
		super(limit);
		this.lines = lines;
	}

	@Override
	protected void take(ByteBuffer buffer, ByteArrayOutputStream kept) {
		while (buffer.hasRemaining()) {
			byte next = buffer.get();
			if (next == '\n') {
				String line = kept.toString(StandardCharsets.UTF_8);
				kept.reset();
				this.lines.accept(line);
			}
			else {
				kept.write(next);
			}
		}
	}

	// A watch is not supposed to end.
	@Override
	protected void end(CompletableFuture<Void> body, ByteArrayOutputStream kept) {
		body.completeExceptionally(new IOException("the stream has ended"));
	}

}
