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

import java.util.List;
import java.util.function.Function;

import io.wolfprowler.config.Problem;
import org.tomlj.TomlTable;

/**
 * The outcome of parsing a text.
 */
public sealed interface ParseOutcome {

	/**
	 * Return the parser's table of the text.
	 * @param failure makes an exception from all problems, at least one
	 * @param <X> the type of the exception
	 * @return the table
	 * @throws X if the text is not TOML
	 */
	<X extends Exception> TomlTable orElseThrow(Function<List<Problem>, X> failure) throws X;

	/**
	 * The text is TOML.
	 *
	 * @param table the parser's table
	 */
	record Parsed(TomlTable table) implements ParseOutcome {

		@Override
		public <X extends Exception> TomlTable orElseThrow(Function<List<Problem>, X> failure) {
			return this.table;
		}

	}

	/**
	 * The text is not TOML, or exceeds a limit.
	 *
	 * @param problems what is wrong, at least one
	 */
	record Malformed(List<Problem> problems) implements ParseOutcome {

		public Malformed {
			problems = List.copyOf(problems);
		}

		@Override
		public <X extends Exception> TomlTable orElseThrow(Function<List<Problem>, X> failure) throws X {
			throw failure.apply(this.problems);
		}

	}

}
