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

package io.wolfprowler.config.benchmarks.peer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a Spring Boot application without auto-configuration whose only configuration is
 * the file of a site.
 */
final class SpringApplicationStart {

	private SpringApplicationStart() {
	}

	static ConfigurableApplicationContext of(Class<?> configuration, Site site) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE)
			.run("--spring.config.location=" + site.file().toUri(), "--spring.main.banner-mode=off",
					"--spring.main.log-startup-info=false", "--logging.level.root=warn",
					"--port-key=" + site.sample().portKey(), "--peers-key=" + site.sample().peersKey());
	}

}
