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

package io.wolfprowler.config.spring;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.fixtures.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that have themselves called on another thread: delivery ends with handing
 * over, so they are in no order, delay nobody, and what they throw is the business of
 * their executor.
 */
@Tag("faults")
@Timeout(30)
class AsyncListenerTests {

	private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

	private final Gate gate = new Gate();

	@TempDir
	private Path directory;

	@AfterEach
	void open() {
		this.gate.open();
	}

	@Test
	void areCalledElsewhereAndKeepNobodyWaiting() throws InterruptedException {
		try (LiveContext live = live(new Elsewhere(this.calls, this.gate, null))) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(live.changePort(9191)).containsExactly("WebServer", "WebServer");
			assertThat(this.calls).isEmpty();
			this.gate.open();

			assertThat(this.calls.poll(20, TimeUnit.SECONDS)).startsWith("elsewhere-");
			assertThat(this.calls.poll(20, TimeUnit.SECONDS)).startsWith("elsewhere-");
		}
	}

	@Test
	void endNothingByWhatTheyThrow() throws InterruptedException {
		this.gate.open();
		try (LiveContext live = live(new Elsewhere(this.calls, this.gate, new StackOverflowError("too deep")))) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			LiveContext.write(live.manager().configPath(), "web_port = 9191\n");
			live.manager().reload();

			assertThat(live.journal()).containsExactly("WebServer", "WebServer");
			assertThat(this.calls.poll(20, TimeUnit.SECONDS)).startsWith("elsewhere-");
			assertThat(this.calls.poll(20, TimeUnit.SECONDS)).startsWith("elsewhere-");
			assertThat(live.manager().status().failures()).isZero();
		}
	}

	private LiveContext live(Elsewhere listener) {
		return LiveContext.in(this.directory, (context) -> {
			context.registerBean(Asynchronous.class);
			context.registerBean(Elsewhere.class, () -> listener);
			context.registerBean(Listeners.Variant.class);
		});
	}

	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class Asynchronous {

		@Bean
		TaskExecutor taskExecutor() {
			return new SimpleAsyncTaskExecutor("elsewhere-");
		}

	}

	static class Elsewhere {

		private final BlockingQueue<String> calls;

		private final Gate gate;

		private final Error failure;

		Elsewhere(BlockingQueue<String> calls, Gate gate, Error failure) {
			this.calls = calls;
			this.gate = gate;
			this.failure = failure;
		}

		@Async
		@Order(1)
		@EventListener
		public void on(ConfigChange.WebServer change) {
			this.gate.pass();
			this.calls.add(Thread.currentThread().getName());
			if (this.failure != null) {
				throw this.failure;
			}
		}

	}

}
