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

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spring.ContextConfigManagers;
import io.wolfprowler.config.test.InMemorySource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the modules can stand side by side, on a class path and on a module path.
 */
class ModulesTests {

	private static final List<Class<?>> MEMBERS = List.of(ConfigManager.class, ContextConfigManagers.class,
			HttpCalls.class, InMemorySource.class);

	@Test
	void noPackageIsInTwoModules() throws Exception {
		Map<String, List<String>> modules = new TreeMap<>();
		for (Class<?> member : MEMBERS) {
			for (String each : packages(location(member))) {
				modules.computeIfAbsent(each, (key) -> new ArrayList<>()).add(member.getSimpleName());
			}
		}

		assertThat(modules).hasSizeGreaterThan(15).allSatisfy((name, owners) -> assertThat(owners).as(name).hasSize(1));
	}

	// Modules that were only compiled have no manifest yet.
	@Test
	void everyJarHasAModuleNameThatItsPackagesBeginWith() throws Exception {
		for (Class<?> member : MEMBERS) {
			Path location = location(member);
			if (Files.isRegularFile(location)) {
				assertThat(packages(location)).allMatch((each) -> each.startsWith(moduleName(location)));
			}
		}
	}

	private static String moduleName(Path location) {
		try (JarFile jar = new JarFile(location.toFile())) {
			return jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path location(Class<?> member) throws Exception {
		return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static List<String> packages(Path location) throws IOException {
		if (Files.isDirectory(location)) {
			return packagesBelow(location);
		}
		try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
			return packagesBelow(jar.getPath("/"));
		}
	}

	private static List<String> packagesBelow(Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".class"))
				.map((file) -> root.relativize(file.getParent()).toString().replace('/', '.'))
				.distinct()
				.toList();
		}
	}

}
