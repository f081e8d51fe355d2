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

package io.wolfprowler.config.spi;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigType;

/**
 * Maps the changes of one configuration type to variants of {@link ConfigChange}. The
 * type declares its mapper with {@link ConfigType#changes()}.
 */
@FunctionalInterface
public interface ChangeMapper {

	/**
	 * Return the variant for one changed value. The original change is published instead
	 * if the value is secret and the variant is not {@linkplain ConfigChange#secret()
	 * secret}. It is also published, and the failure is logged, if the variant has
	 * another {@linkplain ConfigChange#key() key} or the mapper throws.
	 * @param change the change between two records
	 * @return the variant to publish, or the change itself
	 */
	ConfigChange map(ConfigChange.Property change);

}
