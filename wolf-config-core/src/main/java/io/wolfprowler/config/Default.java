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

/**
 * The value of a component whose key is missing. A component without a default is
 * required, unless it is {@link java.util.Optional}, {@code @Nullable}, a collection or a
 * map, which are then empty, or a record, which is then bound from its own defaults.
 * <p>
 * With the starter, {@code @DefaultValue} of Spring Boot means the same. A component has
 * one of the two.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {

	/**
	 * The value as a string, such as {@code 8080}, {@code info} or {@code 500ms}; several
	 * for a collection. An empty array is the empty value of an
	 * {@link java.util.Optional}, a collection, a map or a record, also where
	 * {@code @Nullable} would make it {@code null}.
	 * @return the value, converted to the type of the component
	 */
	String[] value();

}
