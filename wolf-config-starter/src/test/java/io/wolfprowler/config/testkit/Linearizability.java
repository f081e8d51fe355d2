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

package io.wolfprowler.config.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.NullMarked;

/**
 * Makes random calls from several threads at once and searches for an order, one call
 * after the other, in which a model would have given the same results. A call that had
 * ended before another began comes first in it.
 *
 * @param subjects makes a new subject for each round
 * @param end ends a subject and checks what must hold at the end
 * @param start the model of a new subject
 * @param menus the calls that each thread chooses from
 * @param finale the calls after all threads are done
 * @param <S> the type of the subject
 * @param <M> the type of the model, immutable
 */
@NullMarked
public record Linearizability<S, M>(Supplier<S> subjects, Consumer<S> end, M start, List<List<Call<S, M>>> menus,
		List<Call<S, M>> finale) {

	private static final int LENGTH = 4;

	/**
	 * Plays a number of rounds.
	 * @param seed decides on the calls of all rounds
	 * @param rounds how many rounds
	 */
	public void check(long seed, int rounds) {
		Random random = new Random(seed);
		ExecutorService threads = Executors.newFixedThreadPool(this.menus.size());
		try {
			for (int round = 0; round < rounds; round++) {
				List<List<Done<M>>> history = play(threads, random);
				if (!new Search<>(history).explains(this.start)) {
					throw new AssertionError("No order explains round " + round + " of seed " + seed + ": " + history);
				}
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private List<List<Done<M>>> play(ExecutorService threads, Random random) {
		S subject = this.subjects.get();
		AtomicInteger clock = new AtomicInteger();
		AtomicInteger away = new AtomicInteger(this.menus.size());
		List<CompletableFuture<List<Done<M>>>> runs = new ArrayList<>();
		for (List<Call<S, M>> menu : this.menus) {
			List<Call<S, M>> calls = random.ints(LENGTH, 0, menu.size()).mapToObj(menu::get).toList();
			runs.add(CompletableFuture.supplyAsync(() -> {
				meet(away);
				return make(calls, subject, clock);
			}, threads));
		}
		List<List<Done<M>>> history = new ArrayList<>();
		runs.forEach((run) -> history.add(run.orTimeout(1, TimeUnit.MINUTES).join()));
		history.add(make(this.finale, subject, clock));
		this.end.accept(subject);
		return history;
	}

	// Whoever waits here runs, so that all go on at the same time.
	private static void meet(AtomicInteger away) {
		away.decrementAndGet();
		while (away.get() > 0) {
			Thread.yield();
		}
	}

	private List<Done<M>> make(List<Call<S, M>> calls, S subject, AtomicInteger clock) {
		List<Done<M>> done = new ArrayList<>();
		for (Call<S, M> call : calls) {
			int began = clock.incrementAndGet();
			Object result = call.real().apply(subject);
			done.add(new Done<>(call.name(), call.model(), result, began, clock.incrementAndGet()));
		}
		return done;
	}

	/**
	 * A call that may be made.
	 *
	 * @param name its name
	 * @param real makes it, and returns its result
	 * @param model makes it on the model
	 * @param <S> the type of the subject
	 * @param <M> the type of the model
	 */
	public record Call<S, M>(String name, Function<S, Object> real, Function<M, Step<M>> model) {

	}

	/**
	 * What a call does to the model.
	 *
	 * @param next the model after it
	 * @param result its result
	 * @param <M> the type of the model
	 */
	public record Step<M>(M next, Object result) {

	}

	private record Done<M>(String name, Function<M, Step<M>> model, Object result, int began, int ended) {

		@Override
		public String toString() {
			return this.name + " -> " + this.result + " [" + this.began + ", " + this.ended + "]";
		}

	}

	/**
	 * Looks for the order.
	 *
	 * @param history the calls of each thread
	 * @param dead where it does not go on
	 */
	private record Search<M>(List<List<Done<M>>> history, Set<Place<M>> dead) {

		private Search(List<List<Done<M>>> history) {
			this(history, new HashSet<>());
		}

		private boolean explains(M start) {
			return leads(new Place<>(this.history.stream().map((calls) -> 0).toList(), start));
		}

		private boolean leads(Place<M> place) {
			int earliestEnd = Integer.MAX_VALUE;
			for (int thread = 0; thread < this.history.size(); thread++) {
				if (isPending(place, thread)) {
					earliestEnd = Math.min(earliestEnd, next(place, thread).ended());
				}
			}
			if (earliestEnd == Integer.MAX_VALUE) {
				return true;
			}
			for (int thread = 0; thread < this.history.size(); thread++) {
				if (isPending(place, thread) && next(place, thread).began() < earliestEnd && follows(place, thread)) {
					return true;
				}
			}
			return false;
		}

		private boolean follows(Place<M> place, int thread) {
			Done<M> call = next(place, thread);
			Step<M> step = call.model().apply(place.model());
			if (!step.result().equals(call.result())) {
				return false;
			}
			Place<M> following = place.after(thread, step.next());
			return !this.dead.contains(following) && (leads(following) || !this.dead.add(following));
		}

		private boolean isPending(Place<M> place, int thread) {
			return place.made().get(thread) < this.history.get(thread).size();
		}

		private Done<M> next(Place<M> place, int thread) {
			return this.history.get(thread).get(place.made().get(thread));
		}

	}

	/**
	 * How far an order has come.
	 *
	 * @param made how many calls of each thread are in it
	 * @param model the model after them
	 */
	private record Place<M>(List<Integer> made, M model) {

		private Place<M> after(int thread, M next) {
			List<Integer> more = new ArrayList<>(this.made);
			more.set(thread, more.get(thread) + 1);
			return new Place<>(List.copyOf(more), next);
		}

	}

}
