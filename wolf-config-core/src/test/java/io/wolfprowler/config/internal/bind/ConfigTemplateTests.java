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

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Doc;
import io.wolfprowler.config.RestartRequired;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.TomlKey;
import io.wolfprowler.config.internal.toml.TomlTree;
import io.wolfprowler.config.wolf.WolfConfig;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConfigTemplate}.
 */
class ConfigTemplateTests {

	@Test
	void saysAllThatIsKnownOfAKey() {
		assertThat(ConfigTemplate.of(Gateway.class).toToml()).isEqualTo("""
				# Gateway: all keys with their defaults.

				# Name of the gateway.
				# Shown to clients.
				# Required. Not blank. Size at least 3.
				# name = <a string>

				# Port of the gateway.
				# An integer from 1 to 65535. Takes effect after a restart.
				port = 8080

				# Required. At least 1. At most 9.
				# workers = <an integer>

				# A duration like "500ms", "5s" or "1h30m".
				timeout = "5s"

				# One of NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS.
				unit = "SECONDS"

				# Optional.
				# motd = <a string>
				tags = []

				# An array, each an integer of at least 1.
				ports = [80, 443]

				# Required.
				password = "${WOLF_PASSWORD}"

				# Optional.
				# api-token = "${WOLF_API_TOKEN}"

				# Required.
				# anything = <any value>

				# Where to log.
				[log]
				level = "info"

				# Required.
				password = "${WOLF_LOG_PASSWORD}"

				[log.file]
				rotate = true

				# Optional.
				# [[log.sinks]]
				# # Required.
				# host = <a string>
				# port = 443

				# Those behind it.
				# Optional.
				# [[upstreams]]
				# # Required.
				# host = <a string>
				# port = 443

				# Optional.
				# [labels]
				# any-name = <a string>

				# Optional.
				# [zones.any-name]
				# # Required.
				# host = <a string>
				# port = 443

				# Optional.
				# [spare]
				# # Required.
				# host = <a string>
				# port = 443
				""");
	}

