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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the active configuration.
 */
@RestController
class ConfigController {

	private final ConfigManager<WolfConfig> manager;

	ConfigController(ConfigManager<WolfConfig> manager) {
		this.manager = manager;
	}

	@GetMapping("/")
	Active active() {
		ConfigSnapshot<WolfConfig> snapshot = this.manager.getSnapshot();
		return new Active(snapshot.version(), snapshot.config());
	}

	record Active(long version, WolfConfig config) {

	}

}
