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

package io.wolfprowler.config.internal.engine.load;

import java.nio.file.Path;
import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CandidateChecker}: rules, and rules that fail themselves.
 */
@ExtendWith(OutputCapture.class)
class CandidateCheckerTests {

	private static final String CHANGED = GatewayRig.TEXT.replace("limit = 10", "limit = 99");

	@Test
	void findsThePlaceOfWhatARuleRefuses() {
		try (GatewayRig rig = ruledBy((config) -> (config.limit() < 50) ? List.of()
				: List.of(Problem.invalid("limit", "must be less than 50, found " + config.limit())))) {
			rig.source.put(CHANGED);

			ReloadResult result = rig.manager.reload();

			assertThat(result.problems()).extracting((problem) -> problem.describe("config.toml"))
				.containsExactly("config.toml:4:9: limit must be less than 50, found 99");
		}
	}

	@Test
	void takesAnExceptionOfARuleForAProblem() {
		try (GatewayRig rig = ruledBy((config) -> {
			throw new IllegalStateException("no database");
		}, 10)) {
			rig.source.put(CHANGED);

			ReloadResult result = rig.manager.reload();

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains("failed")
					.contains("IllegalStateException: no database"));
		}
	}

	@Test
	void takesAnErrorOfARuleForAProblem() {
		try (GatewayRig rig = ruledBy((config) -> {
			throw new NoClassDefFoundError("com/example/Rules");
		}, 10)) {
			rig.source.put(CHANGED);

			ReloadResult result = rig.manager.reload();

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains("NoClassDefFoundError"));
		}
	}

	@Test
	void goesOnReloadingAfterARuleThrew() {
		try (GatewayRig rig = ruledBy((config) -> {
			throw new AssertionError("not today");
		}, 10)) {
			rig.manager.enableHotReload();
			rig.source.put(CHANGED);
			rig.signal();

			rig.source.put(GatewayRig.TEXT.replace("8080", "9090"));
			rig.signal();

			assertThat(rig.manager.getConfig().port()).isEqualTo(9090);
			assertThat(rig.observer.refusals()).hasSize(1);
		}
	}

	@Test
	void takesARuleThatReturnsNullForAProblem() {
		try (GatewayRig rig = ruledBy((config) -> null, 10)) {
			rig.source.put(CHANGED);

			assertThat(rig.manager.reload().outcome()).isEqualTo(Outcome.REJECTED);
		}
	}

	@Test
	void asksEveryRule() {
		ConfigValidator<Gateway> first = ruleOf("limit");
		ConfigValidator<Gateway> second = ruleOf("port");
		try (GatewayRig rig = new GatewayRig(GatewayRig.TEXT,
				(builder) -> builder.validator(first).validator(second))) {
			rig.source.put(CHANGED);

			ReloadResult result = rig.manager.reload();

			assertThat(result.problems()).extracting(Problem::key).containsExactly("port", "limit");
		}
	}

	@Test
	void logsWarningsOfWhatIsAccepted(CapturedOutput output) {
		ConfigValidator<Gateway> rules = new ConfigValidator<>() {

			@Override
			public List<Problem> validate(Gateway candidate) {
				return List.of();
			}

			@Override
			public List<Problem> warnings(Gateway candidate) {
				return (candidate.limit() < 50) ? List.of() : List.of(Problem.invalid("limit", "is generous"));
			}

		};
		try (GatewayRig rig = ruledBy(rules)) {
			rig.source.put(CHANGED);

			ReloadResult result = rig.manager.reload();

			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(result.problems()).isEmpty();
			assertThat(output).containsOnlyOnce("config.toml:4:9: limit is generous");
		}
	}

	@Test
	void neverShowsACandidateThatIsRefused() {
		Gateway[] seen = new Gateway[1];
		GatewayRig[] rigs = new GatewayRig[1];
		try (GatewayRig rig = ruledBy((config) -> {
			if (config.limit() == 10) {
				return List.of();
			}
			seen[0] = rigs[0].manager.getConfig();
			return List.of(Problem.invalid("limit", "must be 10"));
		})) {
			rigs[0] = rig;
			rig.source.put(CHANGED);

			rig.manager.reload();

			assertThat(seen[0].limit()).isEqualTo(10);
		}
	}

	private static GatewayRig ruledBy(ConfigValidator<Gateway> rules) {
		return new GatewayRig(GatewayRig.TEXT, (builder) -> builder.validator(rules));
	}

	private static GatewayRig ruledBy(ConfigValidator<Gateway> rules, int limitThatIsFine) {
		return ruledBy((config) -> (config.limit() == limitThatIsFine) ? List.of() : rules.validate(config));
	}

	private static ConfigValidator<Gateway> ruleOf(String key) {
		return (config) -> (config.limit() == 10) ? List.of() : List.of(Problem.invalid(key, "must be good"));
	}

	@Test
	void refusesWhatCanNotBeJudged() {
		try (ConfigManager<Touchy> manager = new ManagerBuilder<>(Touchy.class)
			.source(new StubSource("number = 1"), Path.of("config.toml"))
			.build()) {
			assertThat(manager.validate("number = 1").outcome()).isEqualTo(Outcome.UNCHANGED);
		}
		StubSource source = new StubSource("number = 1");
		try (ConfigManager<Touchy> manager = new ManagerBuilder<>(Touchy.class).source(source, Path.of("config.toml"))
			.build()) {
			source.put("number = 13");

			ReloadResult result = manager.reload();

			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems()).singleElement()
				.extracting(Problem::message)
				.asString()
				.startsWith("can't be validated: java.lang.IllegalStateException");
			source.put("number = 2");
			assertThat(manager.reload().outcome()).isEqualTo(Outcome.APPLIED);
		}
	}

	@Test
	void judgesATextByTheSizeOfAContent() {
		try (GatewayRig small = new GatewayRig("port = 1",
				(builder) -> builder.limits((limits) -> limits.maxSize(10)))) {
			assertThat(small.manager.validate("port = 2").outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(small.manager.validate("port = 2 # more").problems()).singleElement()
				.extracting(Problem::message)
				.isEqualTo("must be at most 10 bytes (max-size), found 15 bytes");
			assertThat(small.manager.validate("# \uD800").problems()).singleElement()
				.extracting(Problem::message)
				.isEqualTo("contains half of a surrogate pair, which is not valid Unicode");
		}
	}

	record Touchy(int number) {

		@Override
		public int number() {
			if (this.number == 13) {
				throw new IllegalStateException("unlucky");
			}
			return this.number;
		}

	}

}
