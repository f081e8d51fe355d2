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

package io.wolfprowler.config.engine;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.wolfprowler.config.testkit.Linearizability;
import io.wolfprowler.config.testkit.Linearizability.Call;
import io.wolfprowler.config.testkit.QuietLog;
import io.wolfprowler.config.testkit.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever several threads do to a manager at once, each call takes effect at one point
 * between its beginning and its end. A failure names the seed of its calls; which of them
 * meet is up to the threads.
 */
@Tag("faults")
@ExtendWith(QuietLog.class)
class LinearizabilityTests {

	private static final Call<NumbersRig, SequentialManager> RELOAD = new Call<>("reload", NumbersRig::reload,
			SequentialManager::reload);

	private static final Call<NumbersRig, SequentialManager> SNAPSHOT = new Call<>("snapshot", NumbersRig::snapshot,
			SequentialManager::snapshot);

	private static final Call<NumbersRig, SequentialManager> HISTORY = new Call<>("history", NumbersRig::history,
			SequentialManager::history);

	private static final List<Call<NumbersRig, SequentialManager>> MEMORY = List.of(SNAPSHOT, HISTORY,
			new Call<>("increment", NumbersRig::increment, SequentialManager::increment),
			new Call<>("increment if 2", (rig) -> rig.incrementIf(2), (model) -> model.incrementIf(2)),
			new Call<>("increment if 3", (rig) -> rig.incrementIf(3), (model) -> model.incrementIf(3)),
			new Call<>("set 2", (rig) -> rig.set(2), (model) -> model.set(2)),
			new Call<>("set 3", (rig) -> rig.set(3), (model) -> model.set(3)));

	private static final List<Call<NumbersRig, SequentialManager>> EDITS = List.of(RELOAD,
			new Call<>("edit 1", (rig) -> rig.edit(1), (model) -> model.edit(1)),
			new Call<>("edit 3", (rig) -> rig.edit(3), (model) -> model.edit(3)));

	private static final List<Call<NumbersRig, SequentialManager>> SWITCHES = List.of(
			new Call<>("enable", (rig) -> rig.enable(true), (model) -> model.enable(true)),
			new Call<>("disable", (rig) -> rig.enable(false), (model) -> model.enable(false)),
			new Call<>("is enabled", NumbersRig::isEnabled, SequentialManager::isEnabled));

	@Test
	void updatesAndReloadsOfEveryThreadTakeEffectAtOnePoint() {
		List<Call<NumbersRig, SequentialManager>> calls = and(MEMORY, List.of(RELOAD));

		check(SequentialManager.EDITED, 1_500, List.of(calls, calls, calls));
	}

	/**
	 * An edit and the reload that follows it are two calls: whoever edits in between is
	 * heard with the next one, which is what signals are for. So one thread makes both.
	 */
	@Test
	void updatesTakeEffectAtOnePointWhileTheSourceIsEdited() {
		check(SequentialManager.EDITED, 3_000, List.of(and(MEMORY, EDITS), MEMORY));
	}

	/**
	 * The look that follows the switch may come at any time, so it finds nothing new.
	 */
	@Test
	void switchingHotReloadTakesEffectAtOnePoint() {
		SequentialManager unedited = SequentialManager.EDITED.edit(SequentialManager.EDITED.port()).next();
		List<Call<NumbersRig, SequentialManager>> calls = and(MEMORY, SWITCHES);

		check(unedited, 1_500, List.of(calls, calls));
	}

	private static void check(SequentialManager start, int rounds,
			List<List<Call<NumbersRig, SequentialManager>>> threads) {
		new Linearizability<>(() -> rig(start), NumbersRig::end, start, threads, List.of(SNAPSHOT, HISTORY))
			.check(ThreadLocalRandom.current().nextLong(), Scale.of(rounds));
	}

	private static NumbersRig rig(SequentialManager start) {
		NumbersRig rig = new NumbersRig();
		rig.edit(start.sourcePort());
		return rig;
	}

	private static List<Call<NumbersRig, SequentialManager>> and(List<Call<NumbersRig, SequentialManager>> some,
			List<Call<NumbersRig, SequentialManager>> others) {
		return Stream.of(some, others).flatMap(List::stream).toList();
	}

}
