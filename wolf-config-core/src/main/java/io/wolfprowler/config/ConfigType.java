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

package io.wolfprowler.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.wolfprowler.config.spi.ChangeMapper;

/**
 * Declares the validators and the change mapper of a configuration type. Each class needs
 * a constructor without parameters.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConfigType {

	/**
	 * The rules that every candidate of this type must satisfy.
	 * @return classes that validate the annotated type or a supertype of it
	 */
	Class<? extends ConfigValidator<?>>[] validators() default {};

	/**
	 * The mapping of changes to variants of {@link ConfigChange}. Without one, every
	 * change is a {@link ConfigChange.Property}.
	 * @return at most one class
	 */
	Class<? extends ChangeMapper>[] changes() default {};

}
