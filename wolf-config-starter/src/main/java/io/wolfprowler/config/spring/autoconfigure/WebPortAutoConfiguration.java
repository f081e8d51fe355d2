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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spring.live.PortOpener;
import io.wolfprowler.config.spring.live.PortSetting;
import io.wolfprowler.config.spring.live.StartPort;
import io.wolfprowler.config.spring.live.WebPort;
import io.wolfprowler.config.spring.live.WebPortSettings;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the web server that follows the port in {@link WolfConfig}.
 */
@AutoConfiguration(after = WolfConfigAutoConfiguration.class)
@ConditionalOnClass(WebServer.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "wolf.config.enabled", "wolf.config.web-server.follow-port" },
		matchIfMissing = true)
@EnableConfigurationProperties(WebServerProperties.class)
public final class WebPortAutoConfiguration {

	private static final PortSetting<WolfConfig> WEB_PORT = new PortSetting<>("web_port", WolfConfig::webPort);

	@Bean
	StartPort<WolfConfig> wolfConfigStartPort(ObjectProvider<ConfigManager<WolfConfig>> managers,
			Environment environment) {
		return new StartPort<>(WEB_PORT,
				() -> managers.orderedStream()
					.filter((manager) -> manager.name().equals(DefaultManagerRegistrar.NAME))
					.findFirst()
					.orElse(null),
				environment);
	}

	@Bean
	WebPort<WolfConfig> wolfConfigWebPort(StartPort<WolfConfig> start, ObjectProvider<PortOpener> openers,
			WebServerProperties properties, ConfigurableApplicationContext context) {
		return new WebPort<>(start, openers.orderedStream().toList(),
				new WebPortSettings(properties.overlap(), properties.drainTimeout()), context);
	}

}
