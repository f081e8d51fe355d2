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
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.fixtures.FreePorts;
import io.wolfprowler.config.fixtures.QuietLog;
import io.wolfprowler.config.fixtures.Requires;
import io.wolfprowler.config.wolf.WolfConfig;
import org.eclipse.jetty.server.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.wolfprowler.config.spring.live.WebNode.patiently;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that clients notice nothing when a busy web server moves.
 */
@ExtendWith(QuietLog.class)
class WebPortLoadTests {

	private static final Duration OVERLAP = Duration.ofMillis(300);

	private static final String[] PROPERTIES = { "wolf.config.web-server.overlap=300ms",
			"wolf.config.web-server.drain-timeout=20s" };

	private final int first = FreePorts.next();

	private final int second = FreePorts.next();

	@TempDir
	Path directory;

	@Test
	void failsNoRequestInThirtyMovesOfTomcat() {
		try (WebNode node = WebNode.tomcat(this.directory, this.first,
				WebNode.with(PROPERTIES, "server.http2.enabled=true")); ClientCrowd crowd = http1(node)) {
			if (hasCurl()) {
				crowd.curl("HTTP/2", 2, "/?millis=700");
			}

			moves(node, 30);

			System.out.println("30 moves of Tomcat: " + crowd.stop());
			assertThat(crowd.answered("new connection")).isGreaterThan(30);
			patiently().untilAsserted(() -> assertThat(node.tomcatConnectors()).hasSize(1));
			assertThat(node.server().getPort()).isEqualTo(this.first);
			assertThat(node.localPort()).isEqualTo(this.first);
			Requires.that(hasCurl(), "curl with HTTP/2");
			assertThat(crowd.answered("HTTP/2")).isGreaterThan(10);
		}
	}

	@Test
	void failsNoRequestInEightMovesOfJetty() {
		try (WebNode node = WebNode.jetty(this.directory, this.first, PROPERTIES); ClientCrowd crowd = http1(node)) {
			moves(node, 8);

			System.out.println("8 moves of Jetty: " + crowd.stop());
			assertThat(crowd.answered("new connection")).isGreaterThan(8);
			patiently().untilAsserted(
					() -> assertThat(node.jettyConnectors()).extracting(Connector::isRunning).containsExactly(true));
			assertThat(node.server().getPort()).isEqualTo(this.first);
			assertThat(node.localPort()).isEqualTo(this.first);
		}
	}

	// The new port is in the configuration before the old one is left.
	private static ClientCrowd http1(WebNode node) {
		ConfigManager<WolfConfig> manager = node.manager();
		return new ClientCrowd(() -> manager.getConfig().webPort(), OVERLAP).stay("keep-alive", 3, "/", Duration.ZERO)
			.stay("keep-alive with pauses", 8, "/", Duration.ofMillis(50))
			.stay("one second", 8, "/?millis=1000", Duration.ZERO)
			.come("new connection", 3, "/");
	}

	// Most moves come after the old port is closed and before it is empty; each sixth
	// comes
	// while it still listens.
	private void moves(WebNode node, int count) {
		for (int move = 1; move <= count; move++) {
			LockSupport.parkNanos(Duration.ofMillis((move % 6 != 0) ? 400 : 50).toNanos());
			node.move((move % 2 != 0) ? this.second : this.first);
		}
		LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
	}

	private static boolean hasCurl() {
		try {
			Process curl = new ProcessBuilder("curl", "--version").start();
			return new String(curl.getInputStream().readAllBytes()).contains("HTTP2");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
