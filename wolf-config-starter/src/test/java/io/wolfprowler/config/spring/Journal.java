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

package io.wolfprowler.config.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.PayloadApplicationEvent;

/**
 * What listeners have heard, in order.
 */
class Journal {

	private final List<String> entries = new CopyOnWriteArrayList<>();

	void add(String entry) {
		this.entries.add(entry);
	}

	/** Add a payload by its type, or an event by its type and that of its payload. */
	void heard(Object subject) {
		String type = subject.getClass().getSimpleName();
		add((subject instanceof PayloadApplicationEvent<?> event)
				? type + "<" + event.getPayload().getClass().getSimpleName() + ">" : type);
	}

	List<String> entries() {
		return List.copyOf(this.entries);
	}

	void clear() {
		this.entries.clear();
	}

}
