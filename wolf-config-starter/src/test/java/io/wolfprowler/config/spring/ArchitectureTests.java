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

import java.util.Set;

import io.wolfprowler.config.fixtures.ModuleArchitecture;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules that keep the packages of the starter apart.
 */
class ArchitectureTests extends ModuleArchitecture {

	ArchitectureTests() {
		super(ContextConfigManagers.class);
	}

	@Override
	protected String arrows() {
		return """
				config.spring               | config, config.spi, config.internal.engine.notify, config.internal.engine.manager
				config.spring.live          | config
				config.spring.actuate       | config, config.spi
				config.spring.environment   | config, config.spi, config.internal.toml
				config.spring.aot           | config, config.spi, config.internal.bind, config.internal.engine.manager, config.spring
				config.spring.autoconfigure | config, config.spi, config.wolf, config.internal.toml, config.internal.bind, config.internal.history, config.internal.time, config.spring, config.spring.live, config.spring.actuate, config.spring.environment
				""";
	}

	// A command prints: that is what it is for.
	@Override
	protected Set<String> ambient() {
		return Set.of("spring.autoconfigure.TemplateCommand");
	}

	@Test
	void bootIsKnownToWhatActsOnItAndTheAutoConfigurationOnly() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".spring", ROOT + ".spring.aot..")
			.and(areNone(Set.of("spring.BootDefaults")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(this.module);
	}

	// A valve of Tomcat can't do without the exception of the Servlet API.
	@Test
	void jakartaIsKnownWhereItIsOptionalOnly() {
		noClasses().that(areNone(Set.of("spring.live.DrainingValve")))
			.and()
			.haveNameNotMatching(".*\\.autoconfigure\\..*BeanValidation.*")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("jakarta..")
			.check(this.module);
	}

	@Test
	void springSecurityIsKnownWhereItIsOptionalOnly() {
		noClasses()
			.that(areNone(Set.of("spring.SecurityContextActor", "spring.autoconfigure.SecurityActorAutoConfiguration")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.security..")
			.check(this.module);
	}

	@Test
	void testLibrariesAreNotKnown() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.test..", "org.junit..")
			.check(this.module);
	}

}
