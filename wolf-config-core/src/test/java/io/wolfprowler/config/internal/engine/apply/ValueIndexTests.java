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

package io.wolfprowler.config.internal.engine.apply;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ValueIndex}.
 */
class ValueIndexTests {

	private static final String TEXT = """
			port = 9090
			user = "wolf"
			extra = { deep = { list = [ 1, { x = "y" } ] } }

			[limits]
			"per second" = 5

			[[peers]]
			host = "a"

			[[peers]]
			host = "b"

			[timeouts]
			SECONDS = "5s"
			""";

	private final StubSource source = new StubSource(TEXT);

	private final ConfigManager<Node> manager = new ManagerBuilder<>(Node.class)
		.source(this.source, Path.of("config.toml"))
		.build();

	@AfterEach
	void close() {
		this.manager.close();
	}

	@ParameterizedTest
	@CsvSource({ "port, 9090", "user, wolf", "limits.\"per second\", 5", "peers[1].host, b", "timeouts.SECONDS, PT5S",
			"extra.deep.list[1].x, y", "extra.deep.list[0], 1" })
	void findsTheValueOfAKey(String key, String expected) {
		assertThat(this.manager.getSnapshot().value(key)).hasToString(expected);
		assertThat(this.manager.getSnapshot().value(key)).hasToString(expected);
	}

	@Test
	void findsValuesAsTheRecordHoldsThem() {
		ConfigSnapshot<Node> snapshot = this.manager.getSnapshot();

		assertThat(snapshot.value("peers")).isSameAs(snapshot.config().peers());
		assertThat(snapshot.value("peers[0]")).isSameAs(snapshot.config().peers().get(0));
		assertThat(snapshot.value("timeouts.SECONDS")).isEqualTo(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "port.inner", "peers[2]", "peers[0].port", "peers.host", "peers.0", "limits.no",
			"timeouts.DAYS", "nick", "extra.deep.list[7]", "a..b", "", "peers[", "port " })
	void findsNothingWhereThereIsNothing(String key) {
		assertThat(this.manager.getSnapshot().value(key)).isNull();
		assertThat(this.manager.getSnapshot().value(key)).isNull();
	}

	@Test
	void answersFromTheVersionItBelongsTo() {
		ConfigSnapshot<Node> before = this.manager.getSnapshot();
		assertThat(before.value("port")).isEqualTo(9090);
		this.manager.updateValues(Map.of("port", 1));

		assertThat(before.value("port")).isEqualTo(9090);
		assertThat(this.manager.getSnapshot().value("port")).isEqualTo(1);
	}

	@Test
	void findsAKeyAgainWithoutMakingAnything() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		ConfigSnapshot<Node> snapshot = this.manager.getSnapshot();
		Object first = snapshot.value("peers[1].host");
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 10_000; i++) {
			assertSame(snapshot.value("peers[1].host"), first);
			assertSame(snapshot.value("no.such.key"), null);
		}

		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
	}

	@Test
	void remembersNoMoreKeysThanAnApplicationHas() {
		ConfigSnapshot<Node> snapshot = this.manager.getSnapshot();
		for (int i = 0; i < 10_000; i++) {
			assertThat(snapshot.value("limits.x" + i)).isNull();
		}

		assertThat(snapshot.value("limits.\"per second\"")).isEqualTo(5);
		assertThat(snapshot.values()).extracting("known")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasSizeLessThan(5000);
	}

	private static void assertSame(Object one, Object other) {
		if (one != other) {
			throw new AssertionError(one + " is not " + other);
		}
	}

	record Node(int port, Optional<String> user, Optional<String> nick, Map<String, Integer> limits, List<Peer> peers,
			Map<TimeUnit, Duration> timeouts, Map<String, Object> extra) {

	}

	record Peer(String host) {

	}

}
