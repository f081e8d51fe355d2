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

import java.util.function.BiConsumer;

/**
 * Reads the active configuration or a part of it. This is what most beans need; it is
 * injected by its generic type. A {@link ConfigManager} is the view of its whole
 * configuration, and {@link ConfigManager#view} creates a view of a part. Code that
 * updates, reloads or watches the configuration needs the manager itself.
 *
 * @param <S> the type of the configuration or of the part
 */
public interface ConfigView<S> {

	/**
	 * Return the value in the active configuration. Read it once for each unit of work:
	 * the next call may return the value of a newer version.
	 * @return the active value
	 */
	S get();

	/**
	 * Add a listener that is called with the old and the new value when they are not
	 * equal. It runs on the manager's own thread, after the change callbacks. A listener
	 * that throws is logged and does not affect the others.
	 * @param listener the listener to add
	 * @return the subscription, which ends when closed
	 */
	Subscription onChange(BiConsumer<? super S, ? super S> listener);

}
