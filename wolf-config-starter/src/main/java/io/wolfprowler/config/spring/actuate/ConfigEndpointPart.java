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

package io.wolfprowler.config.spring.actuate;

import java.io.IOException;

import io.wolfprowler.config.ConfigManager;
import org.jspecify.annotations.Nullable;

/**
 * A part of the endpoint that another module contributes. It is read at
 * {@code /actuator/wolfconfig/MANAGER/NAME}; the response has its content under its name.
 */
public interface ConfigEndpointPart {

	/**
	 * Return the name of the part in the path and in the response.
	 * @return letters, digits and {@code -}; neither {@code history} nor {@code diff}
	 */
	String name();

	/**
	 * Read the part.
	 * @param manager the manager
	 * @return a value that can be written as JSON, without secrets; {@code null} if this
	 * manager has no such part
	 * @throws IOException when the part can't be read at the moment
	 */
	@Nullable Object read(ConfigManager<?> manager) throws IOException;

}
