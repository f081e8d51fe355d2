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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import io.wolfprowler.config.fixtures.HostileShape;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import org.tomlj.Toml;

/**
 * Measures, in a JVM of its own, how the time of a parse grows with its text.
 */
final class Hostile {

	private static final int CONTRAST = 1000;

	private static final int LEAST_REPEATS = 3;

	private static final int MOST_REPEATS = 10;

	private static final double LONG_MILLIS = 2000;

	private static final double BEARABLE_MILLIS = 8000;

	private static final int SMALLEST = 16 * 1024;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final TomlParser parser = new TomlParser(64);

	private boolean refused;

	private Hostile() {
	}

	/**
	 * Measure.
	 * @param arguments a shape and the largest size of its smallest text
	 */
	public static void main(String[] arguments) {
		Child.failWithThisThread();
		HostileShape shape = shape(arguments[0]);
		Hostile hostile = new Hostile();
		int size = hostile.warmUp(shape, Integer.parseInt(arguments[1]));
		Child.tell("size", size);
		Child.tell("n", hostile.best(shape.text(size)));
		Child.tell("n2", hostile.best(shape.text(2 * size)));
		Child.tell("n4", hostile.best(shape.text(4 * size)));
		Child.tell("refused", hostile.refused ? 1 : 0);
		Child.tell("tomlj", tomlj(shape.text(CONTRAST)));
		Child.tell("tomlj2", tomlj(shape.text(2 * CONTRAST)));
		System.exit(0);
	}

	/** Return a size that takes seconds, not minutes. */
	private int warmUp(HostileShape shape, int size) {
		int bearable = size;
		for (int part = 64; part >= 4; part /= 2) {
			double time = best(shape.text(bearable / part));
			while (time * part > BEARABLE_MILLIS && bearable > SMALLEST) {
				bearable /= 2;
				time /= 2;
			}
		}
		return bearable;
	}

	private static HostileShape shape(String name) {
		return HostileShape.all().stream().filter((shape) -> shape.name().equals(name)).findFirst().orElseThrow();
	}

	private double best(String text) {
		double best = Double.MAX_VALUE;
		double all = 0;
		for (int run = 0; run < LEAST_REPEATS || (run < MOST_REPEATS && all < LONG_MILLIS); run++) {
			double time = parse(text);
			best = Math.min(best, time);
			all += time;
		}
		return best;
	}

	private double parse(String text) {
		long start = THREADS.getCurrentThreadCpuTime();
		try {
			this.parser.parse(text);
		}
		catch (TomlException ex) {
			this.refused = true;
		}
		return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
	}

	private static double tomlj(String text) {
		long start = THREADS.getCurrentThreadCpuTime();
		try {
			Toml.parse(text);
		}
		catch (RuntimeException ex) {
			// It does so for some texts that are not TOML.
		}
		return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
	}

}
