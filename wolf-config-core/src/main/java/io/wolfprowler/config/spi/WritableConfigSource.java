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
	 * Replace the whole content in one step: a reader sees the old or the new content,
	 * and when the call returns the new one is durable.
	 * @param content the new content
	 * @param expectedRevision the revision the new content was made from, or
	 * {@link SourceContent#ABSENT}
	 * @return the content as written, with its new revision
	 * @throws StaleRevisionException when the source holds another revision
	 * @throws IOException when the content can't be replaced; the old one is then intact
	 */
	SourceContent write(byte[] content, String expectedRevision) throws IOException;

}