	@Test
	void rejectsTypesThatCanNotBeConfigurations() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConfigTemplate.of(String.class))
			.withMessageContaining("java.lang.String is not a record");
	}

	@Test
	void endsWithinARecordThatContainsItself() {
		assertThat(ConfigTemplate.of(Node.class).toToml()).isEqualTo("""
				# Node: all keys with their defaults.

				name = "root"

				# Optional.
				# [[children]]
				# # The same keys as above.
				""");
	}

	@Test
	void descriptionsStayComments() {
		assertThat(ConfigTemplate.of(Sly.class).toToml()).isEqualTo("""
				# Sly: all keys with their defaults.

				# One.
				# a = 2
				# b
				"odd \\"key\\"" = 1
				""");
	}

	@ParameterizedTest
	@ValueSource(classes = { WolfConfig.class, Every.class, Sly.class, Node.class, Texts.class, Nested.class,
			ScalarRecords.Any.class })
	void bindsToTheDefaults(Class<?> type) {
		assertThat(problems(type, ConfigTemplate.of(type).toToml())).isEqualTo(problems(type, ""));
		assertThat(bound(type, ConfigTemplate.of(type).toToml())).isEqualTo(bound(type, ""));
	}

	@Test
	void bindsToTheDefaultsWhateverTextsTheyAre() {
		Schema<Texts> schema = Schema.of(Texts.class);

		Texts texts = bound(Texts.class, ConfigTemplate.of(schema).toToml());

		assertThat(texts).isEqualTo(bound(Texts.class, ""));
		assertThat(texts.placeholder()).isEqualTo("${HOME} \\${HOME}");
	}

	@ParameterizedTest
	@ValueSource(classes = { WolfConfig.class, Gateway.class, Every.class, Node.class, Nested.class })
	void isTomlWithoutItsFirstMarksToo(Class<?> type) {
		String uncommented = ConfigTemplate.of(type)
			.toToml()
			.replaceAll("(?m)^# (?=[^#\\n]* = |# |\\[)", "")
			.replaceAll("<[^\\n]*>", "\"x\"")
			.replaceFirst("(?m)^# .*all keys.*\\n", "");

		assertThat(Binding.document(uncommented).values().root()).isNotEmpty();
	}

	@Test
	void aRequiredSecretComesFromTheEnvironment() {
		String template = ConfigTemplate.of(Vault.class).toToml();

		assertThat(problems(Vault.class, template)).containsExactly("5:12: db.password: nothing sets"
				+ " WOLF_DB_PASSWORD; set it, or give a default: ${WOLF_DB_PASSWORD:...}");
	}

	private static <T> T bound(Class<T> type, String toml) {
		return resolved(Schema.of(type), Binding.document(toml).values()).config();
	}

	private static List<String> problems(Class<?> type, String toml) {
		return Binding.problems(resolved(Schema.of(type), Binding.document(toml).values()), Binding.document(toml))
			.stream()
			.map((problem) -> toml.isEmpty() ? problem : problem.replaceFirst("^0:0: ", ""))
			.toList();
	}

	private static <T> BindResult<T> resolved(Schema<T> schema, TomlTree values) {
		Placeholders placeholders = new Placeholders((name) -> null);
		return schema.bind(placeholders.resolve(values, placeholders.newValues(), schema));
	}

	record Gateway(@Doc("Name of the gateway.\nShown to clients.") @NotBlank @Size(min = 3) String name,
			@Doc("Port of the gateway.") @Default("8080") @Bounds(min = 1, max = 65535) @RestartRequired int port,
			@Min(1) @Max(9) int workers, @Default("5s") Duration timeout, @Default("SECONDS") TimeUnit unit,
			Optional<String> motd, List<String> tags, @Default( {
					"80", "443" }) @Bounds(min = 1) List<Integer> ports,
			String password, @Doc("Where to log.") Log log, @Doc("Those behind it.") List<Upstream> upstreams,
			Map<String, String> labels, Map<String, Upstream> zones, @TomlKey("api-token") @Nullable String token,
			Optional<Upstream> spare, Object anything){

	}

	record Log(@Default("info") String level, Rotation file, List<Upstream> sinks, @Secret String password) {

	}

	record Rotation(@Default("true") boolean rotate) {

	}

	record Upstream(String host, @Default("443") int port) {

	}

	record Node(@Default("root") String name, List<Node> children) {

	}

	record Sly(@Doc("One.\na = 2\r\n\u0007b") @TomlKey("odd \"key\"") @Default("1") int key) {

	}

	record Every(@Default("1") byte tiny, @Default("-9223372036854775808") long large, @Default("1e300") double real,
			@Default("NaN") double none, @Default("0.1") float single, @Default("1.10") BigDecimal price,
			@Default("\t") char letter, @Default("2026-11-23") LocalDate date,
			@Default("2026-11-23T07:32:00Z") Instant moment, @Default("2026-11-23T07:32:00+01:00") ZonedDateTime zoned,
			@Default("1500ms") Duration pause, @Default("https://example.org/?a=\"b\"#c") Pattern uri,
			@Default("http://a/") URI address, @Default("4MB") ScalarRecords.Size size, @Default("DAYS") TimeUnit unit,
			@Default( {
					"a", "b\"c" }) Set<String> names,
			@Default({ "1ms", "2s" }) List<Duration> pauses, @Default({ "a", "b" }) Object any,
			@Default("7") Optional<Integer> maybe, @Default("hidden") String secret, Optional<String> token,
			@Nullable String nothing, List<List<Upstream>> matrix, Map<TimeUnit, List<Integer>> byUnit,
			Map<String, Map<String, Upstream>> deep, List<Map<String, Integer>> tables,
			Optional<Map<String, String>> labels, @Nullable List<String> absent){

		@Override
		public boolean equals(Object other) {
			return other instanceof Every every && toString().equals(every.toString());
		}

		@Override
		public int hashCode() {
			return toString().hashCode();
		}

	}

	record Texts(@Default("") String empty, @Default("a\nb\r\n\"\"\"'''\\ \u0000 \u007f é \uD83D\uDC3A") String odd,
			@Default("${HOME} \\${HOME}") String placeholder, @Default( {
					"${x}", "" }) List<String> several,
			@Default("# no comment") String hash){

	}

	record Nested(One one, @Nullable One other, Optional<One> third) {

	}

	record One(Two two, @Default("1") int before) {

	}

	record Two(@Default("2") int number, Map<String, One> more) {

	}

	record Vault(Db db) {

		record Db(String password) {

		}

	}

}
