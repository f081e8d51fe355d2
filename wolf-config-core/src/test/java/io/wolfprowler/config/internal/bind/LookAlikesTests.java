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

package io.wolfprowler.config.internal.bind;

import java.lang.annotation.ElementType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.TomlKey;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LookAlikes}.
 */
class LookAlikesTests {

	private static final Pattern NAMED = Pattern.compile("@([\\w.]+)");

	private static final String JAX_RS = "jakarta.ws.rs.DefaultValue";

	private static Map<String, Class<?>> records;

	@TempDir
	Path directory;

	@BeforeAll
	static void compile(@TempDir Path directory) throws Exception {
		CompiledRecords records = new CompiledRecords(directory);
		for (String annotation : LookAlikes.REMEDIES.keySet()) {
			records.add(annotation, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER);
		}
		LookAlikesTests.records = records.compile();
	}

	static Stream<String> lookAlikes() {
		return LookAlikes.REMEDIES.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("lookAlikes")
	void annotationThatIsNotReadIsNamedWithItsRemedy(String annotation) {
		assertThat(mistakes(records.get(annotation))).containsExactly("Sample.value has @" + annotation
				+ ", which is not read; " + LookAlikes.REMEDIES.get(annotation).words());
	}

	@ParameterizedTest
	@EnumSource(names = { "FIELD", "METHOD", "PARAMETER", "RECORD_COMPONENT", "TYPE_USE" })
	void annotationIsFoundWhereverItsTargetPutsIt(ElementType target) throws Exception {
		assertThat(mistakes(compiled().add(JAX_RS, target)))
			.containsExactly("Sample.value has @jakarta.ws.rs.DefaultValue, which is not read;"
					+ " use @io.wolfprowler.config.Default");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			javax.validation.constraints.NotBlank,  jakarta.validation.constraints.NotBlank
			javax.validation.constraints.Size,      jakarta.validation.constraints.Size
			javax.validation.constraints.Size$List, jakarta.validation.constraints.Size$List
			javax.validation.Valid,                 jakarta.validation.Valid
			""")
	void constraintOfTheOldNamespaceIsNamedWithTheNewOne(String old, String now) throws Exception {
		assertThat(mistakes(compiled().add(old, ElementType.FIELD)))
			.containsExactly("Sample.value has @" + old + ", which is not read; use @" + now);
		assertThat(Class.forName(now)).isAnnotation();
	}

	@Test
	void constraintOfTheOldNamespaceIsFoundOnElements() throws Exception {
		assertThat(mistakes(compiled().addOnElement("javax.validation.constraints.NotBlank")))
			.containsExactly("Sample.value has @javax.validation.constraints.NotBlank, which is not read;"
					+ " use @jakarta.validation.constraints.NotBlank");
	}

	@ParameterizedTest
	@EnumSource
	void remedyNamesAnnotationsThatAreReadOrSaysWhatElseToDo(Remedy remedy) {
		List<String> named = NAMED.matcher(remedy.words()).results().map((result) -> result.group(1)).toList();

		assertThat(named).containsExactlyElementsOf(remedy.ours().stream().map(Class::getName).toList());
		assertThat(remedy.words()).matches((words) -> words.startsWith(named.isEmpty() ? "remove it, and " : "use @"));
		assertThat(LookAlikes.REMEDIES).containsValue(remedy);
	}

	@Test
	void allMistakesOfTypeAreReportedAtOnce() {
		assertThat(mistakes(Outer.class)).containsExactly(
				"Outer.timeout has @jdk.jfr.Label, which is not read; use @io.wolfprowler.config.Doc",
				"@Bounds of Outer.timeout needs an integer type",
				"Inner.host has @jdk.jfr.Name, which is not read; use @io.wolfprowler.config.TomlKey",
				"The type java.lang.Runnable of Inner.runner can't be read from TOML; use a record, List, Set, Map,"
						+ " Optional, a single value, or a type with a static factory or constructor that takes a"
						+ " String",
				"Outer.port has @com.fasterxml.jackson.annotation.JsonProperty, which is not read;"
						+ " use @io.wolfprowler.config.TomlKey");
	}

	@Test
	void annotationOfHandwrittenConstructorAndAccessorIsFound() {
		assertThat(mistakes(Handwritten.class)).containsExactly(
				"Handwritten.one has @com.fasterxml.jackson.annotation.JsonProperty, which is not read;"
						+ " use @io.wolfprowler.config.TomlKey",
				"Handwritten.two has @com.fasterxml.jackson.annotation.JsonProperty, which is not read;"
						+ " use @io.wolfprowler.config.TomlKey");
	}

	@Test
	void annotationForSomebodyElseStandsBesideOurs() {
		assertThat(Binding.config(Schema.of(Served.class), "max_peers = 7")).isEqualTo(new Served(7));
	}

	private CompiledRecords compiled() {
		return new CompiledRecords(this.directory);
	}

	private static List<String> mistakes(CompiledRecords record) throws Exception {
		return mistakes(record.compile().values().iterator().next());
	}

	private static List<String> mistakes(Class<?> type) {
		return assertThatExceptionOfType(ConfigTypeException.class).isThrownBy(() -> Schema.of(type))
			.satisfies((ex) -> assertThat(ex.getType()).isEqualTo(type))
			.extracting(ConfigTypeException::getMistakes)
			.actual();
	}

	record Outer(@Label("Timeout") @Bounds(min = 1) String timeout, Optional<List<Inner>> inner,
			@JsonProperty("PORT") int port) {

	}

	record Inner(@Name("HOST") String host, Runnable runner) {

	}

	record Handwritten(int one, int two) {

		Handwritten(@JsonProperty("ONE") int one, int two) {
			this.one = one;
			this.two = two;
		}

		@JsonProperty("TWO")
		@Override
		public int two() {
			return this.two;
		}

	}

	record Served(@TomlKey("max_peers") @JsonProperty("maxPeers") int peers) {

	}

}
