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

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigObserver;
import io.wolfprowler.config.Outcome;
import org.jspecify.annotations.NullMarked;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A way to call a manager, close() aside.
 *
 * @param name its name
 * @param call makes it
 * @param <T> the type of the configuration
 */
@NullMarked
public record ManagerCall<T>(String name, Consumer<ConfigManager<T>> call) {

	/**
	 * Returns every method of a manager.
	 * @param edit makes another configuration
	 * @param values the same edit by keys
	 * @param <T> the type of the configuration
	 * @return one call of each
	 */
	public static <T> Stream<ManagerCall<T>> every(UnaryOperator<T> edit, Map<String, ?> values) {
		return Stream.of(of("name", ConfigManager::name), of("getConfig", ConfigManager::getConfig),
				of("getSnapshot", ConfigManager::getSnapshot),
				of("view", (manager) -> manager.view((config) -> config).get()), of("reload", ConfigManager::reload),
				of("reloadAsync", (manager) -> manager.reloadAsync().join()),
				of("validate", (manager) -> manager.validate("no TOML")),
				of("updateConfig", (manager) -> manager.updateConfig(edit)),
				of("updateConfig of a version",
						(manager) -> manager.updateConfig(manager.getSnapshot().version(), edit)),
				of("updateConfigAsync", (manager) -> manager.updateConfigAsync(edit).join()),
				of("updateValues", (manager) -> manager.updateValues(values)),
				of("saveConfig", ConfigManager::saveConfig),
				of("saveConfigAsync", (manager) -> manager.saveConfigAsync().join()),
				of("rollback", (manager) -> assertThat(manager.rollback(1).outcome()).isEqualTo(Outcome.APPLIED)),
				of("history", ConfigManager::history), of("status", ConfigManager::status),
				of("addCallback", (manager) -> manager.addCallback((change) -> {
				}).close()), of("addObserver", (manager) -> manager.addObserver(new ConfigObserver<Object>() {
				}).close()), of("enableHotReload", ConfigManager::enableHotReload),
				of("disableHotReload", ConfigManager::disableHotReload),
				of("isHotReloadEnabled", ConfigManager::isHotReloadEnabled),
				of("configPath", ConfigManager::configPath));
	}

	private static <T> ManagerCall<T> of(String name, Consumer<ConfigManager<T>> call) {
		return new ManagerCall<>(name, call);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
