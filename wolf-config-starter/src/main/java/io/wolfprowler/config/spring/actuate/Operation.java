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
package io.wolfprowler.config.spring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.StaleConfigException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * One operation on a manager with its arguments, which are flat because those of
 * endpoints are.
 *
 * @param manager the manager
 * @param toml a TOML document or values to set
 * @param unset comma-separated keys
 * @param version a version
 * @param expectedVersion the version that must be active
 * @param save whether to save the document
 * @param enabled whether to watch the source
 */
record Operation(ConfigManager<?> manager, @Nullable String toml, @Nullable String unset, @Nullable Long version,
		@Nullable Long expectedVersion, @Nullable Boolean save, @Nullable Boolean enabled) {

	@Nullable OperationResult run(String name) {
		try {
			return switch (name) {
				case "reload" -> OperationResult.of(this.manager, this.manager.reload());
				case "validate" -> OperationResult.of(this.manager, this.manager.validate(required(this.toml, "toml")));
				case "update" -> update();
				case "save" -> saved("DONE");
				case "rollback" -> rollback(required(this.version, "version"));
				case "hot-reload" -> switchHotReload(required(this.enabled, "enabled"));
				default -> null;
			};
		}
		catch (StaleConfigException ex) {
			return OperationResult.of(this.manager, "STALE", List.of(String.valueOf(ex.getMessage())));
		}
		catch (ConfigRejectedException ex) {
			return OperationResult.of(this.manager, "REJECTED",
					OperationResult.described(this.manager, ex.getProblems()));
		}
		catch (ConfigSaveException ex) {
			return OperationResult.of(this.manager, "NOT_SAVED", List.of(String.valueOf(ex.getMessage())));
		}
	}

	static <V> V required(@Nullable V value, String name) {
		if (value == null) {
			throw new InvalidEndpointRequestException("The parameter " + name + " is missing", "missing " + name);
		}
		return value;
	}

	private OperationResult update() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		if (this.toml != null) {
			values.putAll(this.manager.inspect().parseValues(this.toml));
		}
		if (this.unset != null) {
			Stream.of(this.unset.split(",")).map(String::strip).forEach((key) -> values.put(key, null));
		}
		if (values.isEmpty()) {
			required(this.toml, "toml");
		}
		Long expected = this.expectedVersion;
		boolean changed = (expected != null) ? this.manager.updateValues(expected, values)
				: this.manager.updateValues(values);
		String outcome = changed ? "APPLIED" : "UNCHANGED";
		return Boolean.TRUE.equals(this.save) ? saved(outcome) : OperationResult.of(this.manager, outcome, List.of());
	}

	private OperationResult saved(String outcome) {
		this.manager.saveConfig();
		return OperationResult.of(this.manager, outcome, List.of());
	}

	private OperationResult rollback(long target) {
		Long expected = this.expectedVersion;
		return OperationResult.of(this.manager,
				(expected != null) ? this.manager.rollback(expected, target) : this.manager.rollback(target));
	}

	private OperationResult switchHotReload(boolean on) {
		if (on) {
			this.manager.enableHotReload();
		}
		else {
			this.manager.disableHotReload();
		}
		return OperationResult.of(this.manager, "DONE", List.of());
	}

}
