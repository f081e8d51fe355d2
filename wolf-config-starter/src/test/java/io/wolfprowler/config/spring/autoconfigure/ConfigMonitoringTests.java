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
package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.spring.actuate.ConfigHealthIndicator;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigHealthAutoConfiguration}, {@link ConfigMetricsAutoConfiguration}
 * and {@link ConfigObservationAutoConfiguration}.
 */
@ExtendWith(QuietLog.class)
class ConfigMonitoringTests {

	@TempDir
	Path directory;

	private ConfigFiles files;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFile() {
		this.files = new ConfigFiles(this.directory);
		this.context = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WolfConfigAutoConfiguration.class, ConfigHealthAutoConfiguration.class,
							ConfigMetricsAutoConfiguration.class, ConfigObservationAutoConfiguration.class))
			.withPropertyValues("wolf.config.path=" + this.files.write("config.toml", "web_port = 9090\n"),
					"wolf.config.hot-reload.enabled=false");
	}

	@Test
	void isUpOnWhatTheSourceHolds() {
		this.context.run((context) -> {
			Health health = health(context);

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(details(health)).containsEntry("version", 1L)
				.doesNotContainKeys("problems", "failures", "pendingRestart");
			assertThat(details(health).get("sourceState")).hasToString("IN_FORCE");
			assertThat(details(health).get("hotReload")).hasToString("OFF");
		});
	}

	@Test
	void isStaleWhileTheSourceIsRefusedAndUpAgainWhenItIsMended() {
		this.context.run((context) -> {
			this.files.write("config.toml", "web_port = 70000\n");
			manager(context).reload();
			assertThat(health(context).getStatus()).isEqualTo(ConfigHealthIndicator.STALE);
			assertThat(details(health(context)).get("problems").toString())
				.contains("config.toml:1:12: web_port must be between 0 and 65535, found 70000");

			this.files.write("config.toml", "web_port = 9091\n");
			manager(context).reload();

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void isStaleWhileTheSourceIsAbsent() {
		this.context.run((context) -> {
			this.files.delete("config.toml");
			manager(context).reload();

			assertThat(health(context).getStatus()).isEqualTo(ConfigHealthIndicator.STALE);
			assertThat(details(health(context)).get("sourceState")).hasToString("ABSENT");
		});
	}

	@Test
	void isDegradedAfterAFailedCommit() {
		this.context.run((context) -> {
			manager(context).addParticipant((transition) -> new ConfigParticipant.Prepared() {

				@Override
				public void commit() {
					throw new IllegalStateException("the pool is closed");
				}

				@Override
				public void rollback() {
				}

			});
			manager(context).updateValues(Map.of("max_peers", 10));

			assertThat(health(context).getStatus()).isEqualTo(ConfigHealthIndicator.DEGRADED);
			assertThat(details(health(context)).get("failures").toString()).contains("the pool is closed");
		});
	}

	@Test
	void metersWhatComesOfAttempts() {
		this.context.withBean(SimpleMeterRegistry.class).run((context) -> {
			MeterRegistry registry = metered(context);
			manager(context).updateValues(Map.of("max_peers", 10));
			this.files.write("config.toml", "web_port = 70000\n");
			manager(context).reload();

			assertThat(
					registry.get("wolf.config.reloads").tags("outcome", "applied", "cause", "update").counter().count())
				.isOne();
			assertThat(registry.get("wolf.config.reloads")
				.tags("outcome", "rejected", "cause", "reload")
				.counter()
				.count()).isOne();
			assertThat(registry.get("wolf.config.version").gauge().value()).isEqualTo(2);
			assertThat(registry.get("wolf.config.last.reload.successful").gauge().value()).isZero();
			assertThat(registry.get("wolf.config.unsaved.keys").gauge().value()).isOne();
			assertThat(registry.get("wolf.config.document.size").gauge().value()).isEqualTo(16);
			assertThat(registry.get("wolf.config.watch.mode").tag("mode", "off").gauge().value()).isOne();
			assertThat(registry.get("wolf.config.reload.duration").tag("phase", "validate").timer().count())
				.isPositive();
		});
	}

	@Test
	void metersEveryListenerByItsName() {
		this.context.withBean(SimpleMeterRegistry.class).run((context) -> {
			MeterRegistry registry = metered(context);
			manager(context).addCallback((change) -> {
				throw new IllegalStateException("no");
			});
			manager(context).updateValues(Map.of("max_peers", 10));

			assertThat(registry.get("wolf.config.listener")
				.tags("kind", "callback", "result", "failure", "name", getClass().getName() + " lambda")
				.timer()
				.count()).isOne();
		});
	}

	@Test
	void hasTagsOfClosedSetsOnly() {
		this.context.withBean(SimpleMeterRegistry.class).run((context) -> {
			MeterRegistry registry = metered(context);
			manager(context).addCallback((change) -> {
			});
			manager(context).updateValues(Map.of("node_name", "canary"));

			Set<String> keys = new TreeSet<>();
			for (Meter meter : registry.getMeters()) {
				assertThat(meter.getId().toString()).doesNotContain("canary");
				meter.getId().getTags().stream().map(Tag::getKey).forEach(keys::add);
			}
			assertThat(keys).containsOnly("manager", "outcome", "cause", "phase", "kind", "name", "result", "mode");
		});
	}

	@Test
	void observesEveryAttempt() {
		ObservationRegistry registry = ObservationRegistry.create();
		Set<String> observed = new TreeSet<>();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				observed.add(context.getName() + " " + context.getLowCardinalityKeyValues());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		this.context.withBean(ObservationRegistry.class, () -> registry).run((context) -> {
			manager(context).updateValues(Map.of("max_peers", 10));

			assertThat(observed).singleElement()
				.asString()
				.startsWith("wolf.config.reload ")
				.contains("manager=wolf", "cause=update", "outcome=applied");
			assertThat(registry.getCurrentObservationScope()).isNull();
		});
	}

	@Test
	void aTraceShowsAReloadWithWhatParticipantsDo() {
		ObservationRegistry registry = ObservationRegistry.create();
		SimpleTracer tracer = new SimpleTracer();
		registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
		this.context.withBean(ObservationRegistry.class, () -> registry).run((context) -> {
			manager(context).addParticipant((transition) -> Observation.createNotStarted("open pool", registry)
				.observe(() -> ConfigParticipant.Prepared.NOTHING));
			Observation.createNotStarted("request", registry)
				.observe(() -> manager(context).updateValues(Map.of("max_peers", 10)));
		});

		Map<String, SimpleSpan> spans = tracer.getSpans()
			.stream()
			.collect(Collectors.toMap(SimpleSpan::getName, (span) -> span));
		assertThat(spans.keySet()).containsExactlyInAnyOrder("request", "configuration update", "open pool");
		SimpleSpan update = spans.get("configuration update");
		assertThat(update.getParentId()).isEqualTo(spans.get("request").getSpanId());
		assertThat(spans.get("open pool").getParentId()).isEqualTo(update.getSpanId());
		assertThat(update.getTags()).containsEntry("outcome", "applied").containsEntry("manager", "wolf");
	}

	@Test
	void doesWithoutWhatIsNotThere() {
		this.context.withClassLoader(new FilteredClassLoader(MeterBinder.class, HealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConfigManager.class)
				.doesNotHaveBean("wolfConfigHealthIndicator")
				.doesNotHaveBean("wolfConfigMetrics"));
	}

	@Test
	void isOffWhereItIsSwitchedOff() {
		this.context.withPropertyValues("management.health.wolfconfig.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigHealthIndicator.class));
		this.context.withPropertyValues("wolf.config.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ConfigHealthIndicator.class)
				.doesNotHaveBean(MeterBinder.class));
	}

	private static MeterRegistry metered(ApplicationContext context) {
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		context.getBean(MeterBinder.class).bindTo(registry);
		return registry;
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<WolfConfig> manager(ApplicationContext context) {
		return context.getBean(ConfigManager.class);
	}

	private static Health health(ApplicationContext context) {
		return context.getBean(ConfigHealthIndicator.class).health();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> details(Health health) {
		return (Map<String, Object>) health.getDetails().get("wolf");
	}

}
