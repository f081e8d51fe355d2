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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.peer.Peer;
import io.wolfprowler.config.benchmarks.peer.Site;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;

/**
 * Measures, in a JVM of its own, what readers see while a file is overwritten in place a
 * thousand times a second. The file is emptied and written in two chunks, with 100 us
 * between them; the border cuts a number.
 */
final class Storm {

	private static final Sample NODE = Sample.of(Sample.NODE_KEYS);

	private static final long PERIOD = 1_000_000;

	private static final int FIRST = 10_000;

	private final AtomicInteger events = new AtomicInteger();

	private final SampleFile file;

	private final Peer peer;

	private int reads;

	private int incomplete;

	private int torn;

	private volatile boolean over;

	private Storm(Library library) throws IOException {
		this.file = new SampleFile(NODE, library.format(), both(FIRST));
		this.peer = library.open(new Site(this.file.path(), NODE, this.events::incrementAndGet));
	}

	/**
	 * Measure.
	 * @param arguments a library and the number of overwrites
	 * @throws Exception when the file can't be written
	 */
	public static void main(String[] arguments) throws Exception {
		Child.failWithThisThread();
		Storm storm = new Storm(Library.valueOf(arguments[0]));
		double cpu = OwnProcess.cpuMillis();
		Thread reader = new Thread(storm::read, "reader");
		reader.start();
		int last = storm.write(Integer.parseInt(arguments[1]));
		storm.over = true;
		reader.join();
		storm.tell(OwnProcess.cpuMillis() - cpu, last);
		storm.file.close();
		System.exit(0);
	}

	private int write(int overwrites) throws IOException {
		long start = System.nanoTime();
		int number = FIRST;
		for (int overwrite = 1; overwrite <= overwrites; overwrite++) {
			number = FIRST + overwrite % FIRST;
			overwrite(this.file.text(both(number)));
			long next = start + overwrite * PERIOD;
			await(() -> System.nanoTime() >= next, Duration.ofNanos(PERIOD), 20_000);
		}
		return number;
	}

	private void overwrite(String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int cut = text.indexOf("max_peers") + "max_peers = 1".length();
		try (FileChannel channel = FileChannel.open(this.file.path(), StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			channel.write(ByteBuffer.wrap(bytes, 0, cut));
			LockSupport.parkNanos(100_000);
			channel.write(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
		}
	}

	private void read() {
		while (!this.over) {
			this.reads++;
			try {
				judge(this.peer.pair());
			}
			catch (RuntimeException | Error ex) {
				this.incomplete++;
			}
			LockSupport.parkNanos(100_000);
		}
	}

	private void judge(Pair pair) {
		if (pair.port() < FIRST || pair.peers() < FIRST) {
			this.incomplete++;
		}
		else if (pair.port() != pair.peers()) {
			this.torn++;
		}
	}

	private void tell(double cpuMillis, int last) {
		Child.tell("events", this.events.get());
		Child.tell("reads", this.reads);
		Child.tell("incomplete", this.incomplete);
		Child.tell("torn", this.torn);
		Child.tell("cpu", cpuMillis / 1000);
		boolean right = await(() -> isInForce(both(last)), Duration.ofSeconds(15), 10_000_000);
		Child.tell("right", right ? 1 : 0);
	}

	private boolean isInForce(Pair pair) {
		try {
			return this.peer.pair().equals(pair);
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static boolean await(BooleanSupplier condition, Duration limit, long pause) {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			LockSupport.parkNanos(pause);
		}
		return condition.getAsBoolean();
	}

	private static Pair both(int number) {
		return new Pair(number, number);
	}

}
