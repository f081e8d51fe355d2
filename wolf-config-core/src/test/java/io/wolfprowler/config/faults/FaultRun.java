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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs one script, and sees to what must hold whatever happens: a reader sees whole texts
 * only, each applied once and in order, and the next good file is applied.
 */
final class FaultRun {

	private static final int REVIVED = 99;

	private final FaultCase script;

	private final Bench bench;

	private FaultRun(FaultCase script, Bench bench) {
		this.script = script;
		this.bench = bench;
	}

	static void run(FaultCase script, Mode mode, Path home) throws Exception {
		try (Bench bench = new Bench(script, mode, home)) {
			try {
				new FaultRun(script, bench).run();
			}
			catch (Throwable ex) {
				bench.journal.add("applied " + bench.applied());
				throw new AssertionError(ex.getMessage() + "\nin " + mode + ": " + script.name() + "\n" + bench.journal,
						ex);
			}
		}
	}

	private void run() throws Exception {
		if (this.script.given().isEmpty()) {
			Step.run(this.bench, "write config.toml 1");
		}
		for (String step : this.script.given()) {
			Step.run(this.bench, step);
		}
		this.bench.start();
		for (String step : this.script.steps()) {
			Step.run(this.bench, step);
		}
		ends();
		this.bench.revive(REVIVED);
		List<Integer> applied = this.bench.await().until(this.bench::applied, (told) -> told.contains(REVIVED));
		assertThat(applied.subList(0, applied.size() - 1)).as("applied").isIn(orders(this.script.expected()));
		sawNothingElse(applied);
	}

	private void ends() {
		if (this.script.outcome().isEmpty()) {
			int last = number(this.script.expected().get(this.script.expected().size() - 1));
			this.bench.await()
				.until(this.bench.manager()::getConfig, (sheet) -> sheet.said() == last && sheet.isWhole());
			if (!this.script.hasOption("torn")) {
				assertThat(this.bench.manager().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			}
		}
		else {
			this.bench.await().untilAsserted(() -> assertThat(this.bench.lastLook()).startsWith(this.script.outcome()));
		}
		this.bench.journal.add(this.bench.lastLook());
		if (!mayRefuse()) {
			assertThat(this.bench.refusals()).as("refusals").isZero();
		}
	}

	private void sawNothingElse(List<Integer> applied) {
		List<Integer> allowed = new ArrayList<>(List.of(1));
		allowed.addAll(applied);
		assertThat(this.bench.hammer().failure()).isNull();
		assertThat(this.bench.manager().status().failures()).isZero();
		if (this.script.hasOption("torn") && !this.bench.hammer().torn().isEmpty()) {
			assertThat(this.bench.manager().status().partialWrites().suspected()).isPositive();
			return;
		}
		assertThat(this.bench.hammer().torn()).as("torn").isEmpty();
		assertThat(allowed).as("applied").containsSubsequence(this.bench.hammer().seen());
	}

	private boolean mayRefuse() {
		return this.script.hasOption("refusals") || this.script.outcome().startsWith("REJECTED")
				|| this.script.steps().stream().anyMatch((step) -> step.startsWith("see REJECTED"));
	}

	/** Return every order in which what is expected may come. */
	private static List<List<Integer>> orders(List<String> expected) {
		List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
		for (String each : expected) {
			List<List<Integer>> longer = new ArrayList<>(each.endsWith("?") ? orders : List.of());
			for (List<Integer> order : orders) {
				List<Integer> one = new ArrayList<>(order);
				one.add(number(each));
				longer.add(one);
			}
			orders = longer;
		}
		return orders;
	}

	private static int number(String expected) {
		return Integer.parseInt(expected.replace("?", ""));
	}

}
