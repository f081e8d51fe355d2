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

package io.wolfprowler.config.live;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.testkit.Gate;
import org.eclipse.jetty.server.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.wolfprowler.config.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WebPort} with Jetty.
 */
@ExtendWith(OutputCaptureExtension.class)
class JettyWebPortTests {

	private static final String[] QUICK = { "wolf.config.web-server.overlap=100ms",
			"wolf.config.web-server.drain-timeout=1m" };

	private final int first = FreePorts.next();

	private final int second = FreePorts.next();

	@TempDir
	Path directory;

	@Test
	void movesToTheNewPortAndFinishesWhatRunsOnTheOldOne(CapturedOutput output) throws IOException {
		try (WebNode node = WebNode.jetty(this.directory, this.first, QUICK);
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
	void vetoesAPortThatIsTaken() throws IOException {
		try (WebNode node = WebNode.jetty(this.directory, this.first, QUICK);
				ServerSocket taken = new ServerSocket(this.second)) {
			for (int time = 0; time < 2; time++) {
				ReloadResult result = node.change(taken.getLocalPort());

				assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
				assertThat(result.problems()).extracting(Problem::message)
					.containsExactly("web_port can't be " + this.second + ": the port is in use");
				assertThat(connectors(node)).hasSize(1);
				assertThat(answers(this.first)).isTrue();
			}
		}
	}

	@Test
	void closesTheNewPortWhenSomebodyElseVetoes() throws IOException {
		try (WebNode node = WebNode.jetty(this.directory, this.first, QUICK)) {
			node.manager().addParticipant((transition) -> {
				throw new IllegalStateException("not now");
			});

			assertThat(node.change(this.second).outcome()).isEqualTo(Outcome.VETOED);

			assertThat(connectors(node)).hasSize(1);
			assertThat(answers(this.first)).isTrue();
			assertThat(answers(this.second)).isFalse();
		}
	}

	@Test
	void finishesARequestAtAGracefulShutdownAfterAMove() throws Exception {
		RawClient before;
		RawClient after;
		try (WebNode node = WebNode.jetty(this.directory, this.first, "server.shutdown=graceful",
				"wolf.config.web-server.overlap=1s")) {
			int begun = NodeServlet.BEGUN.get();
			before = new RawClient(this.first);
			before.send("/?millis=900");
			node.move(this.second);
			after = new RawClient(this.second);
			after.send("/?millis=700");
			patiently().until(() -> NodeServlet.BEGUN.get() == begun + 2);
		}

		assertThat(before.receive()).startsWith("http ");
		assertThat(after.receive()).startsWith("http ");
		before.close();
		after.close();
	}

	@Test
	void comesBackOnTheNewPortWhenTheContextStartsAgain() throws IOException {
		try (WebNode node = WebNode.jetty(this.directory, this.first, "wolf.config.web-server.overlap=100ms",
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
		try (WebNode node = WebNode.jetty(this.directory, this.first, "wolf.config.web-server.overlap=100ms",
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

	@Test
	void closesInTheMiddleOfADrain() throws IOException {
		RawClient idle;
		try (WebNode node = WebNode.jetty(this.directory, this.first, "wolf.config.web-server.overlap=0s",
				"wolf.config.web-server.drain-timeout=1m")) {
			idle = new RawClient(this.first);
			idle.get("/");
			node.move(this.second);
			patiently().until(() -> !answers(this.first));
		}

		assertThat(answers(this.second)).isFalse();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> idle.get("/"));
		idle.close();
		new ServerSocket(this.first).close();
		new ServerSocket(this.second).close();
	}

	static Connector[] connectors(WebNode node) {
		return ((JettyWebServer) node.server()).getServer().getConnectors();
	}

	private static boolean answers(int port) {
		try (RawClient client = new RawClient(port)) {
			return !client.get("/").isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
