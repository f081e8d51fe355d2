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
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/**
 * Listeners with every kind of signature.
 */
final class Listeners {

	private Listeners() {
	}

	record Variant(Journal journal) {

		@EventListener
		void on(ConfigChange.WebServer change) {
			this.journal.heard(change);
		}

	}

	record AnyChange(Journal journal) {

		@EventListener
		void on(ConfigChange change) {
			this.journal.heard(change);
		}

	}

	record ClassesAttribute(Journal journal) {

		@EventListener({ ConfigChange.WebServer.class, ConfigChange.P2PNetwork.class })
		void on(ConfigChange change) {
			this.journal.heard(change);
		}

	}

	record ClassesWithoutArgument(Journal journal) {

		@EventListener(ConfigChange.WebServer.class)
		void on() {
			this.journal.add("called");
		}

	}

	record EventOfVariant(Journal journal) {

		@EventListener
		void on(ConfigChangeEvent<ConfigChange.WebServer> event) {
			this.journal.heard(event);
		}

	}

	record EventOfAny(Journal journal) {

		@EventListener
		void on(ConfigChangeEvent<?> event) {
			this.journal.heard(event);
		}

	}

	record EventOfBound(Journal journal) {

		@EventListener
		void on(ConfigChangeEvent<? extends ConfigChange> event) {
			this.journal.heard(event);
		}

	}

	record RawEvent(Journal journal) {

		@EventListener
		@SuppressWarnings("rawtypes")
		void on(ConfigChangeEvent event) {
			this.journal.heard(event);
		}

	}

	record EventOfRoot(Journal journal) {

		@EventListener
		void on(ConfigChangeEvent<ConfigChange> event) {
			this.journal.heard(event);
		}

	}

	record PayloadEvent(Journal journal) {

		@EventListener
		void on(PayloadApplicationEvent<ConfigChange.WebServer> event) {
			this.journal.heard(event);
		}

	}

	record AnyEvent(Journal journal) {

		@EventListener
		void on(ApplicationEvent event) {
			this.journal.heard(event);
		}

	}

	record Anything(Journal journal) {

		@EventListener
		void on(Object payload) {
			this.journal.heard(payload);
		}

	}

	record ListenerBean(Journal journal) implements ApplicationListener<ConfigChangeEvent<ConfigChange.WebServer>> {

		@Override
		public void onApplicationEvent(ConfigChangeEvent<ConfigChange.WebServer> event) {
			this.journal.heard(event);
		}

	}

	static class PayloadListenerBean {

		@Bean
		ApplicationListener<PayloadApplicationEvent<ConfigChange.WebServer>> listener(Journal journal) {
			return ApplicationListener.forPayload(journal::heard);
		}

	}

	record Config(Journal journal) {

		@EventListener
		void on(WolfConfig fresh) {
			this.journal.heard(fresh);
		}

	}

	record ReloadedEvent(Journal journal) {

		@EventListener
		void on(ConfigReloadedEvent<WolfConfig> event) {
			this.journal.heard(event);
		}

	}

	record AnyReloadedEvent(Journal journal) {

		@EventListener
		void on(ConfigReloadedEvent<?> event) {
			this.journal.heard(event);
		}

	}

	record OtherReloadedEvent(Journal journal) {

		@EventListener
		void on(ConfigReloadedEvent<CryptoConfig> event) {
			this.journal.heard(event);
		}

	}

	record Rejected(Journal journal) {

		@EventListener
		void on(ConfigRejectedEvent event) {
			this.journal.heard(event);
		}

	}

	record ConditionThatHolds(Journal journal) {

		@EventListener(condition = "#root.event.payload.newPort > 1024")
		void on(ConfigChange.WebServer change) {
			this.journal.heard(change);
		}

	}

	record ConditionThatDoesNot(Journal journal) {

		@EventListener(condition = "#root.event.payload.newPort > 9090")
		void on(ConfigChange.WebServer change) {
			this.journal.heard(change);
		}

	}

	record ConditionOnArgument(Journal journal) {

		@EventListener(condition = "#a0.oldPort == 8080")
		void on(ConfigChange.WebServer change) {
			this.journal.heard(change);
		}

	}

	record ConditionOnManager(Journal journal) {

		@EventListener(condition = "#root.event.manager == 'wolf'")
		void on(ConfigChangeEvent<ConfigChange.WebServer> event) {
			this.journal.heard(event);
		}

	}

}
