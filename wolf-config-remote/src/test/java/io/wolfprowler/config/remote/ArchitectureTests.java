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

package io.wolfprowler.config.remote;

import io.wolfprowler.config.fixtures.ModuleArchitecture;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules that keep the packages of the remote sources apart.
 */
class ArchitectureTests extends ModuleArchitecture {

	ArchitectureTests() {
		super(HttpCalls.class);
	}

	@Override
	protected String arrows() {
		return """
				config.remote               | config.internal.time
				config.remote.http          | config, config.spi, config.remote, config.internal.time
				config.remote.etcd          | config, config.spi, config.remote, config.remote.fleet, config.internal.time
				config.remote.fleet         | config, config.spi, config.internal.toml, config.internal.time
				config.remote.autoconfigure | config, config.spi, config.spring.actuate, config.spring.autoconfigure, config.remote.http, config.remote.etcd, config.remote.fleet, config.internal.watch, config.internal.time
				""";
	}

	// The JSON of etcd is read and written by Boot, which is there in any case.
	@Test
	void springIsKnownToTheAutoConfigurationAndTheJsonOfEtcdOnly() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".remote.etcd..", ROOT + ".remote.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(this.module);
	}

}
