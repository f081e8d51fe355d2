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

package io.wolfprowler.node.seal;

import java.nio.ByteBuffer;

/**
 * A reusable buffer for sealed bytes. Contains nothing secret. Not thread-safe.
 */
public final class SealBuffer {

	private ByteBuffer kept = ByteBuffer.allocate(0);

	/**
	 * Return an empty buffer, valid until the next call.
	 * @param bytes its minimum capacity
	 * @param keep whether to reuse the buffer of the last call, and to keep this one for
	 * the next
	 */
	ByteBuffer ofAtLeast(int bytes, boolean keep) {
		ByteBuffer buffer = (keep && bytes <= this.kept.capacity()) ? this.kept.clear() : ByteBuffer.allocate(bytes);
		this.kept = keep ? buffer : ByteBuffer.allocate(0);
		return buffer;
	}

}
