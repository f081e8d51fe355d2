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
import java.net.ServerSocket;

import io.wolfprowler.config.fixtures.Gate;
import org.eclipse.jetty.server.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebPort} with Jetty.
 */
@ExtendWith(OutputCaptureExtension.class)
class JettyWebPortTests extends WebPortContract {

	@Test
	void movesToTheNewPortAndFinishesWhatRunsOnTheOldOne(CapturedOutput output) throws IOException {
		try (WebNode node = node(QUICK);
				RawClient busy = new RawClient(this.first);
				RawClient idle = new RawClient(this.first)) {
			NodeServlet.gate = new Gate();
			idle.get("/");
			busy.send("/?gate");
			NodeServlet.gate.awaitSomebody();

			node.move(this.second);

			assertThat(node.localPort()).isEqualTo(this.second);
			patiently().until(() -> !answers(this.first));
			assertThat(answers(this.second)).isTrue();
			NodeServlet.gate.open();
			busy.receive();
			idle.get("/");
			assertThat(idle.isDismissed()).isTrue();
			// Jetty waits for the client to close as well.
			idle.close();
			busy.close();
			patiently().untilAsserted(() -> assertThat(connectors(node)).hasSize(1));
			assertThat(node.server().getPort()).isEqualTo(this.second);
			assertThat(node.localPort()).isEqualTo(this.second);
			patiently().untilAsserted(() -> assertThat(output)
				.containsPattern("port " + this.first + " is closed: \\d requests finished, 0 connections cut"));
		}
	}

	@Test
	void comesBackOnTheNewPortWhenTheContextStartsAgain() throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=100ms",
				"wolf.config.web-server.drain-timeout=100ms")) {
			node.move(this.second);
			patiently().until(() -> connectors(node).length == 1);

			node.context().stop();
			assertThat(answers(this.second)).isFalse();
			node.context().start();

			assertThat(answers(this.second)).isTrue();
			assertThat(node.localPort()).isEqualTo(this.second);
			patiently().until(() -> !answers(this.first));
			node.move(this.first);
			assertThat(answers(this.first)).isTrue();
		}
	}

	@Test
	void comesBackOnTheNewPortWhenSomebodyElseHasTheFirst() throws IOException {
		try (WebNode node = node("wolf.config.web-server.overlap=100ms",
				"wolf.config.web-server.drain-timeout=100ms")) {
			node.move(this.second);
			patiently().until(() -> connectors(node).length == 1);

			try (ServerSocket taken = new ServerSocket(this.first)) {
				node.context().stop();
				node.context().start();

				assertThat(taken.getLocalPort()).isEqualTo(this.first);
				assertThat(answers(this.second)).isTrue();
				assertThat(node.localPort()).isEqualTo(this.second);
			}
			node.move(this.first);
			assertThat(answers(this.first)).isTrue();
		}
	}

	@Override
	WebNode node(String... properties) {
		return WebNode.jetty(this.directory, this.first, properties);
	}

	@Override
	Connector[] connectors(WebNode node) {
		return node.jettyConnectors();
	}

}
