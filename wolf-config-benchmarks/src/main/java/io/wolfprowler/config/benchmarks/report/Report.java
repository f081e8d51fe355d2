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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wolfprowler.config.benchmarks.peer.Library;
import io.wolfprowler.config.benchmarks.text.TomlReader;

/**
 * The one command. It measures all sections, or those that are named, and writes what it
 * has after each.
 */
public final class Report {

	private static final List<Section> SECTIONS = List.of(new ReadSection(), new ReloadSection(),
			new PropagationSection(), new StormSection(), new IdleSection(), new StartUpSection(), new ParseSection(),
			new HostileSection());

	private final Scale scale;

	private final Path output;

	private final StringBuilder markdown = new StringBuilder();

	private Report(Scale scale, Path output) {
		this.scale = scale;
		this.output = output;
	}

	/**
	 * Measure.
	 * @param arguments {@code quick} or nothing, names of sections or none for all,
	 * {@code --output=FILE} for another file than the one beside the jar
	 * @throws Exception when something can't be measured
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> words = new ArrayList<>(List.of(arguments));
		Scale scale = words.remove("quick") ? Scale.QUICK : Scale.FULL;
		Path output = Libraries.present().benchmarks().resolveSibling("benchmarks.md");
		for (String option : words.stream().filter((word) -> word.startsWith("--output=")).toList()) {
			output = Path.of(option.substring(option.indexOf('=') + 1));
			words.remove(option);
		}
		new Report(scale, output).measure(chosen(words));
	}

	private static List<Section> chosen(List<String> names) {
		List<String> known = SECTIONS.stream().map(Section::name).toList();
		if (!known.containsAll(names)) {
			throw new IllegalArgumentException(
					"Expected quick, --output=FILE and any of " + known + ", found " + names);
		}
		return names.isEmpty() ? SECTIONS
				: SECTIONS.stream().filter((section) -> names.contains(section.name())).toList();
	}

	private void measure(List<Section> sections) throws Exception {
		this.markdown.append(head());
		for (Section section : sections) {
			long start = System.nanoTime();
			String load = Machine.load();
			String results = section.measure(this.scale);
			this.markdown.append("\n## %s\n\n%s\nTook %d s; load before and after: %s, %s.\n".formatted(section.title(),
					results, (System.nanoTime() - start) / 1_000_000_000, load, Machine.load()));
			Files.writeString(this.output, this.markdown);
		}
		System.out.println(this.markdown);
		System.exit(0);
	}

	private String head() throws IOException {
		return """
				# Benchmarks

				Wolf Config beside other libraries that keep a configuration live, and beside a floor: the least code that does
				the work. All figures of a table are from one run; on another machine they differ, so read ratios, not digits.

				```
				./mvnw -Pbenchmarks -pl wolf-config-benchmarks -am package -DskipTests
				java -jar wolf-config-benchmarks/target/benchmarks.jar --output=docs/benchmarks.md
				```

				`quick` as an argument takes minutes instead of an hour; names of sections (%s)
				measure only those. A single benchmark of JMH runs with
				`java -cp wolf-config-benchmarks/target/benchmarks.jar org.openjdk.jmh.Main NAME`. The log is at WARN:
				what wolf-config says about each reload is not written. helidon-config and micronaut are the last ones
				that run on Java 17.

				Commit %s, %s, %s: %s.

				| | version |
				| --- | --- |
				%s"""
			.formatted(SECTIONS.stream().map((section) -> '`' + section.name() + '`').collect(Collectors.joining(", ")),
					Machine.commit(), LocalDate.now(ZoneOffset.UTC), this.scale.name().toLowerCase(Locale.ROOT),
					Machine.describe(), versions());
	}

	private static String versions() throws IOException {
		Libraries libraries = Libraries.present();
		StringBuilder rows = new StringBuilder();
		List<String> artifacts = Stream
			.concat(Arrays.stream(Library.values()).map(Library::artifact),
					Arrays.stream(TomlReader.values()).map(TomlReader::artifact))
			.distinct()
			.filter((artifact) -> !artifact.isEmpty())
			.toList();
		for (String artifact : artifacts) {
			rows.append("| %s | %s |\n".formatted(artifact, libraries.version(artifact)));
		}
		return rows.toString();
	}

}
