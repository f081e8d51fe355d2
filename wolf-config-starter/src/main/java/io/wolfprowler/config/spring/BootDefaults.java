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

package io.wolfprowler.config.spring;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

import io.wolfprowler.config.spi.DefaultReader;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reads {@link DefaultValue}, so that records written for
 * {@code @ConfigurationProperties} keep their defaults.
 */
public final class BootDefaults implements DefaultReader {

	/**
	 * Create a reader; called by {@link java.util.ServiceLoader}.
	 */
	public BootDefaults() {
	}

	@Override
	public Optional<List<String>> read(Annotation annotation) {
		return (annotation instanceof DefaultValue declared) ? Optional.of(List.of(declared.value()))
				: Optional.empty();
	}

}
