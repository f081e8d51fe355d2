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

package io.wolfprowler.config.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * What this process uses.
 */
final class OwnProcess {

	private OwnProcess() {
	}

	/** The CPU time of all threads so far, in milliseconds. */
	static double cpuMillis() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
	}

	/**
	 * The CPU time of the threads that live, in milliseconds: the operating system counts
	 * that in nanoseconds, but that of a process in ticks of ten milliseconds.
	 */
	static double cpuMillisOfLiveThreads() throws IOException {
		try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
			return tasks.mapToDouble(OwnProcess::cpuMillis).sum();
		}
	}

	/** The number of live threads. */
	static int threads() {
		return ManagementFactory.getThreadMXBean().getThreadCount();
	}

	/** The number of inotify instances. */
	static int inotifyInstances() throws IOException {
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return (int) descriptors.filter(OwnProcess::isInotify).count();
		}
	}

	private static double cpuMillis(Path task) {
		try {
			return Double.parseDouble(Files.readString(task.resolve("schedstat")).split(" ")[0]) / 1e6;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static boolean isInotify(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString().endsWith("inotify");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
