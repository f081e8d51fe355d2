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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of the two phases: every point where a change can fail, by every way in, and what
 * holds after.
 */
@Tag("faults")
@Timeout(30)
@ExtendWith(OutputCapture.class)
class TwoPhaseCommitTests {

	// As Logback writes it by itself, and as it does once an application has started.
	private static final Pattern TROUBLE = Pattern.compile("(WARN|ERROR) .*?ConfigManager +(?:--|:) (.*)");

	private final Trio trio = new Trio();

	static Stream<Arguments> decided() throws IOException {
		return eachWay((point) -> !point.isClosing());
	}

	static Stream<Arguments> closing() throws IOException {
		return eachWay(FailurePoint::isClosing);
	}

	// What happens to the first or the last alone makes no difference to those who ask.
	private static Stream<Arguments> eachWay(Predicate<FailurePoint> which) throws IOException {
		return FailurePoint.all()
			.filter(which)
			.flatMap((point) -> Stream.of(WayIn.values())
				.filter((way) -> point.isInTheMiddle() || way == WayIn.RELOAD || way == WayIn.UPDATE)
				.map((way) -> Arguments.of(point, way)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("decided")
	void holdsWhatTheTableSays(FailurePoint point, WayIn way, CapturedOutput output) {
		try (GatewayRig rig = rig(point, way)) {
			Gateway before = rig.manager.getConfig();
			point.arrange(this.trio, rig);

			ReloadResult result = way.go(rig);
			rig.settle();

			assertThat(this.trio.calls()).isEqualTo(point.calls());
			assertThat(result.outcome()).hasToString(point.outcome());
			assertThat(result.problems()).isEqualTo(problems(point, result, way));
			if (result.outcome() == Outcome.VETOED) {
				assertNothingHappened(rig, result, before);
			}
			else {
				assertVersionThree(rig, result, before);
			}
			assertThat(this.trio.asked).allSatisfy((transition) -> {
				assertThat(transition.previous().config()).isEqualTo(before);
				assertThat(transition.current().version()).isEqualTo(3);
			});
			List<String> log = log(point, result, way);
			assertThat(trouble(output)).containsExactlyInAnyOrderElementsOf(logged(log, false));
			this.trio.late.open();
			await(() -> this.trio.calls().equals(point.calls() + point.laterCalls()));
			assertTheNextChangeIsApplied(rig);
			assertThat(logged(trouble(output), true)).containsExactlyElementsOf(logged(log, true));
		}
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("closing")
	void endsAsTheTableSaysWhenItIsClosed(FailurePoint point, WayIn way, CapturedOutput output) {
		try (GatewayRig rig = rig(point, way)) {
			Gateway before = rig.manager.getConfig();
			point.arrange(this.trio, rig);

			if (point.outcome().equals("CLOSED")) {
				if (way == WayIn.SIGNAL) {
					way.go(rig);
				}
				else {
					assertThatIllegalStateException().isThrownBy(() -> way.go(rig))
						.withMessage("The configuration manager 'wolf' is closed");
				}
				rig.manager.close();
				assertThat(rig.manager.getConfig()).isSameAs(before);
				assertThat(rig.manager.status().lastAttempt().result().version()).isEqualTo(2);
			}
			else {
				way.go(rig);
				rig.manager.close();
				assertThat(rig.manager.getConfig().port()).isEqualTo(8080);
				assertThat(rig.manager.status().lastAttempt().result().version()).isEqualTo(3);
			}

			assertThat(this.trio.calls()).isEqualTo(point.calls());
			// A version that is in force by then may still be told.
			assertThat(rig.observer.versions()).startsWith(2L)
				.hasSizeLessThan(point.outcome().equals("CLOSED") ? 2 : 3);
			// What was attempted is told in any case: that is what an audit lives on.
			assertThat(rig.observer.attempts()).hasSize(point.outcome().equals("CLOSED") ? 2 : 3);
			List<String> log = point.log().stream().map(this::named).toList();
			await(() -> trouble(output).size() >= log.size());
			assertThat(trouble(output)).containsExactlyInAnyOrderElementsOf(log);
		}
	}

	@Test
	void standsInThePageOnReliability() throws IOException {
		String page = Files.readString(Path.of("../docs/reliability.md"));

		assertThat(FailurePoint.all().flatMap(FailurePoint::described)).hasSizeGreaterThan(80)
			.allMatch((failure) -> page.contains("\n| " + failure + " | "));
	}

	private GatewayRig rig(FailurePoint point, WayIn way) {
		GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.schedulerInstead((scheduler) -> point.scarce(scheduler, this.trio)));
		way.begin(rig);
		this.trio.join(rig);
		return rig;
	}

	private void assertNothingHappened(GatewayRig rig, ReloadResult result, Gateway before) {
		assertThat(result.version()).isEqualTo(2);
		assertThat(result.changes()).isEmpty();
		assertThat(rig.manager.getConfig()).isSameAs(before);
		assertThat(rig.manager.getSnapshot().version()).isEqualTo(2);
		assertThat(rig.manager.inspect().history()).hasSize(2);
		assertThat(rig.manager.status().lastRejection()).isEqualTo(rig.manager.status().lastAttempt());
		assertThat(rig.manager.status().lastAttempt().result()).isEqualTo(result);
		assertThat(rig.manager.status().unsaved()).isEmpty();
		assertThat(rig.callback.changes()).hasSize(1);
		assertThat(rig.observer.versions()).containsExactly(2L);
		assertThat(rig.observer.attempts()).extracting(ConfigAttempt::result).hasSize(3).endsWith(result);
	}

	private void assertVersionThree(GatewayRig rig, ReloadResult result, Gateway before) {
		assertThat(result.version()).isEqualTo(3);
		assertThat(result.changes()).containsExactly(GatewayRig.changed("port", 7070, 8080));
		assertThat(rig.manager.getConfig()).isEqualTo(before.withPort(8080));
		assertThat(rig.manager.getSnapshot().version()).isEqualTo(3);
		assertThat(rig.manager.status().active().version()).isEqualTo(3);
		assertThat(rig.manager.status().lastRejection()).isNull();
		assertThat(rig.manager.status().lastAttempt().result()).isEqualTo(result);
		assertThat(rig.callback.changes()).endsWith(GatewayRig.changed("port", 7070, 8080)).hasSize(2);
		assertThat(rig.observer.versions()).containsExactly(2L, 3L);
		assertThat(rig.observer.attempts()).extracting(ConfigAttempt::result).hasSize(3).endsWith(result);
	}

	private void assertTheNextChangeIsApplied(GatewayRig rig) {
		long version = rig.manager.getSnapshot().version();
		this.trio.behave();
		rig.source.put(GatewayRig.TEXT.replace("8080", "8181"));

		ReloadResult result = rig.manager.reload();
		while (isBusy(result)) {
			Thread.yield();
			result = rig.manager.reload();
		}

		assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(result.version()).isEqualTo(version + 1);
		assertThat(rig.manager.getConfig().port()).isEqualTo(8181);
		assertThat(this.trio.calls()).endsWith("1p 2p 3p 1c 2c 3c");
	}

	// A late call has been noted before it is over.
	private static boolean isBusy(ReloadResult result) {
		return result.outcome() == Outcome.VETOED
				&& result.problems().get(0).message().endsWith("it is still busy with an earlier change");
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime() - end).as("nanoseconds over a minute").isNegative();
			Thread.yield();
		}
	}

	private List<Problem> problems(FailurePoint point, ReloadResult result, WayIn way) {
		boolean placed = way.isByFile();
		return point.problems().stream().map((problem) -> {
			String[] parts = problem.split(" ", 3);
			String key = parts[1].equals("-") ? null : parts[1];
			return new Problem(Problem.Stage.valueOf(parts[0]), key, (placed && key != null) ? 3 : 0,
					(placed && key != null) ? 8 : 0, named(parts[2]));
		}).toList();
	}

	private List<String> log(FailurePoint point, ReloadResult result, WayIn way) {
		List<String> lines = new ArrayList<>();
		point.log().forEach((line) -> lines.add(named(line)));
		for (Problem problem : result.problems()) {
			if (problem.message().contains(" failed to ")) {
				lines.add("ERROR " + problem.message().replaceFirst(": (?!.*FailurePoint\\$).*", ""));
			}
			if (problem.stage() == Problem.Stage.COMMIT) {
				lines.add("ERROR Version 3 is active but not everywhere; config.toml: " + problem.message());
			}
			else if (way.isByFile()) {
				lines.add("WARN Kept version 2; " + problem.describe("config.toml"));
			}
		}
		return lines;
	}

	private String named(String text) {
		return text.replace("#1", this.trio.name(1)).replace("#2", this.trio.name(2)).replace("#3", this.trio.name(3));
	}

	private static List<String> logged(List<String> log, boolean late) {
		return log.stream().filter((line) -> line.contains("after its deadline") == late).toList();
	}

	private static List<String> trouble(CapturedOutput output) {
		return TROUBLE.matcher(output.getAll())
			.results()
			.map((MatchResult line) -> line.group(1) + " " + line.group(2))
			.toList();
	}

}
