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
package io.wolfprowler.config.remote.autoconfigure;

import java.net.URI;
import java.util.Map;

import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.http.HttpSettings;
import io.wolfprowler.config.remote.http.HttpSource;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigAutoConfiguration;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for a default configuration that is read from a URL.
 */
@AutoConfiguration(before = WolfConfigAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "wolf.config.source", havingValue = "http")
@ConditionalOnMissingBean(ConfigSource.class)
@EnableConfigurationProperties({ HttpSourceProperties.class, WolfConfigProperties.class })
public final class HttpSourceAutoConfiguration {

	// The manager closes it after the last read.
	@Bean(destroyMethod = "")
	HttpSource wolfConfigHttpSource(HttpSourceProperties properties, WolfConfigProperties general,
			ObjectProvider<SslBundles> bundles) {
		URI url = properties.url();
		if (url == null) {
			throw new InvalidConfigurationPropertyValueException("wolf.config.http.url", null,
					"It is required because wolf.config.source is http: set the URL of the TOML document");
		}
		Map<String, String> credentials = properties.credentials();
		return new HttpSource(
				new HttpSettings(url, properties.allowHttp(), () -> credentials,
						SslContexts.named(properties.sslBundle(), bundles), properties.pollInterval(),
						properties.connectTimeout(), properties.timeout(), properties.longPoll(),
						general.maxSize().toBytes(), properties.redirects(), properties.writable()),
				WatchThread.shared());
	}

}
