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

package io.wolfprowler.config.spring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web server that follows the port in the configuration.
 *
 * @param followPort Whether the web server listens on web_port and follows changes of it.
 * @param overlap How long the old port keeps accepting connections after a change.
 * @param drainTimeout How long connections of the old port may stay open after the
 * overlap.
 */
@ConfigurationProperties("wolf.config.web-server")
public record WebServerProperties(@DefaultValue("true") boolean followPort, @DefaultValue("2s") Duration overlap,
		@DefaultValue("30s") Duration drainTimeout) {

	/**
	 * Check the components.
	 */
	public WebServerProperties {
		check("overlap", overlap);
		check("drain-timeout", drainTimeout);
	}

	private static void check(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException(
					"wolf.config.web-server." + name + " must not be negative, found " + value);
		}
	}

}
