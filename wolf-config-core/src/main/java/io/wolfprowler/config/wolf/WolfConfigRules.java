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

package io.wolfprowler.config.wolf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Problem;

/**
 * The rules of a {@link WolfConfig} that go beyond the bounds of one number.
 */
final class WolfConfigRules implements ConfigValidator<WolfConfig> {

	private static final Set<String> LOG_LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

	@Override
	public List<Problem> validate(WolfConfig candidate) {
		List<Problem> problems = new ArrayList<>();
		if (candidate.webPort() != 0 && candidate.webPort() == candidate.p2pPort()) {
			problems.add(Problem.invalid("p2p_port",
					"must differ from web_port, found " + candidate.p2pPort() + " for both; 0 takes any free port"));
		}
		if (candidate.saveState() && candidate.stateFile().isBlank()) {
			problems.add(Problem.invalid("state_file",
					"must name a file while save_state is true, found \"" + candidate.stateFile() + "\""));
		}
		if (!LOG_LEVELS.contains(candidate.logLevel().toLowerCase(Locale.ROOT))) {
			problems.add(Problem.invalid("log_level",
					"must be one of trace, debug, info, warn, error, off, found \"" + candidate.logLevel() + "\""));
		}
		return problems;
	}

	@Override
	public List<Problem> warnings(WolfConfig candidate) {
		if (candidate.heartbeatIntervalSecs() < candidate.discoveryIntervalSecs()) {
			return List.of();
		}
		return List.of(Problem.invalid("heartbeat_interval_secs",
				"should be less than discovery_interval_secs (" + candidate.discoveryIntervalSecs() + "), found "
						+ candidate.heartbeatIntervalSecs() + "; peers may be considered lost"));
	}

}
