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
package io.wolfprowler.config.etcd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

import io.wolfprowler.config.remote.BodyTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one by one. A line beyond the limit ends it.
 */
final class StreamLines implements BodySubscriber<Void> {

	private final long limit;

	private final Consumer<String> lines;

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private Flow.@Nullable Subscription subscription;

	StreamLines(long limit, Consumer<String> lines) {
		this.limit = limit;
		this.lines = lines;
	}

	@Override
	public CompletionStage<Void> getBody() {
		return this.end;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(1);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		Flow.Subscription source = this.subscription;
		if (source == null) {
			return;
		}
		for (ByteBuffer buffer : buffers) {
			while (buffer.hasRemaining()) {
				add(buffer.get());
			}
		}
		if (this.line.size() > this.limit) {
			source.cancel();
			onError(new BodyTooLargeException(this.limit));
		}
		else {
			source.request(1);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.end.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.end.completeExceptionally(new IOException("the stream has ended"));
	}

	private void add(byte next) {
		if (next == '\n') {
			String text = this.line.toString(StandardCharsets.UTF_8);
			this.line.reset();
			this.lines.accept(text);
		}
		else {
			this.line.write(next);
		}
	}

}
