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

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.wolfprowler.config.fixtures.ModuleArchitecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rules that keep the packages of the core apart.
 */
class ArchitectureTests extends ModuleArchitecture {

	ArchitectureTests() {
		super(ConfigManager.class);
	}

	@Override
	protected String arrows() {
		return """
				config                  | config.spi
				config.spi              | config
				config.wolf             | config, config.spi
				config.internal.time    |
				config.internal.toml.guard | config
				config.internal.toml    | config, config.spi, config.internal.toml.guard
				config.internal.bind    | config, config.spi, config.internal.toml
				config.internal.watch   | config.internal.time
				config.internal.file    | config, config.spi, config.internal.watch, config.internal.time
				config.internal.history | config, config.spi
				config.internal.engine.attempt | config, config.spi
				config.internal.engine.notify  | config, config.spi, config.internal.toml, config.internal.bind, config.internal.time, config.internal.engine.attempt
				config.internal.engine.apply   | config, config.spi, config.internal.toml, config.internal.bind, config.internal.history, config.internal.time, config.internal.engine.attempt, config.internal.engine.notify
				config.internal.engine.load    | config, config.spi, config.internal.toml, config.internal.bind, config.internal.history, config.internal.file, config.internal.time, config.internal.engine.attempt, config.internal.engine.notify, config.internal.engine.apply
				config.internal.engine.edit    | config, config.spi, config.internal.toml, config.internal.bind, config.internal.time, config.internal.engine.attempt, config.internal.engine.notify, config.internal.engine.apply, config.internal.engine.load
				config.internal.engine.manager | config, config.spi, config.internal.toml, config.internal.bind, config.internal.file, config.internal.watch, config.internal.history, config.internal.time, config.internal.engine.attempt, config.internal.engine.notify, config.internal.engine.apply, config.internal.engine.load, config.internal.engine.edit
				""";
	}

	// A stack is printed to a text, to take secrets out of it.
	@Override
	protected Set<String> ambient() {
		return Set.of("internal.engine.notify.FailureLog");
	}

	@Override
	protected Set<String> makersOfThreads() {
		return Set.of("internal.engine.notify.ManagerThread", "internal.time.IdleThreads",
				"internal.watch.WatchThread");
	}

	@Override
	protected Set<String> makersOfChanges() {
		return Set.of("wolf.WolfConfigChanges", "internal.engine.apply.ChangeSet",
				"internal.engine.manager.VersionDiff");
	}

	@Test
	void springIsNotEvenOnTheClassPathOfTheTests() {
		assertThatExceptionOfType(ClassNotFoundException.class)
			.isThrownBy(() -> Class.forName("org.springframework.core.SpringVersion"));
	}

	@Test
	void springIsNotKnown() {
		noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..").check(this.module);
	}

	@Test
	void theParserIsKnownToTheTomlPackagesOnly() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".internal.toml..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.tomlj..", "org.antlr..")
			.check(this.module);
	}

	@ParameterizedTest
	@ValueSource(strings = { "internal.bind", "internal.toml", "internal.toml.guard" })
	void classesAreFreeOfCycles(String name) {
		slices().assignedFrom(new TopLevelTypes(ROOT + "." + name)).should().beFreeOfCycles().check(this.module);
	}

	@Test
	void jakartaIsKnownWhereItIsOptionalOnly() {
		noClasses().that(areNone(Set.of("internal.bind.BeanConstraints")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("jakarta..")
			.check(this.module);
	}

	/**
	 * A slice for each top-level type of a package; nested types belong to theirs.
	 *
	 * @param packageName the name of the package
	 */
	private record TopLevelTypes(String packageName) implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return type.getPackageName().equals(this.packageName)
					? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", "")) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "the top-level types of " + this.packageName;
		}

	}

}
