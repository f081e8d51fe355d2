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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Runs a method without parameters at an interval that is a configuration key, as
 * {@link ConfigSchedules} does, for as long as its bean exists.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Reflective
public @interface ConfigScheduled {

	/**
	 * The key of the interval, whose value is a duration, or an integer in the
	 * {@link #unit()}.
	 * @return the dotted TOML key
	 */
	String key();

	/**
	 * The unit of an integer.
	 * @return a unit up to days, seconds by default
	 */
	ChronoUnit unit() default ChronoUnit.SECONDS;

	/**
	 * The manager of the configuration.
	 * @return the name of a manager that is a bean, {@code wolf} by default
	 */
	String manager() default "wolf";

}
