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

import org.jspecify.annotations.Nullable;

/**
 * Knows who asks for a change. Looks at the source that nobody has asked for have no
 * actor.
 */
@FunctionalInterface
public interface ConfigActor {

	/**
	 * Return who asks for the reload, update, save or rollback that begins. Called on the
	 * thread that asks for it, before anything is read, so it must be quick. What it
	 * throws is logged and taken for not known.
	 * @return a name that an auditor understands, {@code null} if it is not known
	 */
	@Nullable String name();

}
