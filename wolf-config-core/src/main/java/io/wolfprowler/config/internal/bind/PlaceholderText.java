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

package io.wolfprowler.config.internal.bind;

import java.util.List;

/**
 * A parsed string with placeholders.
 *
 * @param parts its parts in their order
 */
record PlaceholderText(List<Part> parts) {

	PlaceholderText {
		parts = List.copyOf(parts);
	}

	/** Return whether the string is one placeholder and nothing else. */
	boolean isOnePlaceholder() {
		return this.parts.size() == 1 && this.parts.get(0) instanceof Placeholder;
	}

	/**
	 * Resolve all placeholders.
	 * @param values the values of placeholders
	 * @param used takes the names that are looked up
	 * @throws PlaceholderException if one can't be resolved
	 */
	String resolve(PlaceholderValues values, List<String> used) throws PlaceholderException {
		StringBuilder resolved = new StringBuilder();
		for (Part part : this.parts) {
			resolved.append(part.resolve(values, used));
		}
		return resolved.toString();
	}

	/**
	 * A part of the string.
	 */
	sealed interface Part permits Literal, Placeholder {

		String resolve(PlaceholderValues values, List<String> used) throws PlaceholderException;

	}

	/**
	 * Literal characters.
	 *
	 * @param text the characters
	 */
	record Literal(String text) implements Part {

		@Override
		public String resolve(PlaceholderValues values, List<String> used) {
			return this.text;
		}

	}

	/**
	 * A name, and a default for when nothing sets it.
	 *
	 * @param name the name, which may contain placeholders itself
	 * @param fallbacks the default, none or one
	 */
	record Placeholder(PlaceholderText name, List<PlaceholderText> fallbacks) implements Part {

		Placeholder {
			fallbacks = List.copyOf(fallbacks);
		}

		@Override
		public String resolve(PlaceholderValues values, List<String> used) throws PlaceholderException {
			String asked = this.name.resolve(values, used);
			if (asked.isEmpty()) {
				throw new PlaceholderException("a placeholder needs a name; write ${NAME} or ${NAME:default}");
			}
			String shown = isMadeOfSecret(used) ? "***" : asked;
			used.add(asked);
			String found = values.find(asked, shown);
			if (found != null) {
				return found;
			}
			if (this.fallbacks.isEmpty()) {
				throw new PlaceholderException(
						"nothing sets " + shown + "; set it, or give a default: ${" + shown + ":...}");
			}
			return this.fallbacks.get(0).resolve(values, used);
		}

		private boolean isMadeOfSecret(List<String> used) {
			return this.name.parts().stream().anyMatch(Placeholder.class::isInstance)
					&& used.stream().anyMatch(CredentialNames::matches);
		}

	}

}
