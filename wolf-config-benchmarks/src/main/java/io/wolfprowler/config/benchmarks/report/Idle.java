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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Site;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;

/**
 * Measures, in a JVM of its own, what watching costs while nothing changes.
 */
final class Idle {

	private static final Sample NODE = Sample.of(Sample.NODE_KEYS);

	private Idle() {
	}

	/**
	 * Measure.
	 * @param arguments a library, the number of files, the seconds before the measurement
	 * and those of it
	 * @throws Exception when a file can't be written
	 */
	public static void main(String[] arguments) throws Exception {
		Child.failWithThisThread();
		int threads = OwnProcess.threads();
		Library library = Library.valueOf(arguments[0]);
		List<AutoCloseable> open = new ArrayList<>();
		for (int index = 0; index < Integer.parseInt(arguments[1]); index++) {
			SampleFile file = new SampleFile(NODE, library.format(), new Pair(10_080, 50));
			open.add(file);
			open.add(library.open(new Site(file.path(), NODE, () -> {
			})));
		}
		pause(Integer.parseInt(arguments[2]));
		measure(Integer.parseInt(arguments[3]));
		Child.tell("threads", OwnProcess.threads() - threads);
		Child.tell("inotify", OwnProcess.inotifyInstances());
		Collections.reverse(open);
		for (AutoCloseable closeable : open) {
			closeable.close();
		}
		System.exit(0);
	}

	private static void measure(int seconds) throws Exception {
		OwnProcess.cpuMillisOfLiveThreads();
		double cpu = OwnProcess.cpuMillisOfLiveThreads();
		long start = System.nanoTime();
		pause(seconds);
		double minutes = (System.nanoTime() - start) / 60e9;
		Child.tell("cpu", (OwnProcess.cpuMillisOfLiveThreads() - cpu) / minutes);
	}

	private static void pause(int seconds) throws InterruptedException {
		new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
	}

}
