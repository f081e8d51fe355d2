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

package io.wolfprowler.config.internal.toml.guard;

/**
 * The location of the end of a text.
 *
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
record TextEnd(int line, int column) {

	static TextEnd of(String text) {
		int line = 1 + (int) text.chars().filter((c) -> c == '\n').count();
		int start = text.lastIndexOf('\n') + 1;
		return new TextEnd(line, 1 + text.codePointCount(start, text.length()));
	}

}
