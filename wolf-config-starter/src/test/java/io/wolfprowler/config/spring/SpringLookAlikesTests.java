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

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigTypeException;
import io.wolfprowler.config.fixtures.StubSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.Delimiter;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.boot.convert.PeriodUnit;
import org.springframework.context.annotation.Description;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that annotations of Spring on a record, which compile and are not read, are named
 * at the start, wherever their targets put them.
 */
class SpringLookAlikesTests {

	@Test
	void everyAnnotationOfSpringThatIsNotReadIsNamed() {
		List<String> components = Stream.of(Habits.class.getRecordComponents())
			.map((component) -> "Habits." + component.getName() + " has @org.springframework.")
			.toList();

		ConfigManagerBuilder<Habits> builder = ConfigManager.builder(Habits.class)
			.source(new StubSource(""), Path.of("config.toml"));

		assertThatExceptionOfType(ConfigTypeException.class).isThrownBy(builder::build)
			.satisfies((ex) -> assertThat(ex.getMistakes()).hasSameSizeAs(components)
				.zipSatisfy(components, (mistake, beginning) -> assertThat(mistake).startsWith(beginning)
					.contains(", which is not read; ")));
	}

	record Habits(@Value("${region}") String region, @Name("peer-limit") int limit,
			@Description("Name of the node.") String name, @DurationUnit(ChronoUnit.SECONDS) Duration timeout,
			@PeriodUnit(ChronoUnit.DAYS) Period retention, @DataSizeUnit(DataUnit.MEGABYTES) DataSize size,
			@Delimiter(";") List<String> hosts, @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate since,
			@NumberFormat(pattern = "#") long count) {

	}

}
