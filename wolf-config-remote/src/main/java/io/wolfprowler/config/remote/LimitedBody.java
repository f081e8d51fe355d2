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
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * Collects a whole body.
 */
final class LimitedBody extends LimitedSubscriber<byte[]> {

	LimitedBody(long limit) {
		super(limit);
	}

	@Override
	protected void take(ByteBuffer buffer, ByteArrayOutputStream kept) {
		byte[] chunk = new byte[buffer.remaining()];
		buffer.get(chunk);
		kept.writeBytes(chunk);
	}

	@Override
	protected void end(CompletableFuture<byte[]> body, ByteArrayOutputStream kept) {
		body.complete(kept.toByteArray());
	}

}
