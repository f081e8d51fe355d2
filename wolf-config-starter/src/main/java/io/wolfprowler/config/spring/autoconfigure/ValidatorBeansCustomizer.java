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

import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Adds the {@link ConfigValidator} beans for its type, or a supertype, to every manager,
 * in their order.
 *
 * @param beans finds the beans
 */
record ValidatorBeansCustomizer(ConfigurableListableBeanFactory beans) implements ConfigManagerCustomizer {

	@Override
	@SuppressWarnings("unchecked")
	public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
		new TypedBeans<>(this.beans, ConfigValidator.class).matching(type)
			.forEach((validator) -> builder.validator((ConfigValidator<? super T>) validator));
	}

}
