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
 * One difference between two versions, strongly typed. Every variant has a key, an old
 * value and a new value, and says whether the values are secret. Code that treats all
 * changes alike does not need the variants.
 * <p>
 * The {@code toString()} of every variant masks secret values as {@code ***}. The
 * accessors return the values themselves.
 */
public sealed interface ConfigChange {

	/**
	 * Return the key that changed.
	 * @return the full dotted TOML key; empty for a {@link FullReload}, which is about
	 * the whole configuration
	 */
	String key();

	/**
	 * Return the old value.
	 * @return the Java value, {@code null} if there was none
	 */
	@Nullable Object oldValue();

	/**
	 * Return the new value.
	 * @return the Java value, {@code null} if the value was removed
	 */
	@Nullable Object newValue();

	/**
	 * Return whether the values are secret and must not be shown.
	 * @return {@code true} if the values are secrets or may contain secrets
	 */
	boolean secret();

	private static String describe(ConfigChange change) {
		return change.getClass().getSimpleName() + "[key=" + change.key() + ", oldValue="
				+ shown(change, change.oldValue()) + ", newValue=" + shown(change, change.newValue()) + "]";
	}

	private static @Nullable Object shown(ConfigChange change, @Nullable Object value) {
		return (change.secret() && value != null) ? "***" : value;
	}

	/**
	 * The port of the web server changed. A port is never secret.
	 *
	 * @param oldPort the old port
	 * @param newPort the new port
	 */
	record WebServer(int oldPort, int newPort) implements ConfigChange {

		@Override
		public String key() {
			return "web_port";
		}

		@Override
		public Object oldValue() {
			return this.oldPort;
		}

		@Override
		public Object newValue() {
			return this.newPort;
		}

		@Override
		public boolean secret() {
			return false;
		}

		@Override
		public String toString() {
			return describe(this);
		}

	}

	/**
	 * A setting of the peer-to-peer network changed.
	 *
	 * @param field the TOML key
	 * @param oldValue the old value
	 * @param newValue the new value
	 * @param secret whether the values are secret and must not be shown
	 */
	record P2PNetwork(String field, Object oldValue, Object newValue, boolean secret) implements ConfigChange {

		/**
		 * Create a change of values that may be shown.
		 * @param field the TOML key
		 * @param oldValue the old value
		 * @param newValue the new value
		 */
		public P2PNetwork(String field, Object oldValue, Object newValue) {
			this(field, oldValue, newValue, false);
		}

		@Override
		public String key() {
			return this.field;
		}

		@Override
		public String toString() {
			return describe(this);
		}

	}

	/**
	 * A setting of the application changed.
	 *
	 * @param field the TOML key
	 * @param oldValue the old value
	 * @param newValue the new value
	 * @param secret whether the values are secret and must not be shown
	 */
	record Application(String field, Object oldValue, Object newValue, boolean secret) implements ConfigChange {

		/**
		 * Create a change of values that may be shown.
		 * @param field the TOML key
		 * @param oldValue the old value
		 * @param newValue the new value
		 */
		public Application(String field, Object oldValue, Object newValue) {
			this(field, oldValue, newValue, false);
		}

		@Override
		public String key() {
			return this.field;
		}

		@Override
		public String toString() {
			return describe(this);
		}

	}

	/**
	 * A cryptographic setting changed.
	 *
	 * @param field the TOML key within {@code [crypto]}
	 * @param oldValue the old value
	 * @param newValue the new value
	 * @param secret whether the values are secret and must not be shown
	 */
	record Crypto(String field, Object oldValue, Object newValue, boolean secret) implements ConfigChange {

		/**
		 * Create a change of values that may be shown.
		 * @param field the TOML key within {@code [crypto]}
		 * @param oldValue the old value
		 * @param newValue the new value
		 */
		public Crypto(String field, Object oldValue, Object newValue) {
			this(field, oldValue, newValue, false);
		}

		@Override
		public String key() {
			return "crypto." + this.field;
		}

		@Override
		public String toString() {
			return describe(this);
		}

	}

	/**
	 * A value of any configuration type changed.
	 *
	 * @param key the dotted TOML key
	 * @param oldValue the old value, {@code null} if there was none
	 * @param newValue the new value, {@code null} if the value was removed
	 * @param secret whether the values are secret and must not be shown
	 */
	record Property(String key, @Nullable Object oldValue, @Nullable Object newValue,
			boolean secret) implements ConfigChange {

		@Override
		public String toString() {
			return describe(this);
		}

	}

	/**
	 * The configuration changed in more than single values: in an array of tables, in a
	 * free-form map, or in more than ten values at once. It precedes the changes of the
	 * single values. Its key is empty, its values are the configurations, and it is
	 * secret because a configuration may contain secrets.
	 *
	 * @param oldConfig the old configuration
	 * @param newConfig the new configuration
	 */
	record FullReload(Object oldConfig, Object newConfig) implements ConfigChange {

		@Override
		public String key() {
			return "";
		}

		@Override
		public Object oldValue() {
			return this.oldConfig;
		}

		@Override
		public Object newValue() {
			return this.newConfig;
		}

		@Override
		public boolean secret() {
			return true;
		}

		/**
		 * Return a description without the configurations, which may contain secrets.
		 */
		@Override
		public String toString() {
			return "FullReload[" + this.newConfig.getClass().getSimpleName() + "]";
		}

	}

}
