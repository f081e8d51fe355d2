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

import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnreachableListeners}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnreachableListenersTests {

	private static final String ADVICE = " is never called: generics are invariant, so no event is a"
			+ " ConfigChangeEvent<ConfigChange>. Declare ConfigChangeEvent<?> or ConfigChange instead";

	@Test
	void namesMethodsThatAskForEventsOfTheRoot(CapturedOutput output) {
		warnAbout(Listeners.EventOfRoot.class, PayloadOfRoot.class);

		assertThat(output)
			.containsOnlyOnce(
					Listeners.EventOfRoot.class.getName() + ".on(" + ConfigChangeEvent.class.getName() + ")" + ADVICE)
			.containsOnlyOnce(
					PayloadOfRoot.class.getName() + ".on(" + PayloadApplicationEvent.class.getName() + ")" + ADVICE);
	}

	@Test
	void isSilentAboutMethodsThatAreCalled(CapturedOutput output) {
		Class<?>[] others = Stream.of(Listeners.class.getDeclaredClasses())
			.filter((listener) -> listener != Listeners.EventOfRoot.class)
			.toArray(Class<?>[]::new);

		warnAbout(others);

		assertThat(others).hasSizeGreaterThan(20);
		assertThat(output).doesNotContain("is never called");
	}

	private static void warnAbout(Class<?>... listeners) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Journal.class);
			Stream.of(listeners).forEach(context::registerBean);
			context.refresh();

			UnreachableListeners.warn(context);
		}
	}

	static class PayloadOfRoot {

		@EventListener
		void on(PayloadApplicationEvent<ConfigChange> event) {
		}

	}

}
