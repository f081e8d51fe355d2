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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.wolfprowler.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TomlPropertySourceLoader}.
 */
class TomlPropertySourceLoaderTests {

	private final TomlPropertySourceLoader loader = new TomlPropertySourceLoader();

	@TempDir
	Path directory;

	@Test
	void namesAndTypesAreThoseThatSpringKnows() throws IOException {
		EnumerablePropertySource<?> source = load("""
				port = 8080
				since = 2026-01-31
				tags = ["a", "b"]
				none = []
				[empty]
				[labels]
				"odd.name" = true
				[[peers]]
				host = "one"
				""");

		assertThat(source.getPropertyNames()).containsExactly("port", "since", "tags[0]", "tags[1]", "none", "empty",
				"labels[odd.name]", "peers[0].host");
		assertThat(source.getProperty("port")).isEqualTo(8080L);
		assertThat(source.getProperty("since")).isEqualTo(LocalDate.of(2026, 1, 31));
		assertThat(source.getProperty("none")).isEqualTo("");
		assertThat(source.getProperty("empty")).isEqualTo("");
		assertThat(source.getProperty("labels[odd.name]")).isEqualTo(true);
	}

	@Test
	void eachValueKnowsItsLineAndColumn() throws IOException {
		Path file = write("a.toml", "\uFEFFport = 8080\n\n[labels]\n  zone = \"eu\"\n");

		PropertySource<?> source = this.loader.load("a", new FileSystemResource(file)).get(0);

		assertThat(OriginLookup.getOrigin(source, "port")).hasToString("file [" + file + "] - 1:8");
		assertThat(OriginLookup.getOrigin(source, "labels.zone")).hasToString("file [" + file + "] - 4:10");
	}

	@Test
	void aFileWithoutKeysIsNoSource() throws IOException {
		assertThat(this.loader.load("a", new ByteArrayResource("# nothing\n".getBytes(StandardCharsets.UTF_8))))
			.isEmpty();
	}

	@Test
	void namesAllProblemsAtOnce() {
		assertThatExceptionOfType(TomlPropertiesException.class).isThrownBy(() -> load("port = 1\nport = 2\nname =\n"))
			.satisfies((ex) -> assertThat(ex.getProblems()).extracting(Problem::line).containsExactly(2, 3));
	}

	@Test
	void refusesOtherEncodings() throws IOException {
		ByteArrayResource resource = new ByteArrayResource("a = 1".getBytes(StandardCharsets.UTF_8), "a.toml");

		assertThat(this.loader.load("a", resource, StandardCharsets.UTF_8)).hasSize(1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loader.load("a", resource, StandardCharsets.ISO_8859_1))
			.withMessageContaining("the encoding of TOML must be UTF-8, found ISO-8859-1");
	}

	@Test
	void comesFirstInWhateverOrderTheClassPathIs() {
		List<PropertySourceLoader> loaders = new ArrayList<>(
				List.of(new PropertiesPropertySourceLoader(), new YamlPropertySourceLoader(), this.loader));

		AnnotationAwareOrderComparator.sort(loaders);
		assertThat(loaders).first().isSameAs(this.loader);
		Collections.reverse(loaders);
		AnnotationAwareOrderComparator.sort(loaders);
		assertThat(loaders).first().isSameAs(this.loader);
	}

	@Test
	void applicationTomlWinsOverPropertiesInTheSameFolder() {
		write("application.toml", "a = \"toml\"\n");
		write("application.properties", "a=properties\nb=properties\n");

		assertThat(properties("a", "b")).containsExactly("toml", "properties");
	}

	@Test
	void aProfileHasAFileOfItsOwn() {
		write("application.toml", "a = 1\nb = 1\n[spring]\nprofiles.active = \"dev\"\n");
		write("application-dev.toml", "b = 2\n");

		assertThat(properties("a", "b")).containsExactly("1", "2");
	}

	@Test
	void theNameOfTheFileMayBeAnother() {
		write("node.toml", "a = 1\n");

		assertThat(properties("--spring.config.name=node", "a")).containsExactly("1");
	}

	@Test
	void aFileMayImportOthers() {
		write("application.toml",
				"a = 1\nspring.config.import = [\"optional:file:%1$s/absent.toml\", \"file:%1$s/x.toml\", \"file:%1$s/bare[.toml]\"]\n"
					.formatted(this.directory));
		write("x.toml", "a = 2\n");
		write("bare", "b = 3\n");

		assertThat(properties("a", "b")).containsExactly("2", "3");
	}

	private EnumerablePropertySource<?> load(String text) throws IOException {
		return (EnumerablePropertySource<?>) this.loader
			.load("test", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
			.get(0);
	}

	private List<String> properties(String... names) {
		List<String> arguments = new ArrayList<>(List.of("--spring.config.location=file:" + this.directory + "/"));
		List<String> asked = new ArrayList<>();
		for (String name : names) {
			(name.startsWith("--") ? arguments : asked).add(name);
		}
		SpringApplication application = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE)
			.build();
		try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
			Environment environment = context.getEnvironment();
			return asked.stream().map(environment::getProperty).toList();
		}
	}

	private Path write(String name, String text) {
		try {
			return Files.writeString(this.directory.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static class Nothing {

	}

}
