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

package io.wolfprowler.config.spring.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.fixtures.FreePorts;
import io.wolfprowler.config.fixtures.Gate;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WebPort} with Tomcat.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebPortTests extends WebPortContract {

	@Test
	void startsOnThePortInTheFile() throws IOException {
		try (WebNode node = node("server.port=1")) {
			assertThat(node.server().getPort()).isEqualTo(this.first);
			assertThat(node.localPort()).isEqualTo(this.first);
			assertThat(answers(this.first)).isTrue();
		}
	}

	@Test
	void movesToTheNewPortAndLeavesTheOldOne(CapturedOutput output) throws IOException {
		try (WebNode node = node(QUICK)) {
			node.move(this.second);

			assertThat(node.localPort()).isEqualTo(this.second);
			assertThat(answers(this.second)).isTrue();
			patiently().untilAsserted(() -> assertThat(connectors(node)).hasSize(1));
			assertThat(answers(this.first)).isFalse();
			assertThat(answers(this.second)).isTrue();
			assertThat(node.server().getPort()).isEqualTo(this.second);
			assertThat(node.localPort()).isEqualTo(this.second);
			assertThat(output).contains("Web server moves from port " + this.first + " to " + this.second);
			patiently().untilAsserted(() -> assertThat(output)
				.contains("Web server port " + this.first + " is closed: 0 requests finished, 0 connections cut"));
		}
	}

	@Test
	void tellsListenersWhenTheServerHasSettled() {
		try (WebNode node = node(QUICK)) {
			List<Integer> ports = new CopyOnWriteArrayList<>();
			node.context()
				.addApplicationListener((ApplicationListener<WebServerInitializedEvent>) (event) -> ports
					.add(event.getWebServer().getPort()));

			node.move(this.second);

			patiently().untilAsserted(() -> assertThat(ports).containsExactly(this.second));
		}
	}

	@Test
	void comesBackToAPortThatItStillListensOn() throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=1m"); RawClient client = new RawClient(this.first)) {
			Connector connector = connectors(node)[0];

			node.move(this.second);
			assertThat(answers(this.first)).isTrue();
			assertThat(answers(this.second)).isTrue();
			node.move(this.first);

			client.get("/");
			assertThat(client.isDismissed()).isFalse();
			assertThat(connectors(node)).hasSize(2).startsWith(connector);
			assertThat(node.server().getPort()).isEqualTo(this.first);
		}
	}

	@Test
	void staysAwayFromAPortWhenTheWayBackIsVetoed() throws IOException {
		try (WebNode node = node(QUICK)) {
			node.move(this.second);
			node.manager().addParticipant((transition) -> {
				throw new IllegalStateException("not now");
			});

			assertThat(node.change(this.first).outcome()).isEqualTo(Outcome.VETOED);

			patiently().untilAsserted(() -> assertThat(answers(this.first)).isFalse());
			assertThat(answers(this.second)).isTrue();
			assertThat(node.localPort()).isEqualTo(this.second);
		}
	}

	@Test
	void comesBackToAPortThatStillDrains(CapturedOutput output) throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=50ms", "wolf.config.web-server.drain-timeout=1m");
				RawClient client = new RawClient(this.first)) {
			client.get("/");
			node.move(this.second);
			patiently().untilAsserted(() -> assertThat(answers(this.first)).isFalse());

			node.move(this.first);

			assertThat(answers(this.first)).isTrue();
			client.get("/");
			assertThat(client.isDismissed()).isTrue();
			patiently().untilAsserted(() -> assertThat(connectors(node)).hasSize(1));
			assertThat(output)
				.containsPattern("port " + this.first + " is closed: [1-9]\\d* requests finished, 0 connections cut");
			assertThat(node.server().getPort()).isEqualTo(this.first);
		}
	}

	@Test
	void countsAnAsynchronousRequestOnceWhenItIsComplete(CapturedOutput output) throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=1s", "wolf.config.web-server.drain-timeout=1m");
				RawClient before = new RawClient(this.first);
				RawClient dispatched = new RawClient(this.first);
				RawClient complete = new RawClient(this.first)) {
			NodeServlet.gate = new Gate();
			int begun = NodeServlet.BEGUN.get();
			before.send("/?async=dispatch");
			patiently().until(() -> NodeServlet.BEGUN.get() == begun + 1);
			node.move(this.second);
			dispatched.send("/?async=dispatch");
			complete.send("/?async=complete");
			patiently().until(() -> NodeServlet.BEGUN.get() == begun + 3);

			NodeServlet.gate.open();

			assertThat(List.of(before.receive(), dispatched.receive())).allMatch((body) -> body.startsWith("http "));
			assertThat(complete.receive()).isEmpty();
			assertThat(List.of(before, dispatched, complete)).allMatch(RawClient::isDismissed);
			patiently().untilAsserted(() -> assertThat(output)
				.contains("port " + this.first + " is closed: 3 requests finished, 0 connections cut"));
		}
	}

	@Test
	void cutsWhatHasNotLeftInTime(CapturedOutput output) throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=0s", "wolf.config.web-server.drain-timeout=100ms");
				RawClient idle = new RawClient(this.first)) {
			idle.get("/");

			node.move(this.second);

			patiently().untilAsserted(() -> assertThat(output)
				.contains("Web server port " + this.first + " is closed: 0 requests finished, 1 connections cut"));
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> idle.get("/"));
		}
	}

	@Test
	void takesAnyPortForZero() throws IOException {
		try (WebNode node = node(QUICK)) {
			node.move(0);

			assertThat(node.localPort()).isPositive().isNotEqualTo(this.first);
			assertThat(answers(node.localPort())).isTrue();

			node.move(node.localPort());

			patiently().untilAsserted(() -> assertThat(connectors(node)).hasSize(1));
			assertThat(node.server().getPort()).isEqualTo(node.manager().getConfig().webPort());
		}
	}

	@Test
	void comesBackOnTheNewPortWhenTheContextStartsAgain() throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=1m")) {
			node.move(this.second);

			node.context().stop();
			assertThat(answers(this.first)).isFalse();
			assertThat(answers(this.second)).isFalse();
			node.context().start();

			assertThat(answers(this.second)).isTrue();
			assertThat(answers(this.first)).isFalse();
			node.move(this.first);
			assertThat(answers(this.first)).isTrue();
		}
	}

	@Test
	void followsAChangeThatCameWhileTheServerWasStopped() throws IOException {
		try (WebNode node = node(QUICK)) {
			node.context().stop();
			node.move(this.second);

			node.context().start();

			assertThat(answers(this.second)).isTrue();
			assertThat(node.localPort()).isEqualTo(this.second);
		}
	}

	@Test
	void leavesTheRandomPortOfATestAlone(CapturedOutput output) throws IOException {
		try (WebNode node = node("server.port=0")) {
			int port = node.localPort();

			node.move(this.second);

			assertThat(port).isNotEqualTo(this.first);
			assertThat(node.localPort()).isEqualTo(port);
			assertThat(answers(this.second)).isFalse();
			assertThat(output).containsOnlyOnce("The web server does not follow web_port because server.port is 0");
		}
	}

	@Test
	void doesNothingWhenItIsSwitchedOff() throws IOException {
		int port = FreePorts.next();
		try (WebNode node = node("server.port=" + port, "wolf.config.web-server.follow-port=false")) {
			node.move(this.second);

			assertThat(node.localPort()).isEqualTo(port);
			assertThat(node.context().getBeanNamesForType(WebPort.class)).isEmpty();
		}
	}

	@Test
	void leavesNoThreadBehindWhenThePortIsClosed() {
		try (WebNode node = node(QUICK)) {
			node.move(this.second);

			patiently().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith("wolf-config-web-port-")));
		}
	}

	@Override
	WebNode node(String... properties) {
		return WebNode.tomcat(this.directory, this.first, properties);
	}

	@Override
	Connector[] connectors(WebNode node) {
		return node.tomcatConnectors();
	}

}
