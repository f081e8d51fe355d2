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

package io.wolfprowler.config.internal.engine.notify;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.Subscription;

/**
 * A part of the configuration in force.
 *
 * @param manager the manager of the whole
 * @param dispatcher tells of new versions
 * @param section takes the part from the whole
 * @param <T> the type of the configuration
 * @param <S> the type of the part
 */
public record LiveView<T, S>(ConfigManager<T> manager, ChangeNotifier<T> dispatcher,
		Function<? super T, ? extends S> section) implements ConfigView<S> {

	@Override
	public S get() {
		return this.section.apply(this.manager.getConfig());
	}

	@Override
	public Subscription onChange(BiConsumer<? super S, ? super S> listener) {
		Objects.requireNonNull(listener, "listener");
		return this.dispatcher.addView(listener.getClass().getName(), (transition) -> {
			S old = this.section.apply(transition.previous().config());
			S now = this.section.apply(transition.current().config());
			if (!Objects.equals(old, now)) {
				listener.accept(old, now);
			}
		}, () -> this.manager.getSnapshot().version());
	}

}
