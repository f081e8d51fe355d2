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

package io.wolfprowler.config.spring.environment;

import java.util.Objects;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;

/**
 * The origin of an active value. Its text is looked up when it is shown: Spring asks for
 * an origin each time it binds a value, but shows few.
 */
final class LiveOrigin implements Origin {

	private final KeyPath key;

	private final ValueOrigins origins;

	LiveOrigin(KeyPath key, ValueOrigins origins) {
		this.key = key;
		this.origins = origins;
	}

	/** Return the live origin behind another origin, {@code null} if there is none. */
	static @Nullable LiveOrigin of(@Nullable Origin origin) {
		Origin present = origin;
		while (present instanceof OriginProvider provider && provider.getOrigin() != present) {
			present = provider.getOrigin();
		}
		return (present instanceof LiveOrigin live) ? live : null;
	}

	/** Return the dotted TOML key. */
	String key() {
		return this.key.toString();
	}

	/** Return whether the value is a secret. */
	boolean isSecret() {
		return this.origins.isSecret(this.key);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveOrigin origin && this.key.equals(origin.key) && this.origins.equals(origin.origins);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.key, this.origins);
	}

	/**
	 * Return {@code file:line:column}, {@code default} or {@code update}.
	 */
	@Override
	public String toString() {
		return this.origins.of(this.key);
	}

}
