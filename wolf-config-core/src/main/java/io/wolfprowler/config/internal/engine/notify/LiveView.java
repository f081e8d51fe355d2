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
 * A view of one section of the active configuration.
 *
 * @param manager the manager of the configuration
 * @param notifier notifies of new versions
 * @param section returns the section of a configuration
 * @param <T> the type of the configuration
 * @param <S> the type of the section
 */
public record LiveView<T, S>(ConfigManager<T> manager, ChangeNotifier<T> notifier,
		Function<? super T, ? extends S> section) implements ConfigView<S> {

	@Override
	public S get() {
		return this.section.apply(this.manager.getConfig());
	}

	@Override
	public Subscription onChange(BiConsumer<? super S, ? super S> listener) {
		Objects.requireNonNull(listener, "listener");
		return this.notifier.addView(listener.getClass().getName(), (transition) -> {
			S previous = this.section.apply(transition.previous().config());
			S current = this.section.apply(transition.current().config());
			if (!Objects.equals(previous, current)) {
				listener.accept(previous, current);
			}
		}, () -> this.manager.getSnapshot().version());
	}

}
