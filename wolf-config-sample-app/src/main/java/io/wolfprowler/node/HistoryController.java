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

import java.util.List;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lists the accepted versions, shows the differences between two, and rolls back to one.
 */
@RestController
class HistoryController {

	private final ConfigManager<WolfConfig> manager;

	HistoryController(ConfigManager<WolfConfig> manager) {
		this.manager = manager;
	}

	@GetMapping("/history")
	List<ConfigVersion> versions() {
		return this.manager.inspect().history();
	}

	@GetMapping("/history/diff")
	List<ConfigChange.Property> diff(@RequestParam("from") long from, @RequestParam("to") long to) {
		try {
			return this.manager.inspect().diff(from, to);
		}
		catch (ConfigException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, ex.getMessage(), ex);
		}
	}

	@PostMapping("/history/{version}/rollback")
	ResponseEntity<ChangeResponse> rollback(@PathVariable("version") long version) {
		return ChangeResponse.of(this.manager.rollback(version));
	}

}
