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

import io.wolfprowler.config.ConfigChange;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * Listeners whose conditions are none. Each comes before those without an order.
 */
final class BadConditions {

	private BadConditions() {
	}

	record NullCondition(Journal journal) {

		@Order(1)
		@EventListener(condition = "null")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record NoProperty(Journal journal) {

		@Order(1)
		@EventListener(condition = "#root.event.payload.noSuchThing == 1")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record NoVariable(Journal journal) {

		@Order(1)
		@EventListener(condition = "#noSuchVariable.length() > 0")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record NoExpression(Journal journal) {

		@Order(1)
		@EventListener(condition = "1 +")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record NoBoolean(Journal journal) {

		@Order(1)
		@EventListener(condition = "'maybe'")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record NoBean(Journal journal) {

		@Order(1)
		@EventListener(condition = "@noSuchBean.fine")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

	record ThrowingCondition(Journal journal) {

		@Order(1)
		@EventListener(condition = "T(java.lang.Integer).parseInt('x') > 0")
		void on(ConfigChange.WebServer change) {
			this.journal.add("never");
		}

	}

}
