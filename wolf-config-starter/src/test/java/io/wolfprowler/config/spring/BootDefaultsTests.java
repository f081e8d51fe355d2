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

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigOrigin;
import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link BootDefaults}: {@code @DefaultValue} means what {@code @Default} does,
 * and what Boot makes of it.
 */
class BootDefaultsTests {

	static Stream<String> components() {
		return Stream.of(Ours.class.getRecordComponents()).map(RecordComponent::getName);
	}

	@ParameterizedTest
	@MethodSource("components")
	void defaultOfBootIsThatOfOurs(String component) {
		assertThat(value(loaded(Boots.class), component)).isEqualTo(value(loaded(Ours.class), component));
	}

	@ParameterizedTest
	@MethodSource("components")
	void defaultIsWhatBootMakesOfIt(String component) {
		Object bound = value(new Binder(new MapConfigurationPropertySource()).bindOrCreate("x", Boots.class),
				component);

		if (component.startsWith("maybe")) {
			// Boot drops the default of an Optional.
			assertThat(bound).isEqualTo(Optional.empty());
		}
		else {
			assertThat(value(loaded(Boots.class), component)).isEqualTo(bound);
		}
	}

	@Test
	void templateShowsIt() {
		assertThat(ConfigTemplate.of(Boots.class).toToml())
			.isEqualTo(ConfigTemplate.of(Ours.class).toToml().replace("# Ours:", "# Boots:"))
			.contains("pause = \"5s\"", "tags = [\"a\", \"b\"]");
	}

	@Test
	void entriesHaveItAsDefault() {
		try (ConfigManager<Boots> boots = manager(Boots.class); ConfigManager<Ours> ours = manager(Ours.class)) {
			assertThat(boots.inspect().entries()).isEqualTo(ours.inspect().entries())
				.extracting((entry) -> entry.origin().kind())
				.containsOnly(ConfigOrigin.Kind.DEFAULT);
			boots.updateValues(Map.of("number", 9));
			ours.updateValues(Map.of("number", 9));
			assertThat(boots.inspect().diff(1, 2)).isEqualTo(ours.inspect().diff(1, 2)).hasSize(1);
		}
	}

	static final List<Arguments> MISTAKES = List.of(
			arguments(Both.class,
					"Both.number has more than one default; keep one of @io.wolfprowler.config.Default,"
							+ " @org.springframework.boot.context.properties.bind.DefaultValue"),
			arguments(Wrong.class, "@DefaultValue of Wrong.number must be an integer, found many"),
			arguments(Outside.class, "@DefaultValue of Outside.number must be an integer of at most 10, found 11"),
			arguments(NoNumber.class,
					"@DefaultValue of NoNumber.number needs a value; only a record, an Optional,"
							+ " a collection and a map have an empty one"),
			arguments(NoConstant.class,
					"@DefaultValue of NoConstant.unit needs a value; only a record, an Optional,"
							+ " a collection and a map have an empty one"),
			arguments(Endless.class, Endless.class.getName() + " contains itself without end; make the inner one an"
					+ " Optional, @Nullable or a List"));

	@ParameterizedTest
	@FieldSource("MISTAKES")
	void mistakeIsNamedWithItsPlace(Class<?> type, String mistake) {
		assertThatExceptionOfType(ConfigTypeException.class).isThrownBy(() -> manager(type))
			.extracting(ConfigTypeException::getMistakes)
			.isEqualTo(List.of(mistake));
	}

	private static <T> T loaded(Class<T> type) {
		try (ConfigManager<T> manager = manager(type)) {
			return manager.getConfig();
		}
	}

	private static <T> ConfigManager<T> manager(Class<T> type) {
		return ConfigManager.builder(type).source(new StubSource(""), Path.of("boot.toml")).allowEmpty(true).build();
	}

	private static @Nullable Object value(Record config, String component) {
		return Stream.of(config.getClass().getRecordComponents())
			.filter((declared) -> declared.getName().equals(component))
			.map((declared) -> {
				try {
					return Optional.ofNullable(declared.getAccessor().invoke(config));
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			})
			.findFirst()
			.orElseThrow()
			.orElse(null);
	}

	record Ours(@Default("8080") int number, @Default("-1") Long large, @Default("0.5") double real,
			@Default("true") boolean flag, @Default("x y") String text, @Default("") String blank,
			@Default("SECONDS") TimeUnit unit, @Default("5s") Duration pause, @Default("4MB") DataSize size,
			@Default("http://a/") URI address, @Default( {
					"a", "b" }) List<String> tags,
			@Default({ "1", "2" }) Set<Integer> numbers, @Default({ "1ms", "2s" }) List<Duration> pauses,
			@Default("x") Optional<String> maybe, @Default("7") Optional<Integer> maybeNumber,
			@Default({}) List<String> noTags, @Default({}) Set<Integer> noNumbers,
			@Default({}) Map<String, Integer> noLimits, @Default({}) Optional<String> nothing,
			@Default({}) Optional<Inner> noInner, @Default({}) Inner inner, @Nullable @Default({}) Inner always,
			@Nullable @Default({}) List<String> never, @Nullable @Default("x") String known){

	}

	record Boots(@DefaultValue("8080") int number, @DefaultValue("-1") Long large, @DefaultValue("0.5") double real,
			@DefaultValue("true") boolean flag, @DefaultValue("x y") String text, @DefaultValue("") String blank,
			@DefaultValue("SECONDS") TimeUnit unit, @DefaultValue("5s") Duration pause,
			@DefaultValue("4MB") DataSize size, @DefaultValue("http://a/") URI address, @DefaultValue( {
					"a", "b" }) List<String> tags,
			@DefaultValue({ "1", "2" }) Set<Integer> numbers, @DefaultValue({ "1ms", "2s" }) List<Duration> pauses,
			@DefaultValue("x") Optional<String> maybe, @DefaultValue("7") Optional<Integer> maybeNumber,
			@DefaultValue List<String> noTags, @DefaultValue Set<Integer> noNumbers,
			@DefaultValue Map<String, Integer> noLimits, @DefaultValue Optional<String> nothing,
			@DefaultValue Optional<Inner> noInner, @DefaultValue Inner inner, @Nullable @DefaultValue Inner always,
			@Nullable @DefaultValue List<String> never, @Nullable @DefaultValue("x") String known){

	}

	record Inner(@DefaultValue("443") int port, @DefaultValue("host") String host) {

	}

	record Both(@Default("1") @DefaultValue("1") int number) {

	}

	record Wrong(@DefaultValue("many") int number) {

	}

	record Outside(@DefaultValue("11") @Bounds(max = 10) int number) {

	}

	record NoNumber(@DefaultValue int number) {

	}

	record NoConstant(@DefaultValue TimeUnit unit) {

	}

	record Endless(@Nullable @DefaultValue Endless inner) {

	}

}
