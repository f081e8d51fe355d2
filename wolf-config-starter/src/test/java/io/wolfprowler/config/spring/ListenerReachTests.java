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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where listeners may be.
 */
class ListenerReachTests {

	@TempDir
	Path directory;

	@Test
	void reachesPrototypes() {
		try (LiveContext live = LiveContext.in(this.directory,
				(context) -> context.registerBean(Heard.class, (definition) -> definition.setScope("prototype")))) {

			assertThat(live.changePort(9090)).containsExactly("heard");
		}
	}

	@Test
	void reachesLazyBeans() {
		try (LiveContext live = LiveContext.in(this.directory, (context) -> {
			context.registerBean(Heard.class, (definition) -> definition.setLazyInit(true));
			context.registerBean(AlsoHeard.class, (definition) -> definition.setLazyInit(true));
		})) {

			assertThat(live.changePort(9090)).containsExactly("heard", "also heard");
		}
	}

	@Test
	void reachesListenersOfParentContexts() {
		Journal journal = new Journal();
		try (AnnotationConfigApplicationContext parent = new AnnotationConfigApplicationContext()) {
			parent.registerBean(Journal.class, () -> journal);
			parent.registerBean(AlsoHeard.class);
			parent.registerBean(Heard.class, (definition) -> definition.setScope("prototype"));
			parent.refresh();
			try (LiveContext live = LiveContext.in(this.directory, (child) -> child.setParent(parent))) {
				live.changePort(9090);

				assertThat(journal.entries()).containsExactly("heard", "also heard");
			}
		}
	}

	@Test
	void reachesListenersAddedLaterAndNoneThatWereRemoved() {
		try (LiveContext live = LiveContext.in(this.directory)) {
			ApplicationListener<ConfigChangeEvent<?>> late = new Heard(live.context().getBean(Journal.class));
			live.context().addApplicationListener(late);

			assertThat(live.changePort(9090)).containsExactly("heard");

			live.context().removeApplicationListener(late);
			assertThat(live.changePort(9091)).containsExactly("heard");
		}
	}

	@Order(1)
	record Heard(Journal journal) implements ApplicationListener<ConfigChangeEvent<?>> {

		@Override
		public void onApplicationEvent(ConfigChangeEvent<?> event) {
			this.journal.add("heard");
		}

	}

	record AlsoHeard(Journal journal) {

		@EventListener
		void on(ConfigChangeEvent<?> event) {
			this.journal.add("also heard");
		}

	}

}
