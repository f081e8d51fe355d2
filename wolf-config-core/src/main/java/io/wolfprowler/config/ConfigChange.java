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

import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions, strongly typed.
 */
public sealed interface ConfigChange {

	/**
	 * The port of the web server changed.
	 *
	 * @param oldPort the port before
	 * @param newPort the port now
	 */
	record WebServer(int oldPort, int newPort) implements ConfigChange {

	}

	/**
	 * A setting of the peer-to-peer network changed.
	 *
	 * @param field the TOML key
	 * @param oldValue the value before
	 * @param newValue the value now
	 */
	record P2PNetwork(String field, Object oldValue, Object newValue) implements ConfigChange {

	}

	/**
	 * A setting of the application changed.
	 *
	 * @param field the TOML key
	 * @param oldValue the value before
	 * @param newValue the value now
	 */
	record Application(String field, Object oldValue, Object newValue) implements ConfigChange {

	}

	/**
	 * A cryptographic setting changed.
	 *
	 * @param field the TOML key within {@code [crypto]}
	 * @param oldValue the value before
	 * @param newValue the value now
	 */
	record Crypto(String field, Object oldValue, Object newValue) implements ConfigChange {

	}

	/**
	 * A value of any configuration type changed.
	 *
	 * @param key the dotted TOML key
	 * @param oldValue the value before, {@code null} if there was none
	 * @param newValue the value now, {@code null} if there is none any more
	 * @param secret whether the values must not be shown
	 */
	record Property(String key, @Nullable Object oldValue, @Nullable Object newValue,
			boolean secret) implements ConfigChange {

		/**
		 * Return a description in which secret values are masked.
		 */
		@Override
		public String toString() {
			return "Property[key=" + this.key + ", oldValue=" + shown(this.oldValue) + ", newValue="
					+ shown(this.newValue) + "]";
		}

		private @Nullable Object shown(@Nullable Object value) {
			return (this.secret && value != null) ? "***" : value;
		}

	}

	/**
	 * The configuration differs in more than single values: an array of tables, a
	 * free-form map, or more than ten values at once. Comes before the changes of the
	 * single values.
	 *
	 * @param oldConfig the whole configuration before
	 * @param newConfig the whole configuration now
	 */
	record FullReload(Object oldConfig, Object newConfig) implements ConfigChange {

		/**
		 * Return a description without the configurations, which may hold secrets.
		 */
		@Override
		public String toString() {
			return "FullReload[" + this.newConfig.getClass().getSimpleName() + "]";
		}

	}

}
