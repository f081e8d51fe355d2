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

package io.wolfprowler.config.spring.live;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.wolfprowler.config.ConfigManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigScheduledMethods}.
 */
class ConfigScheduledMethodsTests {

	private final ConfigScheduledMethods methods = new ConfigScheduledMethods(
			new StaticListableBeanFactory().getBeanProvider(ConfigSchedules.class),
			new StaticListableBeanFactory().getBeanProvider(ResolvableType.forClass(ConfigManager.class)));

	@Test
	void looksOnceAtAClassThatHasNone() {
		Object bean = new Plain();
		this.methods.postProcessAfterInitialization(bean, "plain");

		long before = allocated();
		for (int time = 0; time < 1000; time++) {
			this.methods.postProcessAfterInitialization(bean, "plain");
		}

		// A search takes several hundred bytes for its sets and maps alone.
		assertThat(allocated() - before).isLessThan(100_000);
	}

	@Test
	void seesEachBeanOfAClassThatHasSome() {
		Object first = new Scheduled();
		Object second = new Scheduled();

		this.methods.postProcessAfterInitialization(first, "scheduled");
		this.methods.postProcessAfterInitialization(second, "scheduled");

		assertThat(this.methods.requiresDestruction(first)).isTrue();
		assertThat(this.methods.requiresDestruction(second)).isTrue();
		assertThat(this.methods.requiresDestruction(new Scheduled())).isFalse();
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	/**
	 * A class without scheduled methods.
	 */
	static class Plain {

		void work() {
		}

	}

	/**
	 * A class with a scheduled method.
	 */
	static class Scheduled {

		@ConfigScheduled(key = "interval")
		void work() {
		}

	}

}
