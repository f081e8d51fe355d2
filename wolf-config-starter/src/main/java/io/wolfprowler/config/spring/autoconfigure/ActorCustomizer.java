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

import java.util.Objects;

import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.spi.ConfigActor;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets every manager ask the {@link ConfigActor} beans, in their order, until one returns
 * a name. They are looked up late, because they may need a manager.
 *
 * @param actors provides the beans
 */
record ActorCustomizer(ObjectProvider<ConfigActor> actors) implements ConfigManagerCustomizer {

	@Override
	public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
		builder.actor(this::actor);
	}

	private @Nullable String actor() {
		return this.actors.orderedStream().map(ConfigActor::name).filter(Objects::nonNull).findFirst().orElse(null);
	}

}
