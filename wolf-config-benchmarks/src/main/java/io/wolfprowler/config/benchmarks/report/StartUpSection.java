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

package io.wolfprowler.config.benchmarks.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wolfprowler.config.benchmarks.text.Format;
import io.wolfprowler.config.benchmarks.text.Pair;
import io.wolfprowler.config.benchmarks.text.Sample;
import io.wolfprowler.config.benchmarks.text.SampleFile;
import io.wolfprowler.config.benchmarks.trivial.TrivialApplication;

/**
 * What a library adds to the start of an application.
 */
final class StartUpSection implements Section {

	@Override
	public String name() {
		return "start-up";
	}

	@Override
	public String title() {
		return "Starting a trivial Spring Boot application";
	}

	@Override
	public String measure(Scale scale) throws IOException {
		Map<Variant, List<Map<String, Double>>> starts = new EnumMap<>(Variant.class);
		try (SampleFile file = new SampleFile(Sample.of(Sample.NODE_KEYS), Format.TOML, new Pair(10_080, 50))) {
			for (int start = -1; start < scale.starts(); start++) {
				for (Variant variant : Variant.values()) {
					Map<String, Double> results = start(variant, file);
					starts.computeIfAbsent(variant, (key) -> new ArrayList<>())
						.addAll((start < 0) ? List.of() : List.of(results));
				}
			}
		}
		return """
				From the start of the JVM to `ApplicationReadyEvent`: medians of %d starts each, taken in turns, without CDS
				or AOT. wolf-config reads and watches a file of 17 keys.

				%s"""
			.formatted(scale.starts(), table(starts));
	}

	private static Map<String, Double> start(Variant variant, SampleFile file) throws IOException {
		System.out.println("# start of " + variant.label);
		return Child.run(TrivialApplication.class.getName(), Libraries.present().trivialApplicationWith(variant.jars()),
				Duration.ofMinutes(1), "--wolf.config.path=" + file.path());
	}

	private static Table table(Map<Variant, List<Map<String, Double>>> starts) {
		Table table = new Table("", "ready after, ms", "added", "CPU, ms", "added");
		double wall = median(starts, Variant.BOOT, "wall");
		double cpu = median(starts, Variant.BOOT, "cpu");
		for (Variant variant : Variant.values()) {
			double itsWall = median(starts, variant, "wall");
			double itsCpu = median(starts, variant, "cpu");
			table.row(variant.label, Figure.of(itsWall), Figure.of(itsWall - wall), Figure.of(itsCpu),
					Figure.of(itsCpu - cpu));
		}
		return table;
	}

	private static double median(Map<Variant, List<Map<String, Double>>> starts, Variant variant, String result) {
		return Figure.percentile(starts.getOrDefault(variant, List.of())
			.stream()
			.mapToDouble((results) -> results.getOrDefault(result, Double.NaN))
			.toArray(), 50);
	}

	/**
	 * What is on the class path.
	 */
	private enum Variant {

		/** Nothing else. */
		BOOT("spring-boot-starter"),

		/** Wolf Config. */
		WOLF("+ **wolf-config-starter**", "wolf-config-starter-", "wolf-config-core-", "tomlj-"),

		/** Spring Cloud Context. */
		CLOUD("+ spring-cloud-context", "spring-cloud-context-", "spring-security-crypto-");

		private static final List<String> COMMON = List.of("commons-logging-", "jakarta.annotation-api-", "jspecify-",
				"jul-to-slf4j-", "log4j-", "logback-", "micrometer-", "slf4j-", "snakeyaml-", "spring-aop-",
				"spring-beans-", "spring-boot-", "spring-context-", "spring-core-", "spring-expression-");

		private final String label;

		private final List<String> added;

		Variant(String label, String... added) {
			this.label = label;
			this.added = List.of(added);
		}

		private List<String> jars() {
			return Stream.concat(COMMON.stream(), this.added.stream()).toList();
		}

	}

}
