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

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.wolfprowler.config.ConfigChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IsolatingMulticaster}.
 */
@ExtendWith(OutputCaptureExtension.class)
class IsolatingMulticasterTests {

	@TempDir
	Path directory;

	@Test
	void callsMethodsAndBeansInOneOrder() {
		try (LiveContext live = LiveContext.in(this.directory, Unordered.class, Third.class, Second.class,
				First.class)) {

			assertThat(live.changePort(9090)).containsExactly("first", "second", "third", "unordered");
		}
	}

	@Test
	void callsEveryListenerAfterThoseThatThrow(CapturedOutput output) {
		try (LiveContext live = LiveContext.in(this.directory, ThrowsUnchecked.class, ThrowsChecked.class,
				ThrowsError.class, ThrowsAsBean.class, BadCondition.class, Unordered.class)) {

			assertThat(live.changePort(9090)).containsExactly("unordered");

			assertThat(live.manager().status().failures()).isEqualTo(5);
			assertThat(output)
				.contains("ThrowsUnchecked.on(", "ThrowsChecked.on(", "ThrowsError.on(", "BadCondition.on(")
				.contains(ThrowsAsBean.class.getName(), "java.io.IOException: checked", "StackOverflowError: error");
			assertThat(live.manager().getConfig().webPort()).isEqualTo(9090);
		}
	}

	@Test
	void callsAFailingListenerAgainWithTheNextChange() {
		try (LiveContext live = LiveContext.in(this.directory, ThrowsUnchecked.class)) {

			live.changePort(9090);
			live.changePort(9091);

			assertThat(live.manager().status().failures()).isEqualTo(2);
		}
	}

	@Test
	void staysOnTheThreadOfTheManagerWhenTheApplicationIsAsynchronous() {
		Consumer<GenericApplicationContext> asynchronous = (context) -> {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor("elsewhere-"));
			context.registerBean("applicationEventMulticaster", ApplicationEventMulticaster.class, () -> multicaster);
			context.registerBean(NamesThread.class);
		};

		try (LiveContext live = LiveContext.in(this.directory, asynchronous)) {

			assertThat(live.changePort(9090)).containsExactly("wolf-config-wolf");
		}
	}

	@Test
	void publishesWhatAListenerReturns() {
		try (LiveContext live = LiveContext.in(this.directory, Answers.class)) {

			assertThat(live.changePort(9090)).containsExactly("answer 9090");
		}
	}

	record First(Journal journal) {

		@Order(1)
		@EventListener
		void on(ConfigChange.WebServer change) {
			this.journal.add("first");
		}

	}

	@Order(2)
	record Second(Journal journal) implements ApplicationListener<ConfigChangeEvent<?>> {

		@Override
		public void onApplicationEvent(ConfigChangeEvent<?> event) {
			this.journal.add("second");
		}

	}

	record Third(Journal journal) {

		@Order(3)
		@EventListener
		void on(ConfigChangeEvent<?> event) {
			this.journal.add("third");
		}

	}

	record Unordered(Journal journal) {

		@EventListener
		void on(ConfigChange change) {
			this.journal.add("unordered");
		}

	}

	static class ThrowsUnchecked {

		@Order(1)
		@EventListener
		void on(ConfigChange change) {
			throw new IllegalStateException("unchecked");
		}

	}

	static class ThrowsChecked {

		@Order(2)
		@EventListener
		void on(ConfigChangeEvent<?> event) throws IOException {
			throw new IOException("checked");
		}

	}

	static class ThrowsError {

		@Order(3)
		@EventListener
		void on(ConfigChange.WebServer change) {
			throw new StackOverflowError("error");
		}

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class ThrowsAsBean implements ApplicationListener<ConfigChangeEvent<ConfigChange.WebServer>> {

		@Override
		public void onApplicationEvent(ConfigChangeEvent<ConfigChange.WebServer> event) {
			throw new IllegalArgumentException("bean");
		}

	}

	record BadCondition(Journal journal) {

		@Order(4)
		@EventListener(condition = "#root.payload.newPort > 1024")
		void on(ConfigChange.WebServer change) {
			this.journal.add("bad condition");
		}

	}

	record NamesThread(Journal journal) {

		@EventListener
		void on(ConfigChange change) {
			this.journal.add(Thread.currentThread().getName());
		}

	}

	record Answers(Journal journal) {

		@EventListener
		String on(ConfigChange.WebServer change) {
			return "answer " + change.newPort();
		}

		@EventListener
		void on(String answer) {
			this.journal.add(answer);
		}

	}

}
