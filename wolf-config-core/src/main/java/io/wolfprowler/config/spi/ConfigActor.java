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
 * Finds out who requests a change. Reloads that the watch triggers have no actor.
 */
@FunctionalInterface
public interface ConfigActor {

	/**
	 * Return who requests the reload, update, save or rollback that begins. This method
	 * is called on the thread that requests it, before anything is read, so it must be
	 * quick. If it throws, the exception is logged and the actor is unknown.
	 * @return a name that an auditor understands, {@code null} if the actor is unknown
	 */
	@Nullable String name();

}
