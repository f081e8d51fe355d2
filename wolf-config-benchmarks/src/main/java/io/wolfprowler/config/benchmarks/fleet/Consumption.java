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
package io.wolfprowler.config.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * What some processes have used of the machine, as its kernel counts it.
 *
 * @param cpuSeconds processor time from their start
 * @param megabytes resident memory, MiB
 */
record Consumption(double cpuSeconds, double megabytes) {

	static Consumption of(Collection<Process> processes) throws IOException {
		double seconds = 0;
		double megabytes = 0;
		for (Process process : processes) {
			seconds += process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
			String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
			megabytes += Double.parseDouble(status.replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1")) / 1024;
		}
		return new Consumption(seconds, megabytes);
	}

}
