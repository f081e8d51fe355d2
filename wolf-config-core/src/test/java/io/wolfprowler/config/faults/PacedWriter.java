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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.wolf.WolfConfig;

/**
 * Writes a file again and again, at a steady pace: once in a millisecond, or as often as
 * the machine lets it, with a rest in between.
 */
final class PacedWriter {

	static final int FIRST = 10_000;

	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long REST = PERIOD / 2;

	private final Path file;

	PacedWriter(Path file) {
		this.file = file;
	}

	/**
	 * Write so often.
	 * @return the number that was written last
	 */
	int run(int count, Write write) throws IOException {
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			write.write(number(i));
			long next = Math.max(start + (i + 1) * PERIOD, System.nanoTime() + REST);
			for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
		}
		return number(count - 1);
	}

	/** In place, in two pieces, of which the first one alone is a valid text. */
	void overwrite(int number) throws IOException {
		try (OutputStream out = Files.newOutputStream(this.file)) {
			out.write(start(number).getBytes(StandardCharsets.UTF_8));
			out.write(end(number).getBytes(StandardCharsets.UTF_8));
		}
	}

	/** By another file, so that what there is to see is always whole. */
	void replace(int number) throws IOException {
		Path fresh = Files.writeString(this.file.resolveSibling("fresh"), start(number) + end(number));
		Files.move(fresh, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Whether a text is all that is written at a time. */
	static boolean isWhole(byte[] text) {
		return new String(text, StandardCharsets.UTF_8).endsWith("state_file = \"s\"\n");
	}

	/** Whether a configuration comes from one whole text. */
	static boolean isWhole(WolfConfig config) {
		int number = config.webPort();
		return config.maxPeers() == number && config.nodeName().equals("n" + number) && config.stateFile().equals("s");
	}

	private static String start(int number) {
		return "web_port = %1$d\nmax_peers = %1$d\n".formatted(number);
	}

	private static String end(int number) {
		return "node_name = \"n%d\"\nstate_file = \"s\"\n".formatted(number);
	}

	private static int number(int i) {
		return FIRST + i % 50_000;
	}

	/**
	 * A way to write a number.
	 */
	@FunctionalInterface
	interface Write {

		void write(int number) throws IOException;

	}

}
