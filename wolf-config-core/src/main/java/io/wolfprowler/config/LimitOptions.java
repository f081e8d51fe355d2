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

package io.wolfprowler.config;

/**
 * How large a document may be. A document beyond a limit is rejected before it is parsed
 * in full.
 *
 * @see ConfigManagerBuilder#limits
 */
public interface LimitOptions {

	/**
	 * Set the maximum size of a document.
	 * @param bytes the size in bytes, at least 1; 4 MiB by default
	 * @return these options
	 */
	LimitOptions maxSize(long bytes);

	/**
	 * Set how deep tables and arrays may be nested.
	 * @param levels 1 to 128; 64 by default
	 * @return these options
	 */
	LimitOptions maxDepth(int levels);

	/**
	 * Set how many keys, headers of tables included, a document may have. This bounds the
	 * memory that reading it takes.
	 * @param keys at least 1; 200,000 by default
	 * @return these options
	 */
	LimitOptions maxKeys(int keys);

}
