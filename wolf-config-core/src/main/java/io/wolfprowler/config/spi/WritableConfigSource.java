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

package io.wolfprowler.config.spi;

import java.io.IOException;

/**
 * A source that a configuration can be saved to.
 */
public interface WritableConfigSource extends ConfigSource {

	/**
	 * Replace the whole document atomically: a reader sees the old or the new document.
	 * When this method returns, the new document is durable.
	 * @param content the bytes of the new document
	 * @param expectedRevision the revision that the new document is based on, or
	 * {@link SourceContent#ABSENT}
	 * @return the bytes as written, with their new revision
	 * @throws StaleRevisionException if the source has another revision
	 * @throws IOException if the document can't be replaced. The old document is then
	 * unchanged
	 */
	SourceContent write(byte[] content, String expectedRevision) throws IOException;

}
