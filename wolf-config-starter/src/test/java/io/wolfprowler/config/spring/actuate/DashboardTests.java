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
package io.wolfprowler.config.spring.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the dashboard and the alerts: they ask for meters there are.
 */
@ExtendWith(QuietLog.class)
class DashboardTests {

	private static final Path DOCS = Path.of("..", "docs", "operate");

	private static final Pattern SERIES = Pattern.compile("wolf_config_[a-z_]+");

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "grafana-dashboard.json", "prometheus-alerts.yml" })
	void asksForMetersThatThereAre(String file) throws IOException {
		assertThat(seriesIn(Files.readString(DOCS.resolve(file)))).isNotEmpty().isSubsetOf(seriesIn(scrape()));
	}

	@Test
	void showsEveryMeter() throws IOException {
		Set<String> shown = seriesIn(Files.readString(DOCS.resolve("grafana-dashboard.json")));

		assertThat(seriesIn(scrape())).extracting(DashboardTests::meter)
			.allMatch((meter) -> shown.stream().map(DashboardTests::meter).anyMatch(meter::equals));
	}

	@Test
	void isReadableByWhatReadsIt() throws IOException {
		assertThat(JsonMapper.builder()
			.build()
			.readTree(Files.readString(DOCS.resolve("grafana-dashboard.json")))
			.at("/panels")
			.size()).isPositive();
		Map<String, Object> alerts = new Yaml().load(Files.readString(DOCS.resolve("prometheus-alerts.yml")));
		assertThat(alerts).containsKey("groups");
	}

	private String scrape() throws IOException {
		Path file = Files.writeString(this.directory.resolve("config.toml"), "web_port = 9090\n");
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		try (ConfigManager<WolfConfig> manager = ConfigManager.builder(WolfConfig.class).file(file).build()) {
			ConfigMetrics.bind(manager, registry);
			manager.addCallback((change) -> {
			});
			manager.updateValues(Map.of("max_peers", 10));
			return registry.scrape();
		}
	}

	private static Set<String> seriesIn(String text) {
		Set<String> series = new TreeSet<>();
		Matcher matcher = SERIES.matcher(text);
		while (matcher.find()) {
			series.add(matcher.group());
		}
		return series;
	}

	private static String meter(String series) {
		return series.replaceFirst("_(total|count|sum|max)$", "").replaceFirst("_seconds$", "");
	}

}
