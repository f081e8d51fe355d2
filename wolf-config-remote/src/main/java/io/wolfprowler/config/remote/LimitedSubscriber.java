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

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Processes a body as it arrives and limits how much of it is buffered. When the limit is
 * exceeded, the connection is closed.
 *
 * @param <B> the type of the body
 */
public abstract class LimitedSubscriber<B> implements HttpResponse.BodySubscriber<B> {

	private final long limit;

	private final CompletableFuture<B> body = new CompletableFuture<>();

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private Flow.@Nullable Subscription subscription;

	/**
	 * Create a subscriber.
	 * @param limit maximum number of buffered bytes
	 */
	protected LimitedSubscriber(long limit) {
		this.limit = limit;
	}

	@Override
	public final CompletionStage<B> getBody() {
		return this.body;
	}

	@Override
	public final void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(1);
	}

	@Override
	public final void onNext(List<ByteBuffer> buffers) {
		Flow.Subscription source = this.subscription;
		if (source == null) {
			return;
		}
		buffers.forEach((buffer) -> take(buffer, this.kept));
		if (this.kept.size() > this.limit) {
			source.cancel();
			onError(new BodyTooLargeException(this.limit));
		}
		else {
			source.request(1);
		}
	}

	@Override
	public final void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public final void onComplete() {
		end(this.body, this.kept);
	}

	/**
	 * Process bytes that have arrived.
	 * @param buffer the bytes, which must be consumed completely
	 * @param kept the bytes that are buffered so far, to be extended or reset
	 */
	protected abstract void take(ByteBuffer buffer, ByteArrayOutputStream kept);

	/**
	 * Complete the body at the end of the response.
	 * @param body the body
	 * @param kept the buffered bytes
	 */
	protected abstract void end(CompletableFuture<B> body, ByteArrayOutputStream kept);

}
