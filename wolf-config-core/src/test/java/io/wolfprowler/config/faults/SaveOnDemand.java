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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.nio.file.Path;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.wolf.WolfConfig;

/**
 * A process that has changed {@code web_port} to 9090 in memory, tries to save that for
 * each byte it reads, and tells in a line that begins with {@code >}: the message or
 * {@code saved}, then the port in force, then what is unsaved.
 */
final class SaveOnDemand {

	private SaveOnDemand() {
	}

	/**
	 * Runs until there is no more to read.
	 * @param arguments the file
	 */
	public static void main(String[] arguments) throws IOException {
		ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class).file(Path.of(arguments[0])).build();
		manager.updateConfig((config) -> config.with((c) -> c.webPort(9090)));
		while (System.in.read() >= 0) {
			System.out
				.println("> " + save(manager) + "|" + manager.getConfig().webPort() + "|" + manager.status().unsaved());
		}
	}

	private static String save(ConfigManager<WolfConfig> manager) {
		try {
			manager.saveConfig();
			return "saved";
		}
		catch (ConfigSaveException ex) {
			return ex.getMessage();
		}
	}

}
