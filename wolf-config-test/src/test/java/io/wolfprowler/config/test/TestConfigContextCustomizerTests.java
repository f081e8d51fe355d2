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

package io.wolfprowler.config.test;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestConfigContextCustomizer} and its factory.
 */
class TestConfigContextCustomizerTests {

	@Test
	void isMadeForTestsThatDeclareAConfiguration() {
		assertThat(customizer(Object.class)).isNull();
		assertThat(customizer(Declares.class)).isNotNull();
	}

	@Test
	void letsTestsThatDeclareTheSameShareAContext() {
		assertThat(customizer(Declares.class)).isEqualTo(customizer(DeclaresTheSame.class))
			.hasSameHashCodeAs(customizer(DeclaresTheSame.class))
			.isEqualTo(customizer(Inherits.class))
			.isNotEqualTo(customizer(DeclaresAnother.class));
	}

	@Test
	void namesALocationThatIsNotThere() {
		assertThatException().isThrownBy(() -> customizer(DeclaresAnAbsentFile.class))
			.withMessage("The location '/absent.toml' of @WolfConfigTest on " + DeclaresAnAbsentFile.class.getName()
					+ " must be a readable file on the class path");
	}

	@Test
	void namesAManagerThatIsNotThere() {
		try (AnnotationConfigApplicationContext context = started(DeclaresAnAbsentManager.class)) {
			assertThatIllegalStateException()
				.isThrownBy(() -> context.getBeanProvider(TestConfigs.class)
					.getObject()
					.of(new DeclaredConfig("gateway", null, "")))
				.withMessage(
						"@WolfConfigTest declares the configuration gateway, but the application has no such manager; "
								+ "it has [wolf]");
		}
	}

	@Test
	void closesTheManagerWithTheContext() {
		AnnotationConfigApplicationContext context = started(Declares.class);
		TestConfig<?> config = context.getBean(TestConfig.class);
		context.close();

		assertThatException().isThrownBy(() -> config.set("max_peers = 4"));
	}

	private static AnnotationConfigApplicationContext started(Class<?> testClass) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		MergedContextConfiguration unused = new MergedContextConfiguration(testClass, null, null, null, null);
		customizer(testClass).customizeContext(context, unused);
		context.refresh();
		return context;
	}

	private static ContextCustomizer customizer(Class<?> testClass) {
		return new TestConfigContextCustomizerFactory().createContextCustomizer(testClass, List.of());
	}

	@WolfConfigTest("max_peers = 3")
	static class Declares {

	}

	@WolfConfigTest("max_peers = 3")
	static class DeclaresTheSame {

	}

	static class Inherits extends Declares {

	}

	@WolfConfigTest("max_peers = 4")
	static class DeclaresAnother {

	}

	@WolfConfigTest(location = "/absent.toml")
	static class DeclaresAnAbsentFile {

	}

	@WolfConfigTest
	@WolfConfigTest(manager = "gateway")
	static class DeclaresAnAbsentManager {

	}

}
