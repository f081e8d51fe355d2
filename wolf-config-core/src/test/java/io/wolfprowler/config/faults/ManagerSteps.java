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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.HotReloadMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Steps of the application and its surroundings.
 *
 * <pre>
 * see 2               wait until sheet 2 is in force
 * see REJECTED text   wait until the last look says so
 * mode POLL           wait until changes are noticed so
 * pause 100ms         the writer pauses
 * update 2            updateConfig
 * save                saveConfig
 * save-fails text     saveConfig, which says so
 * holds F text        F has these bytes
 * disable, enable     hot reload
 * events off, on      refuse new watch services, or give them again
 * lose-events         close the watch service
 * clock +1d           move the wall clock
 * stall, resume       hold the watch thread up
 * </pre>
 */
final class ManagerSteps {

	private ManagerSteps() {
	}

	static void addTo(Map<String, Step> words) {
		words.put("see", (bench, arguments) -> see(bench, String.join(" ", arguments)));
		words.put("mode", (bench, arguments) -> bench.await()
			.until(() -> bench.manager().status().hotReload(), HotReloadMode.valueOf(arguments.get(0))::equals));
		words.put("pause", (bench, arguments) -> pause(Bench.duration(arguments.get(0)).toNanos()));
		words.put("update", (bench, arguments) -> bench.manager()
			.updateConfig((sheet) -> sheet.saying(Integer.parseInt(arguments.get(0)))));
		words.put("save", (bench, arguments) -> bench.manager().saveConfig());
		words.put("save-fails",
				(bench, arguments) -> assertThatExceptionOfType(ConfigSaveException.class)
					.isThrownBy(bench.manager()::saveConfig)
					.withMessageContaining(String.join(" ", arguments)));
		words.put("holds", ManagerSteps::holds);
		words.put("disable", (bench, arguments) -> bench.manager().disableHotReload());
		words.put("enable", (bench, arguments) -> bench.manager().enableHotReload());
		words.put("events", (bench, arguments) -> bench.watch.refuseEvents(arguments.get(0).equals("off")));
		words.put("lose-events", (bench, arguments) -> bench.watch.closeService());
		words.put("clock", (bench, arguments) -> bench.watch.moveClock(Bench.duration(arguments.get(0))));
		words.put("stall", (bench, arguments) -> bench.watch.stall());
		words.put("resume", (bench, arguments) -> bench.watch.resume());
	}

	private static void see(Bench bench, String expected) {
		if (expected.matches("\\d+")) {
			bench.await().until(() -> bench.manager().getConfig().said(), Integer.valueOf(expected)::equals);
		}
		else {
			bench.await().untilAsserted(() -> assertThat(bench.lastLook()).startsWith(expected));
		}
	}

	private static void holds(Bench bench, List<String> arguments) throws Exception {
		assertThat(Files.readAllBytes(bench.at(arguments.get(0)))).asString()
			.isEqualTo(new String(SheetBytes.of(arguments.get(1)), StandardCharsets.UTF_8));
	}

	// The pace of a writer is the subject here.
	private static void pause(long nanos) {
		long end = System.nanoTime() + nanos;
		for (long left = nanos; left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
