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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * A configuration that a test declares.
 *
 * @param manager the name of its manager, empty for the default manager
 * @param type its type, {@code null} for that of the application
 * @param toml the document that each test starts with
 */
record DeclaredConfig(String manager, @Nullable Class<?> type, String toml) {

	/** The name of the default manager. */
	private static final String DEFAULT = "wolf";

	static DeclaredConfig of(WolfConfigTest annotation, Class<?> testClass) {
		String location = annotation.location();
		String toml = location.isEmpty() ? annotation.value() : textAt(location, testClass);
		return new DeclaredConfig(annotation.manager(), (annotation.type() != Record.class) ? annotation.type() : null,
				toml);
	}

	boolean isDefault() {
		return this.manager.isEmpty();
	}

	/** Return whether this is the configuration of a manager. */
	boolean isFor(String name, Class<?> candidate) {
		return isDefault() ? name.equals(DEFAULT) || candidate.equals(this.type) : name.equals(this.manager);
	}

	/** Return the name of the {@link TestConfig} bean. */
	String beanName() {
		return isDefault() ? "testConfig" : StringUtils.uncapitalize(this.manager) + "TestConfig";
	}

	@Override
	public String toString() {
		String name = isDefault() ? DEFAULT : this.manager;
		return (this.type != null) ? name + " of " + Objects.requireNonNull(this.type).getName() : name;
	}

	private static String textAt(String location, Class<?> testClass) {
		try {
			return new ClassPathResource(location, testClass).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The location '" + location + "' of @WolfConfigTest on "
					+ testClass.getName() + " must be a readable file on the class path", ex);
		}
	}

}
