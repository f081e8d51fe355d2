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

package io.wolfprowler.node;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.spring.ConfigRejectedEvent;
import io.wolfprowler.config.spring.ConfigReloadedEvent;
import io.wolfprowler.config.wolf.WolfConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to every kind of change.
 */
@Component
class ChangeListener {

	private static final Logger logger = LoggerFactory.getLogger(ChangeListener.class);

	@EventListener
	void on(ConfigChange.WebServer change) {
		logger.info("Web server: port {} -> {}", change.oldPort(), change.newPort());
	}

	@EventListener
	void on(ConfigChange.P2PNetwork change) {
		logger.info("P2P network: {} {} -> {}", change.key(), change.oldValue(), change.newValue());
	}

	@EventListener
	void on(ConfigChange.Application change) {
		logger.info("Application: {} {} -> {}", change.key(), change.oldValue(), change.newValue());
	}

	@EventListener
	void on(ConfigChange.Crypto change) {
		logger.info("Crypto: {} {} -> {}", change.key(), change.oldValue(), change.newValue());
	}

	@EventListener
	void on(ConfigChange.FullReload reload) {
		logger.info("Full reload");
	}

	@EventListener
	void on(ConfigReloadedEvent<WolfConfig> event) {
		logger.debug("Version {} is active because of {}", event.version(), event.cause());
	}

	@EventListener
	void on(ConfigRejectedEvent event) {
		logger.debug("Rejected with {} problems", event.result().problems().size());
	}

}
