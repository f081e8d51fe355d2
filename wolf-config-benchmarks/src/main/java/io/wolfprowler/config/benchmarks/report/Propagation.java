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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Library.Use;
import io.wolfprowler.config.benchmarks.peer.Peer;
import io.wolfprowler.config.benchmarks.peer.Site;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;
import org.jspecify.annotations.Nullable;

/**
 * Measures, in a JVM of its own, how long a change takes from the rename over the file to
 * a listener that reads the new value.
 */
final class Propagation {

	private static final Sample NODE = Sample.of(Sample.NODE_KEYS);

	private static final long SETTLING = 1_000_000_000;

	private static final int PATIENCE = 12;

	private static final int MOST_MISSED = 3;

	private final Random random = new Random(4711);

	private final Library library;

	private final SampleFile file;

	private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

	private final Peer peer;

	private final List<Double> all = new ArrayList<>();

	private final List<Double> after = new ArrayList<>();

	private int missed;

	private volatile int expected;

	private Propagation(Library library) throws IOException {
		this.library = library;
		this.file = new SampleFile(NODE, library.format(), new Pair(10_000, 50));
		this.peer = library.open(new Site(this.file.path(), NODE, this::changed));
	}

	/**
	 * Measure.
	 * @param arguments a library, the number of changes before it counts, and of those
	 * after
	 * @throws Exception when the file can't be changed
	 */
	public static void main(String[] arguments) throws Exception {
		Child.failWithThisThread();
		Propagation propagation = new Propagation(Library.valueOf(arguments[0]));
		LockSupport.parkNanos(SETTLING);
		int warmup = Integer.parseInt(arguments[1]);
		for (int change = 0; change < warmup + Integer.parseInt(arguments[2]); change++) {
			propagation.change(10_001 + change, change >= warmup);
		}
		propagation.tell();
		propagation.file.close();
		System.exit(0);
	}

	private void change(int port, boolean counts) throws Exception {
		this.file.draft(new Pair(port, 50));
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30 + this.random.nextInt(gap())));
		this.expected = port;
		long start = System.nanoTime();
		this.file.publish();
		long renamed = System.nanoTime();
		Long arrival = arrivalAfter(start);
		this.expected = 0;
		this.arrivals.clear();
		if (arrival != null && counts) {
			this.all.add((arrival - start) / 1e6);
			this.after.add((arrival - renamed) / 1e6);
		}
	}

	// One of the change before may have come too late to be taken.
	private @Nullable Long arrivalAfter(long start) throws InterruptedException {
		Long arrival;
		do {
			arrival = this.arrivals.poll(PATIENCE, TimeUnit.SECONDS);
		}
		while (arrival != null && arrival < start);
		if (arrival == null && ++this.missed > MOST_MISSED) {
			throw new IllegalStateException(this.library + " notices nothing any more");
		}
		return arrival;
	}

	private void tell() {
		Child.tell("median", Figure.percentile(array(this.all), 50));
		Child.tell("p95", Figure.percentile(array(this.all), 95));
		Child.tell("longest", Figure.percentile(array(this.all), 100));
		Child.tell("after", Figure.percentile(array(this.after), 50));
		Child.tell("missed", this.missed);
	}

	private static double[] array(List<Double> samples) {
		return samples.stream().mapToDouble(Double::doubleValue).toArray();
	}

	// Those that look once a second must be met at any time of it.
	private int gap() {
		return this.library.has(Use.SLOW) ? 1000 : 100;
	}

	private void changed() {
		long now = System.nanoTime();
		if (this.expected != 0 && (this.library.has(Use.SIGNAL) || this.peer.port() == this.expected)) {
			this.arrivals.add(this.library.has(Use.SIGNAL) ? now : System.nanoTime());
		}
	}

}
