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

package io.wolfprowler.config.spring.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlLocations;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spring.environment.FlatValues.FlatValue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/**
 * Loads {@code .toml} files wherever Spring Boot loads configuration data. Values keep
 * their TOML types and have their line and column as origin. In the same location
 * {@code application.toml} takes precedence over {@code application.properties} and
 * {@code application.yaml}, whatever the order of the class path.
 */
@Order(TomlPropertySourceLoader.ORDER)
public class TomlPropertySourceLoader implements PropertySourceLoader {

	/** Before the loaders of Spring Boot, which have no order. */
	static final int ORDER = 0;

	private static final int MAX_DEPTH = 64;

	private static final Problem NOWHERE = new Problem(Problem.Stage.READ, null, 0, 0, "");

	@Override
	public String[] getFileExtensions() {
		return new String[] { "toml" };
	}

	@Override
	public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
		return load(name, resource, null);
	}

	/**
	 * Load a file.
	 * @throws TomlPropertiesException when it is not valid TOML in UTF-8, with all
	 * problems
	 * @throws IllegalArgumentException when another encoding is requested
	 */
	@Override
	public List<PropertySource<?>> load(String name, Resource resource, @Nullable Charset encoding) throws IOException {
		if (encoding != null && !encoding.equals(StandardCharsets.UTF_8)) {
			throw new IllegalArgumentException(
					resource.getDescription() + ": the encoding of TOML must be UTF-8, found " + encoding);
		}
		Map<String, Object> values = values(resource, document(resource));
		return values.isEmpty() ? List.of() : List.of(new OriginTrackedMapPropertySource(name, values, true));
	}

	private static TomlDocument document(Resource resource) throws IOException {
		try (InputStream stream = resource.getInputStream()) {
			return new TomlParser(MAX_DEPTH).parse(SourceContent.of(stream.readAllBytes()));
		}
		catch (TomlException ex) {
			throw new TomlPropertiesException(resource, ex.getProblems());
		}
	}

	private static Map<String, Object> values(Resource resource, TomlDocument document) {
		TomlLocations locations = document.locations();
		Map<String, Object> values = new LinkedHashMap<>();
		FlatValues.of(document.values().root(), "")
			.forEach((property, flat) -> values.put(property, tracked(flat, resource, locations)));
		return Collections.unmodifiableMap(values);
	}

	private static Object tracked(FlatValue flat, Resource resource, TomlLocations locations) {
		KeyPath key = flat.key();
		Problem place = locations.atValue(NOWHERE, key);
		// Spring Boot counts lines and columns from 0 and shows them from 1.
		TextResourceOrigin.Location location = new TextResourceOrigin.Location(place.line() - 1, place.column() - 1);
		return Objects.requireNonNull(OriginTrackedValue.of(flat.value(), new TextResourceOrigin(resource, location)));
	}

}
