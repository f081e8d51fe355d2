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

package io.wolfprowler.config.internal.engine.apply;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.fixtures.Threads;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.time.Cancellable;
import io.wolfprowler.config.internal.time.Scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A row of {@code failure-points.txt}: where a change fails, and what holds after.
 *
 * @param failures such as {@code 3p vetoes the port}
 * @param outcome an {@code Outcome}, or {@code CLOSED}
 * @param calls who is called before the change is decided
 * @param laterCalls who is called after that
 * @param problems each its stage, its key and its message
 * @param log the lines besides those of the problems
 */
record FailurePoint(List<String> failures, String outcome, String calls, String laterCalls, List<String> problems,
		List<String> log) {

	/** That of a participant, and of nothing else. */
	static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final String NO_THREAD = "has no thread";

	static Stream<FailurePoint> all() throws IOException {
		try (var table = FailurePoint.class.getResourceAsStream("/engine/failure-points.txt")) {
			return new String(table.readAllBytes(), UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> {
					String[] cells = Arrays.stream((line + "| ").split("\\|", -1))
						.map(String::strip)
						.toArray(String[]::new);
					String[] calls = cells[2].split(" \\.\\.\\. ");
					return new FailurePoint(List.of(cells[0].split(", ")), cells[1], calls[0],
							(calls.length > 1) ? " " + calls[1] : "", list(cells[3]), list(cells[4]));
				})
				.toList()
				.stream();
		}
	}

	boolean isClosing() {
		return toString().contains("close");
	}

	boolean isInTheMiddle() {
		return toString().contains("2") || this.failures.size() > 1 || this.problems.isEmpty();
	}

	/** Return the failures in words, whoever it is that fails. */
	Stream<String> described() {
		Map<Character, String> steps = Map.of('p', "prepare", 'c', "commit", 'r', "roll back");
		return this.failures.stream().map((failure) -> steps.get(failure.charAt(1)) + failure.substring(2));
	}

	/** Let the failures happen to three participants. */
	void arrange(Trio trio, GatewayRig rig) {
		for (String failure : this.failures) {
			String call = failure.substring(0, 2);
			String how = failure.substring(3);
			if (how.equals("returns null")) {
				trio.returnNull(call);
			}
			else if (!how.equals(NO_THREAD)) {
				trio.on(call, () -> happen(how, trio, rig));
			}
		}
	}

	/** Return a scheduler that has no thread when the table says so. */
	Scheduler scarce(Scheduler scheduler, Trio trio) {
		List<String> order = List.of(this.calls.split(" "));
		OptionalInt scarce = this.failures.stream()
			.filter((failure) -> failure.endsWith(NO_THREAD))
			.mapToInt((failure) -> {
				String call = failure.substring(0, 2);
				return call.endsWith("p") ? Integer.parseInt(call.substring(0, 1)) - 1 : order.indexOf(call);
			})
			.findFirst();
		return scarce.isPresent()
				? new Scarce(scheduler, new AtomicInteger(), () -> trio.calls.size() == scarce.getAsInt()) : scheduler;
	}

	private static void happen(String how, Trio trio, GatewayRig rig) {
		switch (how) {
			case "vetoes the port" -> throw new ConfigVetoException("port", "is taken, found 8080");
			case "vetoes the whole" -> throw new ConfigVetoException("there is no room");
			case "throws" -> throw new IllegalStateException("broken");
			case "throws a checked exception" -> FailurePoint.<RuntimeException>sneak(new IOException("broken"));
			case "throws a StackOverflowError" -> throw new StackOverflowError();
			case "throws a LinkageError" -> throw new NoClassDefFoundError("Pool");
			case "throws an AssertionError" -> throw new AssertionError("broken");
			case "throws an OutOfMemoryError" -> throw new OutOfMemoryError("broken");
			case "throws what has no message to be had" -> throw new Unreadable();
			case "vetoes with no message to be had" -> throw new UnreadableVeto();
			case "returns too late" -> beLate(trio, rig);
			case "throws too late" -> {
				beLate(trio, rig);
				throw new IllegalStateException("too late");
			}
			case "closes the manager" -> rig.manager.close();
			case "is interrupted as others close the manager" -> {
				new Threads().start(1, rig.manager::close);
				trio.late.pass();
			}
			case "sees the manager closed by others" -> {
				new Threads().start(1, rig.manager::close);
				awaitClosed(rig);
			}
			case "fails not" -> {
			}
			default -> throw new IllegalArgumentException(how);
		}
	}

	private static void beLate(Trio trio, GatewayRig rig) {
		rig.scheduler.advance(TIMEOUT);
		if (!Thread.interrupted()) {
			throw new IllegalStateException("Not interrupted");
		}
		trio.late.pass();
	}

	private static void awaitClosed(GatewayRig rig) {
		String refusal = "";
		while (!refusal.endsWith("is closed")) {
			try {
				rig.manager.reload();
			}
			catch (IllegalStateException ex) {
				refusal = ex.getMessage();
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void sneak(Throwable failure) throws E {
		throw (E) failure;
	}

	private static List<String> list(String cell) {
		return cell.isEmpty() ? List.of() : List.of(cell.split("; (?=[A-Z]{4,8} )"));
	}

	@Override
	public String toString() {
		return String.join(", ", this.failures);
	}

	static final class Unreadable extends RuntimeException {

		@Override
		public String getMessage() {
			throw new IllegalStateException("no message");
		}

	}

	static final class UnreadableVeto extends ConfigVetoException {

		UnreadableVeto() {
			super("port", "is taken");
		}

		@Override
		public String getMessage() {
			throw new IllegalStateException("no message");
		}

	}

	private record Scarce(Scheduler scheduler, AtomicInteger times, BooleanSupplier when) implements Scheduler {

		@Override
		public Cancellable schedule(Duration delay, Runnable task) {
			if (delay.equals(TIMEOUT) && this.when.getAsBoolean() && this.times.getAndIncrement() == 0) {
				throw new OutOfMemoryError("no thread");
			}
			return this.scheduler.schedule(delay, task);
		}

		@Override
		public long nanoTime() {
			return this.scheduler.nanoTime();
		}

	}

}
