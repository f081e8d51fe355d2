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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the property source with the active values.
 *
 * @param enabled Whether to add the values of the default configuration to the
 * Environment.
 * @param prefix Prefix of the names of these properties; empty for none.
 * @param rebind Whether to bind @ConfigurationProperties beans with setters again when
 * active values change.
 */
@ConfigurationProperties("wolf.config.environment")
public record EnvironmentProperties(@DefaultValue("true") boolean enabled, @DefaultValue("") String prefix,
		@DefaultValue("false") boolean rebind) {

}
