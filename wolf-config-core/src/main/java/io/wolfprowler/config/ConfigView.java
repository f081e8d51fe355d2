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
 * A live part of a configuration.
 *
 * @param <S> the type of the part
 */
public interface ConfigView<S> {

	/**
	 * Return the part in the configuration in force.
	 * @return the present value
	 */
	S get();

	/**
	 * Add a listener that is called with the old and the new value whenever they are not
	 * equal. It runs on the manager's own thread, after the change callbacks.
	 * @param listener the listener to add
	 * @return the subscription, which ends when closed
	 */
	Subscription onChange(BiConsumer<? super S, ? super S> listener);

}
