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

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The values of placeholders. Each name is looked up once, so that everything made from
 * one document is consistent. Safe for use by several threads.
 */
public final class PlaceholderValues {

	private final Function<String, @Nullable String> lookup;

	private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

	/**
	 * Create values that are looked up on first use.
	 * @param lookup returns the value of a name, {@code null} if nothing sets it
	 */
	public PlaceholderValues(Function<String, @Nullable String> lookup) {
		this.lookup = Objects.requireNonNull(lookup, "lookup");
	}

	/**
	 * Find the value of a name, {@code null} if nothing sets it.
	 * @param shown the name as a problem may show it
	 */
	@Nullable String find(String name, String shown) throws PlaceholderException {
		Optional<String> known = this.found.get(name);
		if (known == null) {
			known = Optional.ofNullable(lookUp(name, shown));
			Optional<String> before = this.found.putIfAbsent(name, known);
			known = (before != null) ? before : known;
		}
		return known.orElse(null);
	}

	// The message of the exception may quote a secret.
	private @Nullable String lookUp(String name, String shown) throws PlaceholderException {
		try {
			return this.lookup.apply(name);
		}
		catch (RuntimeException ex) {
			throw new PlaceholderException(shown + " can't be looked up (" + ex.getClass().getSimpleName()
					+ "); check whether its own value has a placeholder that nothing sets, or that leads back to it");
		}
	}

}
