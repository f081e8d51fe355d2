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

package io.wolfprowler.config.spring.live;

import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * The configuration key of the port of the web server.
 *
 * @param key the dotted TOML key
 * @param number returns the port of a configuration, 0 to 65535; zero means any free port
 * @param <T> the type of the configuration
 */
public record PortSetting<T>(String key, ToIntFunction<? super T> number) {

	/**
	 * Check the components.
	 */
	public PortSetting {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(number, "number");
	}

	int in(T config) {
		return this.number.applyAsInt(config);
	}

}
