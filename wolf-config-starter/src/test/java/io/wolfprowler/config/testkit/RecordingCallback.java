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

package io.wolfprowler.config.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigChangeCallback;
import org.jspecify.annotations.NullMarked;

/**
 * Keeps every change it is told of.
 */
@NullMarked
public final class RecordingCallback implements ConfigChangeCallback {

	private final List<ConfigChange> changes = new CopyOnWriteArrayList<>();

	@Override
	public void onChange(ConfigChange change) {
		this.changes.add(change);
	}

	/**
	 * What it was told.
	 * @return the changes in the order of the calls
	 */
	public List<ConfigChange> changes() {
		return List.copyOf(this.changes);
	}

}
