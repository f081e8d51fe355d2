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
package io.wolfprowler.config.remote.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wolfprowler.config.ConfigLoadException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Secret;
import io.wolfprowler.config.fixtures.FakeScheduler;
import io.wolfprowler.config.spi.WritableConfigSource;
import io.wolfprowler.config.test.InMemorySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Fleet}, {@link FleetReporter}, {@link RolloutStage} and
 * {@link StagedSource}: several nodes in one JVM that follow one source.
 */
@ExtendWith(OutputCaptureExtension.class)
class FleetTests {

	private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

	private static final Duration SOAK = Duration.ofSeconds(60);

	private final FakeScheduler scheduler = new FakeScheduler();

	private final MemoryFleetStore store = new MemoryFleetStore();

	private final InMemorySource source = new InMemorySource("limit = 1\n");

	private final Fleet fleet = new Fleet("wolf", this.store, this.source);

	private final List<AutoCloseable> open = new ArrayList<>();

	private Executor executor = Runnable::run;

	@TempDir
	private Path directory;

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable each : this.open) {
			each.close();
		}
	}

	@Test
	void everyNodeReportsWhatItHasInForce() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		node("b", true);

		change("limit = 2\n", a);

		FleetStatus status = this.fleet.status();
		assertThat(status.digest()).isEqualTo(a.getSnapshot().digest());
		assertThat(status.nodes()).extracting(NodeReport::node, NodeReport::version, NodeReport::outcome)
			.containsExactly(tuple("a", 2L, Outcome.APPLIED), tuple("b", 1L, Outcome.APPLIED));
		assertThat(status.nodes()).extracting(NodeReport::reportedAt).containsOnly(NOW);
		assertThat(status.stragglers()).containsExactly("b");
	}

	@Test
	void aNodeReportsWhatItHasRefusedAndWhy() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		ConfigManager<Limit> b = node("b", true);

		change("limit = \"many\"\npassword = 7\n", a, b);

		FleetStatus status = this.fleet.status();
		assertThat(status.stragglers()).containsExactly("a", "b");
		assertThat(status.nodes().get(0)).satisfies((report) -> {
			assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(report.attempted()).isEqualTo(status.digest());
			assertThat(report.version()).isEqualTo(1);
			assertThat(report.problems()).hasSize(2)
				.allSatisfy((problem) -> assertThat(problem).startsWith("config.toml:"));
		});
	}

	@Test
	void aVersionIsSettledAfterItsTime() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		change("limit = 2\n", a);

		this.scheduler.advance(SOAK.minusMillis(1));
		assertThat(this.fleet.status().nodes().get(0).settled()).isFalse();

		this.scheduler.advance(Duration.ofMillis(1));
		assertThat(this.fleet.status().nodes().get(0).settled()).isTrue();

		change("limit = 3\n", a);
		assertThat(this.fleet.status().nodes().get(0).settled()).isFalse();
	}

	@Test
	void aReportThatIsLostIsLeftAgainWithTheNextRenewal(CapturedOutput output) throws IOException {
		ConfigManager<Limit> a = node("a", true);
		this.store.failure = new IOException("no route to host");
		change("limit = 2\n", a);
		this.scheduler.advance(Duration.ofSeconds(30));
		this.store.failure = null;
		assertThat(this.fleet.status().nodes().get(0).version()).isEqualTo(1);

		this.scheduler.advance(Duration.ofSeconds(10));

		assertThat(this.fleet.status().nodes().get(0).version()).isEqualTo(2);
		assertThat(output.getOut().lines().filter((line) -> line.contains("Could not report to the fleet")))
			.singleElement()
			.asString()
			.contains(" WARN ")
			.endsWith("no route to host");
		assertThat(output.getOut()).contains("Reporting to the fleet works again");
	}

	@Test
	void aNodeThatHadNoThreadToReportOnIsHeardOfAgain() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		this.executor = (report) -> {
			throw new OutOfMemoryError("unable to create native thread");
		};
		change("limit = 2\n", a);
		assertThatExceptionOfType(OutOfMemoryError.class)
			.isThrownBy(() -> this.scheduler.advance(Duration.ofSeconds(10)));
		this.executor = Runnable::run;

		this.scheduler.advance(Duration.ofSeconds(10));

		assertThat(this.fleet.status().nodes().get(0).version()).isEqualTo(2);
	}

	@Test
	void aQuietNodeIsRenewedAndNotReportedAgain() {
		node("a", false);
		this.store.reports.clear();

		this.scheduler.advance(Duration.ofSeconds(30));

		assertThat(this.store.renewals).isGreaterThanOrEqualTo(2);
		assertThat(this.store.reports).isEmpty();
	}

	@Test
	void aSourceThatIsThereAgainIsReportedWithTheNextRenewal() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		this.source.failReads(new IOException("no route to host"));
		a.reload();
		assertThat(this.fleet.reports().get(0).outcome()).isEqualTo(Outcome.UNAVAILABLE);

		this.source.recover();
		a.reload();
		this.scheduler.advance(Duration.ofSeconds(10));

		assertThat(this.fleet.reports().get(0)).satisfies((report) -> {
			assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(report.problems()).isEmpty();
		});
	}

	@Test
	void aReportOfAnotherKindIsPassedOver() throws IOException {
		node("a", false);
		this.store.publish("wolf", "b", "version = 'a'");
		this.store.publish("wolf", "c", "not TOML");
		this.store.publish("gateway", "d", "");

		assertThat(this.fleet.status().nodes()).extracting(NodeReport::node).containsExactly("a");
	}

	@Test
	void othersWaitForTheCanaryToSettle(CapturedOutput output) {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();

		change("limit = 2\n", canary, other);
		assertThat(canary.getConfig().limit()).isEqualTo(2);
		assertThat(other.getConfig().limit()).isEqualTo(1);

		settle();
		assertThat(other.reload().outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(other.getConfig().limit()).isEqualTo(2);
		assertThat(output.getOut()).contains("Deferred ")
			.contains("it has not been active for long enough on the canary canary");
	}

	@Test
	void theStageIsLookedAtWhileSomethingWaits() {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();
		other.enableHotReload();
		change("limit = 2\n", canary, other);

		settle();

		await().untilAsserted(() -> assertThat(other.getConfig().limit()).isEqualTo(2));
	}

	@Test
	void aCanaryThatRefusesStopsTheRollOut(CapturedOutput output) {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();
		canary.addParticipant((transition) -> {
			throw new ConfigVetoException("limit", "is too much for me");
		});

		change("limit = 2\n", canary, other);
		settle();
		settle();

		assertThat(other.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(other.getConfig().limit()).isEqualTo(1);
		assertThat(output.getOut())
			.contains("the canary canary has rejected it: config.toml:1:9: limit is too much for me");
	}

	@Test
	void aCanaryThatGoesBackStopsTheRollOut() {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();
		change("limit = 2\n", canary, other);
		this.source.failWrites(new IOException("read-only"));
		canary.rollback(1);

		settle();
		settle();

		assertThat(other.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(other.getConfig().limit()).isEqualTo(1);
	}

	@Test
	void withoutACanaryNothingIsRolledOut() {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();
		canary.close();
		this.store.reports.remove("wolf/canary");

		change("limit = 2\n", other);

		assertThat(other.getConfig().limit()).isEqualTo(1);
	}

	@Test
	void aNodeDoesNotSaveOverWhatItHoldsBack() {
		ConfigManager<Limit> canary = node("canary", true);
		ConfigManager<Limit> other = node("other", false);
		settle();
		change("limit = 2\n", canary, other);
		other.updateConfig((config) -> new Limit(5, ""));

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(other::saveConfig)
			.withMessageContaining("newer content is deferred");
		assertThat(this.source.text()).isEqualTo("limit = 2\n");
	}

	@Test
	void aWholeFleetCanStart() {
		assertThat(node("other", false).getConfig().limit()).isEqualTo(1);
		assertThat(node("canary", true).getConfig().limit()).isEqualTo(1);
		assertThat(node("another", false).getConfig().limit()).isEqualTo(1);
	}

	@Test
	void aNewNodeDoesNotStartOnWhatACanaryDoesNotHave() {
		node("canary", true);
		this.source.set("limit = 2\n");

		assertThatExceptionOfType(ConfigLoadException.class).isThrownBy(() -> node("other", false))
			.withMessageContaining("is deferred, it is not active on the canary canary");
	}

	@Test
	void aShareOfTheNodesGoesFirst() {
		int first = 0;
		for (int i = 0; i < 10_000; i++) {
			first += FleetNode.isAmongFirst("node-" + i + ".example", 10) ? 1 : 0;
		}

		assertThat(first).isBetween(850, 1150);
		assertThat(FleetNode.isAmongFirst("a", 0)).isFalse();
		assertThat(FleetNode.isAmongFirst("a", 100)).isTrue();
	}

	@Test
	void aReportStaysShortHoweverWrongATextIs() throws IOException {
		ConfigManager<Limit> a = node("a", true);
		String wrong = IntStream.range(0, 15).mapToObj((i) -> "unknown_" + i + " = 1\n").collect(Collectors.joining());

		change("limit = 1\n" + wrong, a);

		assertThat(this.fleet.status().nodes().get(0).problems()).hasSize(11).last().isEqualTo("and 5 more");
	}

	@Test
	void aNodeThatWaitsReadsTheReportsOfTheFirstOnly() {
		ConfigManager<Limit> a = node("a", true);
		ConfigManager<Limit> b = node("b", false);
		this.store.asked.clear();

		change("limit = 2\n", a, b);
		this.scheduler.advance(Duration.ofSeconds(20));

		assertThat(this.store.asked).isNotEmpty().containsOnly("wolf/canaries");
	}

	@Test
	void aNodeHasAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FleetNode("a/b", false, SOAK))
			.withMessage("name must not be blank nor contain '/', found 'a/b'");
	}

	private void change(String toml, ConfigManager<?>... nodes) {
		this.source.set(toml);
		for (ConfigManager<?> node : nodes) {
			node.reload();
		}
	}

	private void settle() {
		this.scheduler.advance(SOAK.plusSeconds(10));
	}

	private ConfigManager<Limit> node(String name, boolean canary) {
		WritableConfigSource shown = canary ? this.source
				: new StagedSource(this.source, new RolloutStage(this.fleet), this.scheduler, Duration.ofSeconds(5));
		ConfigManager<Limit> manager = ConfigManager.builder(Limit.class)
			.source(shown, this.directory.resolve("config.toml"))
			.build();
		this.open.add(new FleetReporter(manager, new FleetNode(name, canary, SOAK), this.store, this.scheduler,
				(report) -> this.executor.execute(report), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(10)));
		this.open.add(manager);
		return manager;
	}

	record Limit(int limit, @Secret @Default("") String password) {
	}

}
