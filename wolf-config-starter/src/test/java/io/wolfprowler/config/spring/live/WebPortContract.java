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
import java.nio.file.Path;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.fixtures.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds for a port that moves, whichever the server.
 */
abstract class WebPortContract {

	static final String[] QUICK = { "wolf.config.web-server.overlap=100ms", "wolf.config.web-server.drain-timeout=1m" };

	final int first = FreePorts.next();

	final int second = FreePorts.next();

	@TempDir
	Path directory;

	/** Start a node on the first port. */
	abstract WebNode node(String... properties);

	/** Return what listens, or did until its clients have left. */
	abstract Object[] connectors(WebNode node);

	@Test
	void vetoesAPortThatIsTaken() throws IOException {
		try (WebNode node = node(QUICK); ServerSocket taken = new ServerSocket(this.second)) {
			for (int time = 0; time < 2; time++) {
				ReloadResult result = node.change(taken.getLocalPort());

				assertThat(result.outcome()).isEqualTo(Outcome.VETOED);
				assertThat(result.problems()).extracting(Problem::message)
					.containsExactly("web_port can't be " + this.second + ": the port is in use");
				assertThat(node.manager().getConfig().webPort()).isEqualTo(this.first);
				assertThat(connectors(node)).hasSize(1);
				assertThat(answers(this.first)).isTrue();
				assertThat(node.localPort()).isEqualTo(this.first);
			}

			taken.close();
			node.move(this.second);
			assertThat(answers(this.second)).isTrue();
		}
	}

	@Test
	void closesTheNewPortWhenSomebodyElseVetoes() throws IOException {
		try (WebNode node = node(QUICK)) {
			node.manager().addParticipant((transition) -> {
				throw new IllegalStateException("not now");
			});

			assertThat(node.change(this.second).outcome()).isEqualTo(Outcome.VETOED);

			assertThat(connectors(node)).hasSize(1);
			assertThat(answers(this.first)).isTrue();
			assertThat(answers(this.second)).isFalse();
			assertThat(node.server().getPort()).isEqualTo(this.first);
		}
	}

	@Test
	void closesInTheMiddleOfADrain() throws IOException {
		RawClient idle;
		try (WebNode node = node("wolf.config.web-server.overlap=0s", "wolf.config.web-server.drain-timeout=1m")) {
			idle = new RawClient(this.first);
			idle.get("/");
			node.move(this.second);
			patiently().untilAsserted(() -> assertThat(answers(this.first)).isFalse());
			assertThat(connectors(node)).hasSize(2);
		}

		assertThat(answers(this.first)).isFalse();
		assertThat(answers(this.second)).isFalse();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> idle.get("/"));
		idle.close();
		new ServerSocket(this.first).close();
		new ServerSocket(this.second).close();
	}

	@Test
	void finishesARequestAtAGracefulShutdownAfterAMove() throws Exception {
		RawClient before = null;
		RawClient after = null;
		try (WebNode node = node("server.shutdown=graceful", "wolf.config.web-server.overlap=1s")) {
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

	static boolean answers(int port) {
		try (RawClient client = new RawClient(port)) {
			return !client.get("/").isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
