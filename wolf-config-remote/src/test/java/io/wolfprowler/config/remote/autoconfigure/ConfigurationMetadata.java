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
package io.wolfprowler.config.remote.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an IDE knows of the properties of the starter and the remote sources.
 *
 * @param properties the properties
 * @param hints the hints to their values
 */
@NullMarked
record ConfigurationMetadata(List<Property> properties, List<Hint> hints) {

	private static final String RESOURCE = "META-INF/spring-configuration-metadata.json";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** Read what the builds of all modules have put together. */
	static ConfigurationMetadata generated() {
		List<Property> properties = new ArrayList<>();
		List<Hint> hints = new ArrayList<>();
		for (Class<?> member : List.of(WolfConfigProperties.class, FleetProperties.class)) {
			ConfigurationMetadata metadata = of(member.getProtectionDomain().getCodeSource().getLocation());
			properties.addAll(metadata.properties);
			hints.addAll(metadata.hints);
		}
		return new ConfigurationMetadata(properties, hints);
	}

	private static ConfigurationMetadata of(URL module) {
		boolean jar = module.getPath().endsWith(".jar");
		URI resource = URI.create(jar ? "jar:" + module + "!/" + RESOURCE : module + RESOURCE);
		try (InputStream json = resource.toURL().openStream()) {
			return MAPPER.readValue(json, ConfigurationMetadata.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the properties that are ours, by name. */
	List<Property> own() {
		return this.properties.stream()
			.filter((property) -> property.name().startsWith("wolf.config."))
			.sorted(Comparator.comparing(Property::name))
			.toList();
	}

	/**
	 * A property.
	 *
	 * @param name its name
	 * @param type the name of its Java type
	 * @param description what it is for
	 * @param defaultValue its default
	 * @param deprecation what to use instead
	 */
	record Property(String name, @Nullable String type, @Nullable String description, @Nullable Object defaultValue,
			@Nullable Deprecation deprecation) {

	}

	/**
	 * A deprecation of a property.
	 *
	 * @param level {@code warning} or {@code error}
	 * @param reason why
	 * @param replacement the property to use instead
	 */
	record Deprecation(@Nullable String level, @Nullable String reason, @Nullable String replacement) {

	}

	/**
	 * A hint.
	 *
	 * @param name the property
	 * @param values the values to offer
	 */
	record Hint(String name, @Nullable List<Map<String, Object>> values) {

	}

}
