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

package io.wolfprowler.config.internal.engine.manager;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spi.ConfigActor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Returns the actor, or none when finding it fails: no change is lost for that.
 *
 * @param actor finds the actor
 */
record GuardedActor(ConfigActor actor) implements ConfigActor {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	@Override
	public @Nullable String name() {
		try {
			return this.actor.name();
		}
		catch (RuntimeException ex) {
			logger.warn(this.actor.getClass().getName()
					+ " failed to name the actor of a change; the change goes on without one", ex);
			return null;
		}
	}

}
