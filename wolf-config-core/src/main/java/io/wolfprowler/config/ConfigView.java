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
 * A configuration, or a part of one, to read: always from the active version. This is
 * what most beans need, injected by its generic type. A {@link ConfigManager} is the view
 * of its whole configuration, and {@link ConfigManager#view} makes one of a part. Code
 * that changes, reloads or watches the configuration needs the manager itself.
 *
 * @param <S> the type of the configuration or of the part
 */
public interface ConfigView<S> {

	/**
	 * Return the value in the active configuration. Take it once for one unit of work:
	 * the next call may return that of a newer version.
	 * @return the active value
	 */
	S get();

	/**
	 * Add a listener that is called with the old and the new value whenever they are not
	 * equal. It runs on the manager's own thread, after the change callbacks. A listener
	 * that throws is logged and does not affect the others.
	 * @param listener the listener to add
	 * @return the subscription, which ends when closed
	 */
	Subscription onChange(BiConsumer<? super S, ? super S> listener);

}
