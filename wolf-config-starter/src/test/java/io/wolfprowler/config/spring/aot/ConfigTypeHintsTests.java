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

package io.wolfprowler.config.spring.aot;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.spi.ConfigManagerProvider;
import io.wolfprowler.config.spi.DefaultReader;
import io.wolfprowler.config.spring.ConfigChangeEvent;
import io.wolfprowler.config.spring.live.TomcatRuntimeHints;
import io.wolfprowler.config.wolf.CryptoConfig;
import io.wolfprowler.config.wolf.WolfConfig;
import jakarta.validation.constraints.Max;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

/**
 * Tests for {@link ConfigTypeHints} and the hints of the starter itself.
 */
class ConfigTypeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@ParameterizedTest
	@ValueSource(classes = { Fleet.class, Fleet.Ship.class, Fleet.Berth.class, Fleet.Flag.class, WolfConfig.class,
			CryptoConfig.class })
	void recordsAreMadeReadAndValidated(Class<?> type) {
		ConfigTypeHints.register(this.hints, Fleet.class);
		ConfigTypeHints.register(this.hints, WolfConfig.class);

		assertThat(Stream.of(type.getDeclaredConstructors())).filteredOn(ConfigTypeHintsTests::isCanonical)
			.singleElement()
			.matches(isInvokable());
		assertThat(type.getRecordComponents())
			.allSatisfy((component) -> assertThat(component.getAccessor()).matches(isInvokable()));
		assertThat(this.hints).matches(reflection().onType(type)
			.withMemberCategories(MemberCategory.INVOKE_PUBLIC_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS));
	}

	@Test
	void factoriesRulesConstantsAndAttributesOfConstraintsAreCalled() throws Exception {
		ConfigTypeHints.register(this.hints, Fleet.class);

		assertThat(List.<Executable>of(Fleet.Port.class.getMethod("of", String.class),
				URI.class.getMethod("create", String.class), File.class.getConstructor(String.class),
				Fleet.Power.class.getMethod("values"), Fleet.Rules.class.getDeclaredConstructor(),
				Fleet.Changes.class.getDeclaredConstructor(), Max.class.getMethod("value")))
			.allMatch(isInvokable());
	}

	@Test
	void saysWhatNoFileCanBeReadInto() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConfigTypeHints.register(this.hints, String.class))
			.withMessage("java.lang.String is not a record; a configuration type must be one");
	}

	@Test
	void conditionsOfListenersMayAskEveryChange() {
		registerThoseThatSpringIsTold();

		assertThat(ConfigChange.class.getPermittedSubclasses()).hasSize(6)
			.allSatisfy((type) -> assertThat(this.hints)
				.matches(reflection().onType(type).withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)));
		assertThat(this.hints).matches(
				reflection().onType(ConfigChangeEvent.class).withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS));
	}

	@ParameterizedTest
	@ValueSource(classes = { ConfigManagerProvider.class, DefaultReader.class })
	void servicesAreFound(Class<?> service) {
		registerThoseThatSpringIsTold();

		assertThat(this.hints).matches(resource().forResource("META-INF/services/" + service.getName()));
		assertThat(ServiceLoader.load(service)).singleElement()
			.satisfies((provider) -> assertThat(provider.getClass().getConstructor()).matches(isInvokable()));
	}

	@Test
	void methodsOfTomcatThatAreNotPublicAreCalled() throws Exception {
		new TomcatRuntimeHints().registerHints(this.hints, null);

		assertThat(List.<Executable>of(AbstractProtocol.class.getDeclaredMethod("getEndpoint"),
				TomcatWebServerFactory.class.getDeclaredMethod("customizeConnector", Connector.class)))
			.allMatch(isInvokable());
	}

	private void registerThoseThatSpringIsTold() {
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(StarterRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	private static boolean isCanonical(Constructor<?> constructor) {
		return constructor.getParameterCount() == constructor.getDeclaringClass().getRecordComponents().length;
	}

	private Predicate<Executable> isInvokable() {
		return (executable) -> ((executable instanceof Constructor<?> constructor)
				? reflection().onConstructorInvocation(constructor)
				: reflection().onMethodInvocation((Method) executable))
			.test(this.hints);
	}

}
