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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerFactory;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.spring.ManualScheduler;
import io.wolfprowler.config.spring.live.ConfigScheduled;
import io.wolfprowler.config.spring.live.ConfigSchedules;
import io.wolfprowler.config.wolf.WolfConfig;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigSchedulesAutoConfiguration}.
 */
class ConfigSchedulesAutoConfigurationTests {

	private final ManualScheduler scheduler = new ManualScheduler();

	@TempDir
	Path directory;

	private ConfigFiles files;

	@BeforeEach
	void writeFiles() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "heartbeat_interval_secs = 10\n");
		this.files.write("pace.toml", "[poll]\nevery = \"3s\"\nmillis = 250\n");
	}

	@Test
	void runsAMethodAtTheIntervalInForce() {
		scheduled().withBean(Beat.class, this::beat).run((context) -> {
			Beat beat = context.getBean(Beat.class);
			this.scheduler.advance(Duration.ofSeconds(15));
			assertThat(beat.times).containsExactly(0L, 10L);

			context.getBean(ConfigManager.class).updateValues(Map.of("heartbeat_interval_secs", 2));
			this.scheduler.advance(Duration.ofSeconds(3));

			assertThat(beat.times).containsExactly(0L, 10L, 15L, 17L);
		});
	}

	@Test
	void runsMethodsOfAnyManagerAndUnit() {
		scheduled().withUserConfiguration(Paces.class).withBean(Polls.class).run((context) -> {
			this.scheduler.advance(Duration.ofSeconds(4));

			assertThat(context.getBean(Polls.class).calls).filteredOn("every"::equals).hasSize(2);
			assertThat(context.getBean(Polls.class).calls).filteredOn("millis"::equals).hasSize(17);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "-3s" })
	void vetoesAnIntervalAtItsPlace(String interval) {
		scheduled().withUserConfiguration(Paces.class).withBean(Polls.class).run((context) -> {
			this.files.write("pace.toml", "[poll]\nmillis = 250\nevery = \"" + interval + "\"\n");

			ReloadResult result = context.getBean("pace", ConfigManager.class).reload();

			String found = interval.startsWith("-") ? "PT-3S" : "PT0S";
			assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(result.problems()).containsExactly(new Problem(Problem.Stage.PREPARE, "poll.every", 3, 9,
					"poll.every must be more than zero, found " + found));
		});
	}

	@Test
	void schedulesABeanThatIsMadeLater() {
		scheduled().withBean(Beat.class, this::beat, (definition) -> definition.setLazyInit(true)).run((context) -> {
			this.scheduler.advance(Duration.ofSeconds(15));
			Beat beat = context.getBean(Beat.class);

			this.scheduler.advance(Duration.ofSeconds(10));

			assertThat(beat.times).containsExactly(15L, 25L);
		});
	}

	@Test
	void runsWhenAllBeansAreLazy() {
		scheduled().withBean(Beat.class, this::beat)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				this.scheduler.advance(Duration.ofSeconds(15));

				assertThat(context.getBean(Beat.class).times).containsExactly(0L, 10L);
			});
	}

	@Test
	void callsABeanThroughItsProxyUntilItIsDestroyed() {
		List<String> intercepted = new ArrayList<>();

		scheduled().withBean("beat", Beat.class, this::beat)
			.withBean(Proxies.class, () -> new Proxies(intercepted))
			.run((context) -> {
				this.scheduler.advance(Duration.ofSeconds(15));
				assertThat(intercepted).containsExactly("beat", "beat");

				((DefaultListableBeanFactory) context.getBeanFactory()).destroySingleton("beat");
				this.scheduler.advance(Duration.ofSeconds(15));
				assertThat(intercepted).hasSize(2);
				assertThat(this.scheduler.pending()).isZero();
			});
	}

	@Test
	void endsWithTheContext() {
		scheduled().withBean(Beat.class, this::beat).run((context) -> {
			Beat beat = context.getBean(Beat.class);
			this.scheduler.advance(Duration.ZERO);

			context.close();
			this.scheduler.advance(Duration.ofSeconds(60));

			assertThat(beat.times).containsExactly(0L);
			assertThat(this.scheduler.pending()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void makesAThreadOfItsOwnUnlessThereIsOneScheduler(int schedulers) {
		BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
		ApplicationContextRunner runner = context();
		for (int i = 0; i < schedulers; i++) {
			runner = runner.withBean("scheduler" + i, TaskScheduler.class, () -> this.scheduler);
		}
		runner.withBean(Caller.class).run((context) -> {
			context.getBean(Caller.class).call(() -> threads.add(Thread.currentThread()));

			Thread thread = threads.poll(10, TimeUnit.SECONDS);
			assertThat(thread.getName()).isEqualTo("wolf-config-schedules-1");
			context.close();
			thread.join(10_000);
			assertThat(thread.isAlive()).isFalse();
		});
	}

	@Test
	void makesNoThreadWithoutATask() {
		context().run((context) -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.noneMatch((name) -> name.startsWith("wolf-config-schedules-")));
	}

	@Test
	void runsNothingWhenOff() {
		scheduled().withPropertyValues("wolf.config.schedules.enabled=false")
			.withBean(Beat.class, this::beat)
			.withBean(Caller.class)
			.run((context) -> {
				context.getBean(Caller.class).call(() -> {
				});
				this.scheduler.advance(Duration.ofSeconds(60));

				assertThat(context.getBean(Beat.class).times).isEmpty();
				assertThat(this.scheduler.pending()).isZero();
			});
	}

	@Test
	void leavesNoBeanWhenAllIsOff() {
		context().withPropertyValues("wolf.config.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConfigSchedules.class));
	}

	@Test
	void namesTheManagersThereAre() {
		scheduled().withUserConfiguration(Paces.class)
			.withBean(NoManager.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessage(
						"@ConfigScheduled names the configuration manager 'gone', but there are only [pace, wolf]"));
	}

	@Test
	void namesAKeyThatIsNoInterval() {
		scheduled().withBean(NoKey.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessage("node_name must be a duration or an integer, found wolf-node"));
	}

	@Test
	void namesAMethodThatTakesParameters() {
		scheduled().withBean(NoMethod.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageStartingWith("@ConfigScheduled needs a method without parameters, found ")
				.hasMessageEndingWith("$NoMethod.beat(int)"));
	}

	private ApplicationContextRunner scheduled() {
		return context().withBean(TaskScheduler.class, () -> this.scheduler);
	}

	private ApplicationContextRunner context() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WolfConfigAutoConfiguration.class, ConfigSchedulesAutoConfiguration.class))
			.withPropertyValues("wolf.config.hot-reload.enabled=false",
					"wolf.config.path=" + this.files.path("config.toml"), "pace=" + this.files.path("pace.toml"));
	}

	private Beat beat() {
		return new Beat(this.scheduler);
	}

	static class Beat {

		private final List<Long> times = new ArrayList<>();

		private final ManualScheduler scheduler;

		Beat(ManualScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@ConfigScheduled(key = "heartbeat_interval_secs")
		void beat() {
			this.times.add(this.scheduler.time().toSeconds());
		}

	}

	static class Polls {

		private final List<String> calls = new ArrayList<>();

		@ConfigScheduled(key = "poll.every", manager = "pace")
		private void every() {
			this.calls.add("every");
		}

		@ConfigScheduled(key = "poll.millis", unit = ChronoUnit.MILLIS, manager = "pace")
		public int millis() {
			this.calls.add("millis");
			return this.calls.size();
		}

	}

	static class NoManager {

		@ConfigScheduled(key = "heartbeat_interval_secs", manager = "gone")
		void beat() {
		}

	}

	static class NoKey {

		@ConfigScheduled(key = "node_name")
		void beat() {
		}

	}

	static class NoMethod {

		@ConfigScheduled(key = "heartbeat_interval_secs")
		void beat(int count) {
		}

	}

	record Caller(ConfigSchedules schedules, ConfigManager<WolfConfig> manager) {

		void call(Runnable task) {
			this.schedules.every(this.manager, "heartbeat_interval_secs",
					(config) -> Duration.ofSeconds(config.heartbeatIntervalSecs()), task);
		}

	}

	record Pace(Poll poll) {

		record Poll(@Default("1s") Duration every, @Default("1") long millis) {

		}

	}

	static class Paces {

		@Bean
		ConfigManager<Pace> pace(ConfigManagerFactory managers, Environment environment) {
			return managers.create("pace", Pace.class, Path.of(environment.getRequiredProperty("pace")));
		}

	}

	record Proxies(List<String> calls) implements BeanPostProcessor, PriorityOrdered {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!(bean instanceof Beat)) {
				return bean;
			}
			ProxyFactory proxies = new ProxyFactory(bean);
			proxies.setProxyTargetClass(true);
			proxies.addAdvice((MethodInterceptor) (call) -> {
				this.calls.add(call.getMethod().getName());
				return call.proceed();
			});
			return proxies.getProxy();
		}

		@Override
		public int getOrder() {
			return 0;
		}

	}

}
