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

import java.util.Objects;

/**
 * Where an active value comes from.
 *
 * @param kind the kind of origin
 * @param source the description of the source, for every kind
 * @param line the line in the document, from 1; 0 if the value has no location
 * @param column the column in code points, from 1; 0 if the value has no location
 */
public record ConfigOrigin(Kind kind, String source, int line, int column) {

	/**
	 * Check the components.
	 */
	public ConfigOrigin {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(source, "source");
	}

	/**
	 * Return the origin in the form that compilers print.
	 * @return {@code config.toml:3:12}, {@code default} or {@code update}
	 */
	@Override
	public String toString() {
		return switch (this.kind) {
			case SOURCE -> (this.line > 0) ? this.source + ":" + this.line + ":" + this.column : this.source;
			case DEFAULT -> "default";
			case UPDATE -> "update";
		};
	}

	/**
	 * The kinds of origins.
	 */
	public enum Kind {

		/** The document at the source sets the value. */
		SOURCE,

		/**
		 * The document does not set the value; it is the default that the type declares.
		 */
		DEFAULT,

		/** An update set the value in memory; it is not saved yet. */
		UPDATE

	}

}
