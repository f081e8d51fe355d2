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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Scale;
import io.wolfprowler.config.internal.engine.manager.NumbersRig.Numbers;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.LongGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/**
 * Whatever several threads do to a manager at once, each call takes effect at one point
 * between its beginning and its end.
 */
@Tag("faults")
class LinearizabilityTests {

	private static final int SCENARIOS = 10;

	private static final String[] WITHOUT_LOG = {
			"-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
			"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog" };

	@TempDir
	private Path directory;

	@Test
	void callsOfEveryThreadTakeEffectAtOnePoint() throws Exception {
		check(Memory.class, SequentialNumbers.Edited.class, 3);
	}

	/**
	 * An edit and the reload that follows it are two calls: whoever edits in between is
	 * heard with the next one, which is what signals are for. So one thread makes both.
	 */
	@Test
	void callsTakeEffectAtOnePointWhileTheSourceIsEdited() throws Exception {
		check(Edits.class, SequentialNumbers.Edited.class, 2);
	}

	/**
	 * The look that follows the switch may come at any time, so it finds nothing new.
	 */
	@Test
	void switchingHotReloadTakesEffectAtOnePoint() throws Exception {
		check(Switches.class, SequentialNumbers.Unedited.class, 2);
	}

	private void check(Class<?> calls, Class<?> specification, int threads) throws Exception {
		try (ChildJvm child = ChildJvm
			.of(LincheckRun.class, calls.getName(), specification.getName(), threads, Scale.of(SCENARIOS))
			.flags(WITHOUT_LOG)
			.output(to("output"))
			.errors(to("errors"))
			.start()) {
			int exit = child.waitFor(Duration.ofMinutes(Scale.of(5)));
			assertThat(exit).as(() -> "Lincheck says: " + said("output") + said("errors")).isZero();
		}
	}

	private ProcessBuilder.Redirect to(String name) {
		return ProcessBuilder.Redirect.to(this.directory.resolve(name).toFile());
	}

	private String said(String name) {
		return contentOf(this.directory.resolve(name).toFile());
	}

	/** Calls that change values in memory, and those that show them. */
	@Param(name = "version", gen = LongGen.class, conf = "1:4")
	@Param(name = "value", gen = IntGen.class, conf = "1:3")
	public abstract static class Updates {

		final NumbersRig rig;

		Updates(Numbers source) {
			this.rig = new NumbersRig(source);
		}

		@Operation
		public String snapshot() {
			return this.rig.snapshot();
		}

		@Operation
		public List<Long> history() {
			return this.rig.history();
		}

		@Operation
		public boolean increment() {
			return this.rig.increment();
		}

		@Operation
		public String incrementIf(@Param(name = "version") long version) {
			return this.rig.incrementIf(version);
		}

		@Operation
		public boolean set(@Param(name = "value") int value) {
			return this.rig.set(value);
		}

		@Validate
		public void end() {
			this.rig.end();
		}

	}

	/** Every call that changes what is in force. */
	public static class Memory extends Updates {

		public Memory() {
			super(NumbersRig.EDIT);
		}

		@Operation
		public String reload() {
			return this.rig.reload();
		}

		@Operation
		public String save() {
			return this.rig.save();
		}

		@Operation
		public String rollback(@Param(name = "version") long version) {
			return this.rig.rollback(version);
		}

		@Operation(runOnce = true)
		public String close() {
			return this.rig.close();
		}

	}

	/** Updates and saves, while one thread edits and reloads. */
	public static class Edits extends Updates {

		public Edits() {
			super(NumbersRig.EDIT);
		}

		@Operation(nonParallelGroup = "editor")
		public String edit(@Param(name = "value") int value) {
			return this.rig.edit(value);
		}

		@Operation(nonParallelGroup = "editor")
		public String reload() {
			return this.rig.reload();
		}

	}

	/** Updates, while hot reload is switched. */
	public static class Switches extends Updates {

		public Switches() {
			super(NumbersRig.START);
		}

		@Operation
		public String enable(@Param(gen = BooleanGen.class) boolean wanted) {
			return this.rig.enable(wanted);
		}

		@Operation
		public boolean isEnabled() {
			return this.rig.isEnabled();
		}

	}

}
