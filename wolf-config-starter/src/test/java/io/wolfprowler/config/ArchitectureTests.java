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

package io.wolfprowler.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules that keep the packages apart.
 */
class ArchitectureTests {

	private static final String ROOT = "io.wolfprowler.config";

	private static JavaClasses starter;

	@BeforeAll
	static void importStarter() {
		ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
		starter = new ClassFileImporter()
			.importUrl(ConfigManager.class.getProtectionDomain().getCodeSource().getLocation());
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					config                      | config.spi
					config.spi                  | config
					config.wolf                 | config, config.spi
					config.internal.time        |
					config.internal.toml        | config, config.spi
					config.internal.bind        | config, config.spi, config.internal.toml
					config.internal.watch       | config.internal.time
					config.internal.file        | config, config.spi, config.internal.watch, config.internal.time
					config.internal.history     | config, config.spi
					config.internal.engine      | config, config.spi, config.internal.toml, config.internal.bind, config.internal.file, config.internal.watch, config.internal.history, config.internal.time
					config.spring               | config, config.spi, config.internal.engine
					config.spring.live          | config
					config.spring.actuate       | config, config.spi
					config.spring.environment   | config, config.spi, config.internal.toml
					config.spring.aot           | config, config.spi, config.internal.bind, config.internal.engine, config.spring
					config.spring.autoconfigure | config, config.spi, config.wolf, config.internal.toml, config.internal.bind, config.internal.history, config.internal.time, config.spring, config.spring.live, config.spring.actuate, config.spring.environment
					config.remote               | config.internal.time
					config.remote.http          | config, config.spi, config.remote, config.internal.watch, config.internal.time
					config.remote.etcd          | config, config.spi, config.remote, config.remote.fleet, config.internal.watch, config.internal.time
					config.remote.fleet         | config, config.spi, config.internal.toml, config.internal.time
					config.remote.autoconfigure | config, config.spi, config.spring.actuate, config.spring.autoconfigure, config.remote.http, config.remote.etcd, config.remote.fleet, config.internal.watch, config.internal.time
					config.test                 | config, config.spi, config.wolf, config.internal.toml, config.internal.engine, config.spring, config.spring.autoconfigure
					""")
	void importsOnlyWhatItsArrowsPointTo(String name, String arrows) {
		String[] allowed = (arrows != null) ? arrows.split(", ") : new String[0];
		String[] packages = Stream.concat(Stream.of(name), Stream.of(allowed))
			.map(ArchitectureTests::packageNamed)
			.toArray(String[]::new);

		classes().that(resideInAPackage(packageNamed(name)))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(packages).or(resideOutsideOfPackage(ROOT + "..")))
			.check(starter);
	}

	@Test
	void everyPackageHasItsArrows() throws NoSuchMethodException {
		CsvSource rows = ArchitectureTests.class
			.getDeclaredMethod("importsOnlyWhatItsArrowsPointTo", String.class, String.class)
			.getAnnotation(CsvSource.class);

		Set<String> drawn = rows.textBlock()
			.lines()
			.map((row) -> packageNamed(row.substring(0, row.indexOf('|')).strip()))
			.collect(Collectors.toSet());

		assertThat(packages()).extracting(JavaPackage::getName).containsExactlyInAnyOrderElementsOf(drawn);
	}

	// The API and its service provider interface are one, as java.nio.file is with its
	// own.
	@Test
	void packagesAreFreeOfCycles() {
		slices().matching(ROOT + ".(**)")
			.should()
			.beFreeOfCycles()
			.ignoreDependency(resideInAPackage(ROOT + ".spi"), resideInAPackage(ROOT))
			.check(starter);
	}

	@Test
	void springIsKnownToTheSpringPackagesOnly() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".spring..", ROOT + ".remote.etcd..", ROOT + ".remote.autoconfigure..",
					ROOT + ".test..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(starter);
	}

	// The JSON of etcd is read and written by Boot, which is there in any case.
	@Test
	void bootIsKnownToWhatActsOnItAndTheAutoConfigurationOnly() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".spring.live..", ROOT + ".spring.actuate..",
					ROOT + ".spring.environment..", ROOT + ".spring.autoconfigure..", ROOT + ".remote.etcd..",
					ROOT + ".remote.autoconfigure..", ROOT + ".test..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(starter);
	}

	@Test
	void theParserIsKnownToTheTomlPackageOnly() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".internal.toml..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.tomlj..", "org.antlr..")
			.check(starter);
	}

	// A valve of Tomcat can't do without the exception of the Servlet API.
	@Test
	void jakartaIsKnownWhereItIsOptionalOnly() {
		noClasses().that()
			.doNotHaveFullyQualifiedName(ROOT + ".internal.bind.BeanConstraints")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".spring.live.DismissalValve")
			.and()
			.haveNameNotMatching(".*\\.autoconfigure\\..*BeanValidation.*")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("jakarta..")
			.check(starter);
	}

	@Test
	void springSecurityIsKnownWhereItIsOptionalOnly() {
		noClasses().that()
			.doNotHaveFullyQualifiedName(ROOT + ".spring.SecurityContextActor")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".spring.autoconfigure.SecurityActorAutoConfiguration")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.security..")
			.check(starter);
	}

	@Test
	void testLibrariesAreKnownToTheTestKitOnly() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".test..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".test..", "org.springframework.test..", "org.junit..")
			.check(starter);
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(packages()).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
	}

	// A command prints: that is what it is for. A stack is printed to a text, to take
	// secrets out of it.
	@Test
	void timeAndOutputComeFromOutside() {
		noClasses().that()
			.doNotHaveFullyQualifiedName(ROOT + ".spring.autoconfigure.TemplateCommand")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".internal.engine.FailureLog")
			.should()
			.accessTargetWhere(isAmbient())
			.check(starter);
	}

	@Test
	void onlyTheThreeKindsOfThreadsMakeThreads() {
		noClasses().that()
			.doNotHaveFullyQualifiedName(ROOT + ".internal.engine.ManagerThread")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".internal.time.LingeringThreads")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".internal.watch.WatchThread")
			.should()
			.accessTargetWhere(isTo(Thread.class, "<init>"))
			.check(starter);
	}

	@Test
	void logsThroughCommonsLogging() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.util.logging..", "org.slf4j..", "ch.qos.logback..", "org.apache.log4j..",
					"org.apache.logging..")
			.check(starter);
	}

	@Test
	void classesAreNamedForWhatTheyAre() {
		classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Handler|Impl|Data|Info)(\\$.*)?").check(starter);
	}

	@Test
	void autoConfigurationsArePublicFinalAndOtherwiseClosed() {
		List<JavaClass> autoConfigurations = autoConfigurations();

		assertThat(autoConfigurations).isNotEmpty().allSatisfy((each) -> {
			assertThat(each.getModifiers()).contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
			assertThat(members(each)).filteredOn((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
				.isEmpty();
			assertThat(nested(each)).filteredOn((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).isEmpty();
		});
	}

	@Test
	void autoConfigurationsAreThoseThatBootIsTold() {
		List<String> imported = ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(ROOT))
			.toList();

		assertThat(autoConfigurations()).extracting(JavaClass::getName).containsExactlyInAnyOrderElementsOf(imported);
	}

	private static String packageNamed(String name) {
		return name.equals("config") ? ROOT : ROOT + "." + name.replaceFirst("^config\\.", "");
	}

	private static List<JavaPackage> packages() {
		JavaPackage root = starter.getPackage(ROOT);
		return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
			.filter((each) -> !each.getClasses().isEmpty())
			.toList();
	}

	private static List<JavaClass> autoConfigurations() {
		return starter.stream().filter((type) -> type.isAnnotatedWith(AutoConfiguration.class)).toList();
	}

	// Not the constructors: that of a public class without any is public.
	private static List<JavaMember> members(JavaClass type) {
		return type.getMembers().stream().filter((member) -> !member.getName().equals("<init>")).toList();
	}

	private static List<JavaClass> nested(JavaClass outer) {
		return starter.stream().filter((type) -> type.getName().startsWith(outer.getName() + "$")).toList();
	}

	private static DescribedPredicate<JavaAccess<?>> isAmbient() {
		return isTo(System.class, "currentTimeMillis", "out", "err", "in").or(isTo(Thread.class, "sleep"))
			.or(isTo(Throwable.class, "printStackTrace"))
			.or(DescribedPredicate.describe("the present time of the system",
					(access) -> access.getTargetOwner().getPackageName().equals("java.time")
							&& access.getName().equals("now")));
	}

	private static DescribedPredicate<JavaAccess<?>> isTo(Class<?> owner, String... names) {
		return DescribedPredicate.describe(owner.getSimpleName(),
				(access) -> access.getTargetOwner().isEquivalentTo(owner) && List.of(names).contains(access.getName()));
	}

}
