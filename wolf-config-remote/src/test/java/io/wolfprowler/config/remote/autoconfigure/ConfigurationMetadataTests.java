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
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.remote.autoconfigure.ConfigurationMetadata.Deprecation;
import io.wolfprowler.config.remote.autoconfigure.ConfigurationMetadata.Hint;
import io.wolfprowler.config.remote.autoconfigure.ConfigurationMetadata.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an IDE shows of the properties.
 */
class ConfigurationMetadataTests {

	private static final ConfigurationMetadata METADATA = ConfigurationMetadata.generated();

	private static final Path METRICS = Path
		.of("../wolf-config-starter/src/main/java/io/wolfprowler/config/spring/actuate/ConfigMetrics.java");

	private static final List<Path> SOURCES = List.of(Path.of("../wolf-config-core/src/main/java"),
			Path.of("../wolf-config-starter/src/main/java"), Path.of("src/main/java"));

	private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

	private static final Pattern NAMED = Pattern.compile("\"(wolf\\.config(?:\\.[a-z][a-z0-9-]*)+)\"");

	@ParameterizedTest(name = "{0}")
	@MethodSource("properties")
	void everyPropertyIsDescribed(Property property) {
		assertThat(complaints(property)).isEmpty();
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			java.lang.Boolean | none                        | is described
			java.lang.String  | path of a file.             | begins with a capital
			java.lang.String  | Path of a file              | ends with a full stop
			java.lang.String  | The path of a file.         | begins with no article
			java.lang.String  | A path.                     | begins with no article
			java.lang.Boolean | Enables watching.           | begins with Whether
			java.lang.String  | Path of {@code config}.     | is plain text
			java.lang.String  | Path of <b>a file</b>.      | is plain text
			none              | Path of a file.             | has a type
			""")
	void aDescriptionThatBreaksARuleIsFound(String type, String description, String complaint) {
		assertThat(complaints(new Property("wolf.config.x", type, description, null, null))).contains(complaint);
	}

	@Test
	void everyDefaultOfARecordIsThere() throws ClassNotFoundException {
		List<String> missing = new ArrayList<>();
		int records = 0;
		for (Class<?> type : records()) {
			records++;
			collectMissing(type, type.getAnnotation(ConfigurationProperties.class).value(), missing);
		}

		assertThat(records).isGreaterThanOrEqualTo(5);
		assertThat(missing).isEmpty();
	}

	@Test
	void everyPropertyThatCodeNamesIsThere() {
		Set<String> named = new TreeSet<>();
		sources().forEach((source) -> NAMED.matcher(textOf(source))
			.results()
			.map((match) -> match.group(1))
			.filter((name) -> !isAnotherName(name))
			.forEach(named::add));

		assertThat(named).contains("wolf.config.cloud-bridge", "wolf.config.type");
		Set<String> groups = METADATA.own()
			.stream()
			.map((property) -> property.name().substring(0, property.name().lastIndexOf('.')))
			.collect(Collectors.toSet());
		named.removeAll(groups);
		assertThat(METADATA.own()).extracting(Property::name).containsAll(named);
	}

	@Test
	void hintsAreForPropertiesThatExist() {
		assertThat(METADATA.hints()).isNotEmpty();
		assertThat(METADATA.properties()).extracting(Property::name)
			.containsAll(METADATA.hints().stream().map(Hint::name).toList());
	}

	@Test
	void valuesOfAnEnumCanBeOffered() {
		assertThat(METADATA.own())
			.filteredOn((property) -> property.name().matches(".*(mode|unknown-keys|permissions)"))
			.hasSizeGreaterThanOrEqualTo(3)
			.allMatch((property) -> ClassUtils.resolveClassName(String.valueOf(property.type()), null).isEnum());
	}

	@Test
	void deprecationsSayWhatToUseInstead() {
		assertThat(METADATA.own()).allSatisfy((property) -> assertThat(deprecationComplaints(property)).isEmpty());
	}

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			warning | none      | wolf.config.path   | says why
			none    | Renamed.  | wolf.config.path   | has a level
			warning | Renamed.  | none               | names a replacement
			warning | Renamed.  | wolf.config.nowhere | names a replacement
			""")
	void aDeprecationThatHelpsNobodyIsFound(String level, String reason, String replacement, String complaint) {
		Property property = new Property("wolf.config.file", "java.lang.String", "Path of a file.", null,
				new Deprecation(level, reason, replacement));

		assertThat(deprecationComplaints(property)).containsExactly(complaint);
	}

	static List<Property> properties() {
		return METADATA.own();
	}

	private static List<String> complaints(Property property) {
		List<String> complaints = new ArrayList<>();
		String text = property.description();
		if (property.type() == null) {
			complaints.add("has a type");
		}
		if (text == null) {
			complaints.add("is described");
			return complaints;
		}
		check(text.matches("(?s)[A-Z@].*"), "begins with a capital", complaints);
		check(text.endsWith("."), "ends with a full stop", complaints);
		check(!text.matches("(The|A|An) .*"), "begins with no article", complaints);
		check(!text.matches("(?s).*[{}<>].*"), "is plain text", complaints);
		if ("java.lang.Boolean".equals(property.type())) {
			check(text.startsWith("Whether "), "begins with Whether", complaints);
		}
		return complaints;
	}

	private static List<String> deprecationComplaints(Property property) {
		List<String> complaints = new ArrayList<>();
		Deprecation deprecation = property.deprecation();
		if (deprecation != null) {
			check(deprecation.level() != null, "has a level", complaints);
			check(deprecation.reason() != null, "says why", complaints);
			check(METADATA.own().stream().anyMatch((other) -> other.name().equals(deprecation.replacement())),
					"names a replacement", complaints);
		}
		return complaints;
	}

	private static void check(boolean holds, String rule, List<String> complaints) {
		if (!holds) {
			complaints.add(rule);
		}
	}

	private static void collectMissing(Class<?> type, String prefix, List<String> missing) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
			DefaultValue value = component.getAccessor().getAnnotation(DefaultValue.class);
			if (component.getType().isRecord()) {
				collectMissing(component.getType(), name, missing);
			}
			else if (value != null && value.value().length > 0 && !hasDefault(name)) {
				missing.add(name);
			}
		}
	}

	private static boolean hasDefault(String name) {
		return METADATA.properties()
			.stream()
			.anyMatch((property) -> property.name().equals(name) && property.defaultValue() != null);
	}

	private static List<Class<?>> records() throws ClassNotFoundException {
		List<Class<?>> records = new ArrayList<>();
		for (Path source : sources().toList()) {
			String name = source.getFileName().toString().replace(".java", "");
			if (name.endsWith("Properties") && source.getParent().endsWith("autoconfigure")) {
				Matcher declared = PACKAGE.matcher(textOf(source));
				assertThat(declared.find()).as(name).isTrue();
				records.add(Class.forName(declared.group(1) + "." + name));
			}
		}
		return records;
	}

	// A meter, an observation, or an option of the command line.
	private static boolean isAnotherName(String name) {
		return Stream.of("wolf.config.reload", "wolf.config.template").anyMatch(name::equals)
				|| textOf(METRICS).contains("\"" + name + "\"");
	}

	private static Stream<Path> sources() {
		return SOURCES.stream().flatMap((root) -> filesBelow(root).stream());
	}

	private static List<Path> filesBelow(Path root) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String textOf(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
