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
package io.wolfprowler.config.spring.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.Outcome;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows whether the active configurations are those of their sources. A source that can't
 * be used is no reason to take a node out of service: the last good configuration stays
 * active.
 */
public final class ConfigHealthIndicator extends AbstractHealthIndicator {

	/** A participant failed to commit the active version. */
	public static final Status DEGRADED = new Status("DEGRADED",
			"A participant failed to apply the active configuration");

	/** The content of a source is not the active configuration, or is missing. */
	public static final Status STALE = new Status("STALE",
			"A source can't be used; the last good configuration stays active");

	private final Supplier<Collection<ConfigManager<?>>> managers;

	/**
	 * Create an indicator.
	 * @param managers supplies the open managers
	 */
	public ConfigHealthIndicator(Supplier<Collection<ConfigManager<?>>> managers) {
		super("The health of the configuration can't be determined");
		this.managers = Objects.requireNonNull(managers, "managers");
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Status worst = Status.UP;
		for (ConfigManager<?> manager : this.managers.get()) {
			ConfigStatus status = manager.status();
			worst = worse(worst, statusOf(status));
			builder.withDetail(manager.name(), details(manager, status));
		}
		builder.status(worst);
	}

	private static Status statusOf(ConfigStatus status) {
		if (status.lastAccepted().result().outcome() == Outcome.DEGRADED) {
			return DEGRADED;
		}
		return switch (SourceState.of(status.lastReload())) {
			case IN_FORCE, HELD_BACK -> Status.UP;
			case REJECTED, VETOED, ABSENT -> STALE;
		};
	}

	private static Status worse(Status one, Status other) {
		return List.of(DEGRADED, STALE, Status.UP)
			.stream()
			.filter(List.of(one, other)::contains)
			.findFirst()
			.orElse(one);
	}

	private static Map<String, Object> details(ConfigManager<?> manager, ConfigStatus status) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version", status.active().version());
		details.put("source", manager.getSnapshot().origin());
		details.put("sourceState", SourceState.of(status.lastReload()));
		details.put("hotReload", status.hotReload());
		putProblems(details, "problems", status.lastReload(), manager);
		if (status.lastAccepted().result().outcome() == Outcome.DEGRADED) {
			putProblems(details, "failures", status.lastAccepted(), manager);
		}
		if (!status.pendingRestart().isEmpty()) {
			details.put("pendingRestart", status.pendingRestart().stream().sorted().toList());
		}
		return details;
	}

	private static void putProblems(Map<String, Object> details, String name, ConfigAttempt attempt,
			ConfigManager<?> manager) {
		List<String> problems = attempt.result()
			.problems()
			.stream()
			.map((problem) -> problem.describe(manager.getSnapshot().origin()))
			.toList();
		if (!problems.isEmpty()) {
			details.put(name, problems);
		}
	}

}
