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
package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import jakarta.annotation.PostConstruct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for beans that are bound again when the values in force change.
 */
@ExtendWith(OutputCaptureExtension.class)
class RebindingTests {

	private static final String TEXT = """
			[gateway]
			timeout = "2s"
			max_connections = 10
			hosts = ["a", "b"]
			pool.size = 4
			routes.api = "/api"
			routes.web = "/"

			[billing]
			currency = "EUR"
			""";

	@TempDir
	Path directory;

	private ConfigFiles files;

	private ApplicationContextRunner context;

	@BeforeEach
	void writeFile() {
		this.files = new ConfigFiles(this.directory);
		this.files.write("config.toml", TEXT);
		this.context = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class,
					WolfConfigAutoConfiguration.class, EnvironmentAutoConfiguration.class))
			.withUserConfiguration(Application.class)
			.withPropertyValues("wolf.config.hot-reload.enabled=false", "wolf.config.environment.rebind=true",
					"wolf.config.type=" + Sections.class.getName(),
					"wolf.config.path=" + this.files.path("config.toml"));
	}

	@Test
	void bindsBeansAtTheStartAsEver() {
		this.context.run((context) -> {
			Gateway gateway = context.getBean(Gateway.class);
			assertThat(gateway.getTimeout()).hasSeconds(2);
			assertThat(gateway.getHosts()).containsExactly("a", "b");
			assertThat(gateway.getRoutes()).containsExactly(Map.entry("api", "/api"), Map.entry("web", "/"));
		});
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			timeout = "2s"          | timeout = "3s"         | 3s 10 [a, b] 4 {api=/api, web=/}
			timeout = "2s"          |                        | 5s 10 [a, b] 4 {api=/api, web=/}
			max_connections = 10    | max_connections = 20   | 2s 20 [a, b] 4 {api=/api, web=/}
			max_connections = 10    |                        | 2s 99 [a, b] 4 {api=/api, web=/}
			hosts = ["a", "b"]      | hosts = ["b"]          | 2s 10 [b] 4 {api=/api, web=/}
			hosts = ["a", "b"]      |                        | 2s 10 [localhost] 4 {api=/api, web=/}
			pool.size = 4           | pool.size = 5          | 2s 10 [a, b] 5 {api=/api, web=/}
			pool.size = 4           |                        | 2s 10 [a, b] 8 {api=/api, web=/}
			routes.api = "/api"     | routes.api = "/v2"     | 2s 10 [a, b] 4 {api=/v2, web=/}
			routes.api = "/api"     |                        | 2s 10 [a, b] 4 {web=/}
			routes.api = "/api"     | routes.b = "/b"        | 2s 10 [a, b] 4 {b=/b, web=/}
			""")
	void bindsThemAgain(String line, @Nullable String replacement, String expected) {
		this.context.run((context) -> {
			Gateway gateway = context.getBean(Gateway.class);
			Pool pool = gateway.getPool();

			assertThat(change(context, line, (replacement != null) ? replacement : "").outcome())
				.isEqualTo(Outcome.APPLIED);

			assertThat(gateway).hasToString(expected);
			assertThat(gateway.getPool()).as("who holds a part of it").isSameAs(pool);
		});
	}

	@Test
	void leavesThoseAloneWhoseValuesAreTheSame() {
		this.context.run((context) -> {
			Billing billing = context.getBean(Billing.class);
			billing.setCurrency("set by code");

			change(context, "timeout = \"2s\"", "timeout = \"3s\"");
			assertThat(billing.getCurrency()).isEqualTo("set by code");

			change(context, "currency = \"EUR\"", "currency = \"USD\"");
			assertThat(billing.getCurrency()).isEqualTo("USD");
		});
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					timeout = "2s"       | timeout = "soon"          | :2:11: gateway.timeout can't be bound: 'soon' is not a valid duration (bean 'gateway')
					max_connections = 10 | max_connections = 1000    | :3:19: gateway.max_connections must be less than or equal to 100 (bean 'gateway')
					pool.size = 4        | pool.size = 2000          | :5:13: gateway.pool.size must be less than or equal to 1024 (bean 'gateway')
					pool.size = 4        | pool.size = 13            | : io.wolfprowler.config.spring.environment.Rebinding vetoed the change: bean 'gateway' can't be made: 13 is no size
					currency = "EUR"     | currency = ""             | :10:12: billing.currency must not be empty (bean 'billing-io.wolfprowler.config.spring.autoconfigure.RebindingTests$Billing')
					""")
	void vetoesWhatCannotBeBound(String line, String replacement, String problem) {
		this.context.run((context) -> {
			ReloadResult result = change(context, line, replacement);

			String source = this.files.path("config.toml").toString();
			assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(result.problems()).extracting((each) -> each.describe(source))
				.singleElement()
				.asString()
				.contains(source + problem);
			assertThat(context.getBean(Gateway.class)).hasToString("2s 10 [a, b] 4 {api=/api, web=/}");
			assertThat(context.getEnvironment().getProperty("gateway.timeout")).isEqualTo("2s");
		});
	}

	@Test
	void namesAllThatCannotBeBound() {
		this.context.run((context) -> {
			this.files.write("config.toml",
					TEXT.replace("\"2s\"", "\"soon\"").replace("\"EUR\"", "\"\"").replace("size = 4", "size = 5"));

			assertThat(manager(context).reload().problems()).extracting(Problem::message)
				.containsExactly("gateway.timeout can't be bound: 'soon' is not a valid duration (bean 'gateway'); "
						+ "billing.currency must not be empty (bean 'billing-io.wolfprowler.config.spring.autoconfigure.RebindingTests$Billing')");
		});
	}

	@Test
	void aBeanIsOfTheNewVersionWhenParticipantsAndCallbacksLookAtIt() {
		this.context.run((context) -> {
			Gateway gateway = context.getBean(Gateway.class);
			List<String> seen = new ArrayList<>();
			manager(context).addParticipant((transition) -> {
				seen.add("prepare " + gateway.getTimeout());
				return new ConfigParticipant.Prepared() {

					@Override
					public void commit() {
						seen.add("commit " + gateway.getTimeout());
					}

					@Override
					public void rollback() {
					}

				};
			});
			manager(context).addCallback((change) -> seen.add("callback " + gateway.getTimeout()));

			change(context, "timeout = \"2s\"", "timeout = \"3s\"");

			assertThat(seen).startsWith("prepare PT2S", "commit PT3S", "callback PT3S");
		});
	}

	@Test
	void theVetoOfAnotherLeavesBeansAlone() {
		this.context.run((context) -> {
			manager(context).addParticipant((transition) -> {
				throw new IllegalStateException("not today");
			});

			assertThat(change(context, "timeout = \"2s\"", "timeout = \"3s\"").outcome()).isEqualTo(Outcome.VETOED);

			assertThat(context.getBean(Gateway.class).getTimeout()).hasSeconds(2);
		});
	}

	@Test
	void whatIsAboveTheValuesInForceStaysAbove() {
		this.context.withSystemProperties("gateway.timeout=9s").run((context) -> {
			change(context, "timeout = \"2s\"", "timeout = \"3s\"");

			assertThat(context.getBean(Gateway.class).getTimeout()).hasSeconds(9);
		});
	}

	@Test
	void usesTheConvertersOfTheApplication() {
		this.context.run((context) -> {
			change(context, "currency = \"EUR\"", "currency = \"EUR\"\nrate = \"one half\"");

			assertThat(context.getBean(Billing.class).getRate()).isEqualTo(new Rate(0.5));
		});
	}

	@Test
	void makesBeansWithWhatTheyAreInjected() {
		this.context.withUserConfiguration(Injected.class).run((context) -> {
			Client client = context.getBean(Client.class);

			change(context, "timeout = \"2s\"", "timeout = \"3s\"");

			assertThat(client.getTimeout()).hasSeconds(3);
			assertThat(client.environment).isSameAs(context.getEnvironment());
			assertThat(client.initialized).as("the bean itself is initialized once").isOne();
			assertThat(client.getHosts()).containsExactlyInAnyOrder("a", "b");
		});
	}

	@Test
	void leavesRecordsAloneAndSaysSoOnce(CapturedOutput output) {
		this.context.withUserConfiguration(Records.class).run((context) -> {
			Limits limits = context.getBean(Limits.class);

			change(context, "timeout = \"2s\"", "timeout = \"3s\"");
			change(context, "timeout = \"2s\"", "timeout = \"4s\"");

			assertThat(context.getBean(Limits.class)).isSameAs(limits);
			assertThat(output.getOut().lines().filter((line) -> line.contains("Did not bind the bean"))).singleElement()
				.asString()
				.contains(" INFO ")
				.endsWith("again: it is bound by its constructor; "
						+ "inject a ConfigView for values that must follow changes");
		});
	}

	@Test
	void leavesWhatSpringHasNotMadeAlone(CapturedOutput output) {
		this.context.withInitializer((context) -> context.getBeanFactory().registerSingleton("mine", new Mine()))
			.run((context) -> {
				assertThat(change(context, "timeout = \"2s\"", "timeout = \"3s\"").outcome())
					.isEqualTo(Outcome.APPLIED);
				assertThat(context.getBean(Gateway.class).getTimeout()).hasSeconds(3);
			});
	}

	@Test
	void neverTriesAVersionOnTheBeanThatEveryoneHas() {
		this.context.withUserConfiguration(Shared.class).run((context) -> {
			Mine mine = context.getBean(Mine.class);

			ReloadResult result = change(context, "timeout = \"2s\"", "timeout = \"3s\"");

			assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
			assertThat(result.problems()).extracting(Problem::message)
				.singleElement()
				.asString()
				.contains("its factory method always returns the same instance; it must return a new one");
			assertThat(mine.getTimeout()).hasSeconds(2);
		});
	}

	@Test
	void bindsNothingAgainUnlessAskedTo() {
		this.context.withPropertyValues("wolf.config.environment.rebind=false").run((context) -> {
			change(context, "timeout = \"2s\"", "timeout = \"3s\"");

			assertThat(context.getBean(Gateway.class).getTimeout()).hasSeconds(2);
		});
	}

	private ReloadResult change(AssertableApplicationContext context, String line, String replacement) {
		assertThat(TEXT).contains(line);
		this.files.write("config.toml", TEXT.replace(line, replacement));
		return manager(context).reload();
	}

	@SuppressWarnings("unchecked")
	private static ConfigManager<Sections> manager(AssertableApplicationContext context) {
		return context.getBean(ConfigManager.class);
	}

	record Sections(Map<String, Object> gateway, Map<String, Object> billing) {
	}

	@EnableConfigurationProperties(Billing.class)
	static class Application {

		@Bean
		@ConfigurationProperties("gateway")
		Gateway gateway() {
			return new Gateway();
		}

		@Bean
		@ConfigurationPropertiesBinding
		static WordsToRate wordsToRate() {
			return new WordsToRate();
		}

	}

	static class WordsToRate implements Converter<String, Rate> {

		@Override
		public Rate convert(String source) {
			return new Rate(source.equals("one half") ? 0.5 : 1);
		}

	}

	record Rate(double value) {
	}

	@Validated
	static class Gateway implements InitializingBean {

		private Duration timeout = Duration.ofSeconds(5);

		private @Max(100) int maxConnections = 99;

		private final List<String> hosts = new ArrayList<>(List.of("localhost"));

		private Map<String, String> routes = new LinkedHashMap<>();

		private @Valid Pool pool = new Pool();

		@Override
		public void afterPropertiesSet() {
			if (this.pool.getSize() == 13) {
				throw new IllegalArgumentException("13 is no size");
			}
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		// There is no getter.
		public void setMaxConnections(int maxConnections) {
			this.maxConnections = maxConnections;
		}

		public List<String> getHosts() {
			return this.hosts;
		}

		public Map<String, String> getRoutes() {
			return this.routes;
		}

		public void setRoutes(Map<String, String> routes) {
			this.routes = routes;
		}

		public Pool getPool() {
			return this.pool;
		}

		public void setPool(Pool pool) {
			this.pool = pool;
		}

		@Override
		public String toString() {
			return this.timeout.toSeconds() + "s " + this.maxConnections + " " + this.hosts + " " + this.pool.getSize()
					+ " " + this.routes;
		}

	}

	static class Pool {

		private @Max(1024) int size = 8;

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

	}

	@Validated
	@ConfigurationProperties("billing")
	static class Billing {

		private @NotEmpty String currency = "CHF";

		private Rate rate = new Rate(1);

		public String getCurrency() {
			return this.currency;
		}

		public void setCurrency(String currency) {
			this.currency = currency;
		}

		public Rate getRate() {
			return this.rate;
		}

		public void setRate(Rate rate) {
			this.rate = rate;
		}

	}

	static class Injected {

		@Bean
		@ConfigurationProperties("gateway")
		Client client(Environment environment) {
			Client client = new Client();
			client.setHosts(Set.of("first"));
			return client;
		}

	}

	static class Client {

		@Autowired
		@Nullable Environment environment;

		int initialized;

		private Duration timeout = Duration.ZERO;

		private Set<String> hosts = Set.of();

		@PostConstruct
		void initialize() {
			assertThat(this.environment).isNotNull();
			this.initialized++;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public Set<String> getHosts() {
			return this.hosts;
		}

		public void setHosts(Set<String> hosts) {
			this.hosts = hosts;
		}

	}

	@EnableConfigurationProperties(Limits.class)
	static class Records {

	}

	@ConfigurationProperties("gateway")
	record Limits(Duration timeout) {
	}

	static class Shared {

		private static final Mine MINE = new Mine();

		@Bean
		Mine mine() {
			return MINE;
		}

	}

	@ConfigurationProperties("gateway")
	static class Mine {

		private Duration timeout = Duration.ZERO;

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

}
