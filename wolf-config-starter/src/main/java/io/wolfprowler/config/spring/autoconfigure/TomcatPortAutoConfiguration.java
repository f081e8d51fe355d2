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

import io.wolfprowler.config.spring.live.TomcatPortOpener;
import io.wolfprowler.config.spring.live.TomcatRuntimeHints;
import io.wolfprowler.config.spring.live.WebPort;
import org.apache.catalina.startup.Tomcat;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Auto-configuration for Tomcat as the web server that follows the configured port.
 */
@AutoConfiguration(after = WebPortAutoConfiguration.class)
@ConditionalOnClass({ Tomcat.class, TomcatWebServerFactory.class })
@ConditionalOnBean(WebPort.class)
@ImportRuntimeHints(TomcatRuntimeHints.class)
public final class TomcatPortAutoConfiguration {

	@Bean
	TomcatPortOpener wolfConfigTomcatPortOpener(ObjectProvider<TomcatWebServerFactory> factories) {
		return new TomcatPortOpener(factories);
	}

}
