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
import java.util.OptionalInt;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Starts the web server on the port in the configuration, unless the application requests
 * a random port, or none, with {@code server.port}.
 *
 * @param <T> the type of the configuration
 */
public final class StartPort<T> implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

	private static final Log logger = LogFactory.getLog(StartPort.class);

	private static final String PROPERTY = "server.port";

	private static final String MANAGEMENT_PROPERTY = "management.server.port";

	private static final int DEFAULT_PORT = 8080;

	private final PortSetting<T> setting;

	private final Supplier<@Nullable ConfigManager<T>> manager;

	private final Environment environment;

	/**
	 * Create a customizer.
	 * @param setting the key of the port
	 * @param manager supplies the manager of the configuration when it is needed,
	 * {@code null} if there is none
	 * @param environment the environment of the application
	 */
	public StartPort(PortSetting<T> setting, Supplier<@Nullable ConfigManager<T>> manager, Environment environment) {
		this.setting = Objects.requireNonNull(setting, "setting");
		this.manager = Objects.requireNonNull(manager, "manager");
		this.environment = Objects.requireNonNull(environment, "environment");
	}

	@Override
	public void customize(ConfigurableWebServerFactory factory) {
		OptionalInt wanted = wanted();
		if (isFollowed()) {
			wanted.ifPresent((number) -> {
				factory.setPort(number);
				warnOfManagementAt(number);
			});
		}
		else if (wanted.isPresent()) {
			logger.info("The web server does not follow " + this.setting.key() + " because " + PROPERTY + " is "
					+ this.environment.getProperty(PROPERTY));
		}
	}

	/**
	 * Return the lowest precedence, so that the port in the configuration overrides that
	 * of other customizers.
	 * @return the order of this customizer
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	// Spring Boot compares the two properties and does not know the port in the
	// configuration.
	private void warnOfManagementAt(int number) {
		int management = this.environment.getProperty(MANAGEMENT_PROPERTY, Integer.class, 0);
		if (management > 0 && management != number
				&& management == this.environment.getProperty(PROPERTY, Integer.class, DEFAULT_PORT)) {
			logger.warn(MANAGEMENT_PROPERTY + " " + management + " is treated as the port of the server because "
					+ PROPERTY + " is the same" + (this.environment.containsProperty(PROPERTY) ? "" : " by default")
					+ ": the management endpoints are on the port in " + this.setting.key()
					+ ". To give them their own port, set " + PROPERTY + " to another one");
		}
	}

	PortSetting<T> setting() {
		return this.setting;
	}

	boolean isFollowed() {
		return this.environment.getProperty(PROPERTY, Integer.class, 1) > 0;
	}

	/** Return the active port, empty if there is no such configuration. */
	OptionalInt wanted() {
		ConfigManager<T> present = this.manager.get();
		return (present != null) ? OptionalInt.of(this.setting.in(present.getConfig())) : OptionalInt.empty();
	}

}
