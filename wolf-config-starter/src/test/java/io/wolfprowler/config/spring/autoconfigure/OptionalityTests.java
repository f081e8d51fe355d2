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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every optional library can be there or not, whatever else is there.
 */
class OptionalityTests {

	private static final List<String> ALWAYS = List.of("wolfConfigActorCustomizer", "wolfConfigEnvironmentInitializer",
			"wolfConfigLivePropertiesInstaller", "wolfConfigManager", "wolfConfigManagers",
			"wolfConfigParticipantBeans", "wolfConfigPlaceholdersCustomizer", "wolfConfigPropertiesCustomizer",
			"wolfConfigScheduledBeans", "wolfConfigScheduledMethods", "wolfConfigSchedules",
			"wolfConfigValidatorBeansCustomizer", "wolfConfigWatchLifecycle");

	private static final List<Library> LIBRARIES = List.of(
			new Library("Jakarta Validation").at("jakarta.validation").enabling("wolfConfigBeanValidationCustomizer"),
			new Library("Spring Security").at("org.springframework.security")
				.enabling("wolfConfigSecurityContextActor"),
			new Library("Spring Cloud").at("org.springframework.cloud").enabling("wolfConfigCloudBridge"),
			new Library("Actuator").at("org.springframework.boot.actuate")
				.enabling("wolfConfigEndpoint", "wolfConfigEndpointWebExtension", "wolfConfigLiveSecrets"),
			new Library("Health").at("org.springframework.boot.health").enabling("wolfConfigHealthIndicator"),
			new Library("Micrometer").at("io.micrometer.core").enabling("wolfConfigMetrics"),
			new Library("Observation").at("io.micrometer.observation").enabling("wolfConfigObservationCustomizer"),
			new Library("web server").at("org.springframework.boot.web.server")
				.enablingOnTheWeb("wolfConfigStartPort", "wolfConfigWebPort"),
			new Library("Tomcat").at("org.apache.catalina", "org.springframework.boot.tomcat")
				.enablingOnTheWeb("wolfConfigTomcatPortOpener")
				.needing("web server"),
			new Library("Jetty").at("org.eclipse.jetty", "org.springframework.boot.jetty")
				.enablingOnTheWeb("wolfConfigJettyPortOpener")
				.needing("web server"));

	@TempDir
	Path directory;

	private ConfigFiles files;

	@BeforeEach
	void writeFile() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", "web_port = 9090\n");
	}

	static Stream<Named<Set<Library>>> classPaths() {
		Stream<Named<Set<Library>>> extremes = Stream.of(Named.of("none", Set.of()),
				Named.of("all", Set.copyOf(LIBRARIES)));
		Stream<Named<Set<Library>>> alone = LIBRARIES.stream()
			.map((library) -> Named.of("only " + library, library.alone()));
		Stream<Named<Set<Library>>> absent = LIBRARIES.stream()
			.map((library) -> Named.of("all but " + library, library.absent()));
		return Stream.of(extremes, alone, absent).flatMap(Function.identity());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("classPaths")
	void worksWhicheverLibrariesAreThere(Set<Library> present) {
		run(new ApplicationContextRunner(), present, Library::beans);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("classPaths")
	void worksOnTheWebWhicheverLibrariesAreThere(Set<Library> present) {
		run(new WebApplicationContextRunner(), present, Library::allBeans);
	}

	private <R extends AbstractApplicationContextRunner<R, C, A>, C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> void run(
			R runner, Set<Library> present, Function<Library, List<String>> beans) {
		Set<String> expected = new TreeSet<>(ALWAYS);
		present.stream().map(beans).forEach(expected::addAll);

		runner.withUserConfiguration(Application.class)
			.withClassLoader(new FilteredClassLoader(rootsOfOthers(present)))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withPropertyValues("wolf.config.path=" + this.files.path("config.toml"), "wolf.config.cloud-bridge=true",
					"management.endpoints.web.exposure.include=wolfconfig")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				@SuppressWarnings("unchecked")
				ConfigManager<WolfConfig> manager = context.getBean(ConfigManager.class);
				assertThat(manager.getConfig().webPort()).isEqualTo(9090);
				manager.updateValues(Map.of("max_peers", 7));
				assertThat(manager.getSnapshot().version()).isEqualTo(2);
				assertThat(manager.validate("max_peers = 0\n").outcome()).isEqualTo(Outcome.REJECTED);
				assertThat(context.getBeanDefinitionNames()).filteredOn((name) -> name.startsWith("wolfConfig"))
					.containsExactlyInAnyOrderElementsOf(expected);
			});
	}

	private static Class<?>[] autoConfigurations() {
		ClassLoader classLoader = OptionalityTests.class.getClassLoader();
		return ImportCandidates.load(AutoConfiguration.class, classLoader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.wolfprowler."))
			.map((name) -> ClassUtils.resolveClassName(name, classLoader))
			.toArray(Class<?>[]::new);
	}

	private static String[] rootsOfOthers(Set<Library> present) {
		return LIBRARIES.stream()
			.filter((library) -> !present.contains(library))
			.flatMap((library) -> library.roots().stream())
			.map((root) -> root + ".")
			.toArray(String[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(AutoConfigurationsByName.class)
	static class Application {

	}

	/**
	 * Imports by name, as Boot does: of a class at hand an annotation could be seen that
	 * is not there.
	 */
	static class AutoConfigurationsByName implements DeferredImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return Stream.of(Configurations.getClasses(AutoConfigurations.of(autoConfigurations())))
				.map(Class::getName)
				.toArray(String[]::new);
		}

	}

	/**
	 * An optional library.
	 *
	 * @param name what it is
	 * @param roots the packages it is known by
	 * @param beans what it enables in every application
	 * @param webBeans what it enables besides in a web application
	 * @param needs the library that is always there with it
	 */
	private record Library(String name, List<String> roots, List<String> beans, List<String> webBeans, String needs) {

		Library(String name) {
			this(name, List.of(), List.of(), List.of(), "");
		}

		Library at(String... roots) {
			return new Library(this.name, List.of(roots), this.beans, this.webBeans, this.needs);
		}

		Library enabling(String... beans) {
			return new Library(this.name, this.roots, List.of(beans), this.webBeans, this.needs);
		}

		Library enablingOnTheWeb(String... beans) {
			return new Library(this.name, this.roots, this.beans, List.of(beans), this.needs);
		}

		Library needing(String other) {
			return new Library(this.name, this.roots, this.beans, this.webBeans, other);
		}

		List<String> allBeans() {
			return Stream.concat(this.beans.stream(), this.webBeans.stream()).toList();
		}

		Set<Library> alone() {
			Set<Library> present = new LinkedHashSet<>(Set.of(this));
			LIBRARIES.stream().filter((other) -> other.name.equals(this.needs)).forEach(present::add);
			return present;
		}

		Set<Library> absent() {
			Set<Library> present = new LinkedHashSet<>(LIBRARIES);
			present.removeIf((other) -> other.equals(this) || other.needs.equals(this.name));
			return present;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
