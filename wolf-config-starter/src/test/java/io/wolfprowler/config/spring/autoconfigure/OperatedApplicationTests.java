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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint and the health of running applications: on a reactive server,
 * and over JMX. On a servlet container they are tested with the sample.
 */
@ExtendWith(QuietLog.class)
class OperatedApplicationTests {

	private static final String UNRESTRICTED = "management.endpoint.wolfconfig.access=unrestricted";

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	Path directory;

	private Path file;

	private ConfigurableApplicationContext application;

	@BeforeEach
	void writeFile() throws IOException {
		this.file = Files.writeString(this.directory.resolve("config.toml"), "max_peers = 50\n");
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					GET  | /wolfconfig                        |  | 200 | "wolf":{"version":1
					GET  | /wolfconfig/wolf                   |  | 200 | "max_peers":{"value":50,"origin"
					GET  | /wolfconfig/wolf/history           |  | 200 | "cause":"START"
					GET  | /wolfconfig/wolf/diff?from=1&to=1  |  | 200 | "changes":[]
					GET  | /wolfconfig/wolf/diff              |  | 400 |
					GET  | /wolfconfig/wolf/diff?from=1&to=9  |  | 404 |
					GET  | /wolfconfig/bear                   |  | 404 |
					GET  | /wolfconfig/wolf/bear              |  | 404 |
					POST | /wolfconfig/wolf/reload            | {} | 200 | "result":"UNCHANGED"
					POST | /wolfconfig/wolf/validate          | {"toml": "max_peers = 7"} | 200 | "result":"APPLIED","version":1
					POST | /wolfconfig/wolf/validate          | {"toml": "max_peers = 0"} | 422 | :1:13: max_peers must be between 1 and 100000, found 0
					POST | /wolfconfig/wolf/update            | {"toml": "max_peers = 7", "expectedVersion": 1} | 200 | "result":"APPLIED","version":2
					POST | /wolfconfig/wolf/update            | {"toml": "max_peers = 7", "expectedVersion": 9} | 409 | "result":"STALE"
					POST | /wolfconfig/wolf/update            | {"toml": "max_peers = 0\\nweb_prot = 1"} | 422 | did you mean `web_port`?
					POST | /wolfconfig/wolf/update            | {} | 400 |
					POST | /wolfconfig/wolf/save              | {} | 200 | "result":"DONE"
					POST | /wolfconfig/wolf/rollback          | {"version": 1} | 200 | "result":"UNCHANGED"
					POST | /wolfconfig/wolf/rollback          | {"version": 9} | 422 | version 9 is not kept; kept are 1
					POST | /wolfconfig/wolf/hot-reload        | {"enabled": true} | 200 | "result":"DONE"
					POST | /wolfconfig/wolf/dance             | {} | 404 |
					""")
	void answersOnAReactiveServer(String method, String path, String body, int status, String text) throws Exception {
		start(WebApplicationType.REACTIVE, UNRESTRICTED);

		HttpResponse<String> response = request(method, path, body);

		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.body()).contains((text != null) ? text : "");
	}

	@ParameterizedTest(name = "{0}: GET {1}, POST {2}")
	@CsvSource(delimiter = '|', textBlock = """
			management.endpoint.wolfconfig.access=read-only            | 200 | 405
			management.endpoint.wolfconfig.access=unrestricted         | 200 | 200
			management.endpoint.wolfconfig.access=none                 | 404 | 404
			management.endpoints.access.default=unrestricted           | 200 | 200
			management.endpoints.access.max-permitted=read-only        | 200 | 405
			wolf.config.enabled=true                                   | 200 | 405
			""")
	void isWrittenToOnlyWhereThatIsAllowed(String property, int get, int post) throws Exception {
		start(WebApplicationType.REACTIVE, property.contains("max-permitted") ? new String[] { property, UNRESTRICTED }
				: new String[] { property });

		assertThat(request("GET", "/wolfconfig/wolf", null).statusCode()).isEqualTo(get);
		assertThat(request("POST", "/wolfconfig/wolf/reload", "{}").statusCode()).isEqualTo(post);
	}

	@Test
	void changesOverJmx() throws Exception {
		start(WebApplicationType.NONE, UNRESTRICTED, "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=wolfconfig");

		assertThat(overJmx("managers")).asString().contains("wolf={version=1");
		assertThat(overJmx("manager", "wolf")).asString().contains("max_peers={value=50");
		assertThat(overJmx("part", "wolf", "history", null, null)).asString().contains("cause=START");
		assertThat(overJmx("operate", "wolf", "update", "max_peers = 7", null, null, 1L, null, null)).asString()
			.contains("result=APPLIED", "version=2");
		assertThat(overJmx("operate", "wolf", "update", "max_peers = 8", null, null, 1L, null, null)).asString()
			.contains("result=STALE");
		assertThat(overJmx("operate", "wolf", "update", "max_peers = 0\nweb_prot = 1", null, null, null, null, null))
			.asString()
			.contains("result=REJECTED", "max_peers must be between 1 and 100000, found 0", "did you mean `web_port`?");
		assertThat(manager().getConfig().maxPeers()).isEqualTo(7);
	}

	@Test
	void isReadOnlyOverJmxUnlessAskedFor() throws Exception {
		start(WebApplicationType.NONE, "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=wolfconfig");

		assertThat(operations()).contains("managers", "manager", "part").doesNotContain("operate");
	}

	@Test
	void aNodeIsReadyOnItsLastGoodConfiguration() throws Exception {
		start(WebApplicationType.REACTIVE,
				"management.endpoint.health.group.readiness.include=readinessState,wolfConfig",
				"management.endpoint.health.group.readiness.show-components=always");
		Files.writeString(this.file, "max_peers = 0\n");
		manager().reload();

		HttpResponse<String> readiness = request("GET", "/health/readiness", null);

		assertThat(readiness.statusCode()).isEqualTo(200);
		assertThat(readiness.body()).contains("\"status\":\"UP\"", "\"wolfConfig\":{", "\"status\":\"STALE\"");
	}

	@Test
	void aDegradedNodeStaysReadyUnlessAskedOtherwise() throws Exception {
		start(WebApplicationType.REACTIVE,
				"management.endpoint.health.group.readiness.include=readinessState,wolfConfig",
				"management.endpoint.health.group.readiness.show-components=always");
		manager().addParticipant((transition) -> new FailingCommit());
		Files.writeString(this.file, "max_peers = 7\n");
		manager().reload();

		HttpResponse<String> readiness = request("GET", "/health/readiness", null);

		assertThat(readiness.statusCode()).isEqualTo(200);
		assertThat(readiness.body()).contains("\"status\":\"UP\"", "\"status\":\"DEGRADED\"");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "degraded, 503", "stale, 200" })
	void aDegradedNodeIsTakenOutWhereThatIsAskedFor(String status, int expected) throws Exception {
		start(WebApplicationType.REACTIVE,
				"management.endpoint.health.group.readiness.include=readinessState,wolfConfig",
				"management.endpoint.health.status.order=down,out-of-service,degraded,stale,up,unknown",
				"management.endpoint.health.status.http-mapping.down=503",
				"management.endpoint.health.status.http-mapping.out-of-service=503",
				"management.endpoint.health.status.http-mapping.degraded=503");
		assertThat(request("GET", "/health/readiness", null).statusCode()).isEqualTo(200);
		manager().addParticipant((transition) -> new FailingCommit());
		Files.writeString(this.file, status.equals("stale") ? "max_peers = 0\n" : "max_peers = 7\n");
		manager().reload();

		HttpResponse<String> readiness = request("GET", "/health/readiness", null);

		assertThat(readiness.statusCode()).isEqualTo(expected);
		assertThat(readiness.body()).containsIgnoringCase("\"status\":\"" + status + "\"");
	}

	private void start(WebApplicationType type, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of("server.port=0", "wolf.config.hot-reload.enabled=false", "wolf.config.path=" + this.file,
				"management.endpoints.web.exposure.include=*", "management.endpoint.wolfconfig.show-values=always",
				"management.endpoint.health.probes.enabled=true", "spring.main.banner-mode=off"));
		this.application = new SpringApplicationBuilder(Application.class).web(type)
			.properties(all.toArray(String[]::new))
			.run();
	}

	private HttpResponse<String> request(String method, String path, String body) throws Exception {
		assertThat(this.application.getClass().getSimpleName()).contains("Reactive");
		int port = ((WebServerApplicationContext) this.application).getWebServer().getPort();
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator" + path))
			.header("Content-Type", "application/json")
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

	private Object overJmx(String operation, Object... arguments) throws JMException {
		MBeanOperationInfo found = null;
		for (MBeanOperationInfo each : server().getMBeanInfo(endpoint()).getOperations()) {
			found = each.getName().equals(operation) ? each : found;
		}
		assertThat(found).isNotNull();
		String[] signature = Arrays.stream(found.getSignature())
			.map(MBeanParameterInfo::getType)
			.toArray(String[]::new);
		return server().invoke(endpoint(), operation, arguments, signature);
	}

	private List<String> operations() throws JMException {
		return Arrays.stream(server().getMBeanInfo(endpoint()).getOperations())
			.map(MBeanOperationInfo::getName)
			.toList();
	}

	private static MBeanServer server() {
		return ManagementFactory.getPlatformMBeanServer();
	}

	private static ObjectName endpoint() throws JMException {
		return new ObjectName("org.springframework.boot:type=Endpoint,name=Wolfconfig");
	}

	@SuppressWarnings("unchecked")
	private ConfigManager<WolfConfig> manager() {
		return this.application.getBean(ConfigManager.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	private static final class FailingCommit implements ConfigParticipant.Prepared {

		@Override
		public void commit() {
			throw new IllegalStateException("expected in this test");
		}

		@Override
		public void rollback() {
		}

	}

}
