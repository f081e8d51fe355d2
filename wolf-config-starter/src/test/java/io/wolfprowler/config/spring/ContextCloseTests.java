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

package io.wolfprowler.config.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.fixtures.HookedSource;
import io.wolfprowler.config.fixtures.HookedSource.Moment;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.wolf.WolfConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A context that closes while its manager is at work: that takes no longer than a slow
 * callback may, nobody hears anything afterwards, and nothing is half-written.
 */
@Tag("faults")
@Timeout(40)
class ContextCloseTests {

	private static final Duration SLOW = Duration.ofMillis(200);

	private static final Duration DEBOUNCE = Duration.ofMillis(300);

	private static final String TEXT = "# the node\nweb_port = 8080\n";

	private final Journal journal = new Journal();

	private final Gate gate = new Gate();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final ContextConfigManagers managers = new ContextConfigManagers(this.context, List.of());

	@TempDir
	private Path directory;

	@AfterEach
	void open() {
		this.gate.open();
		this.context.close();
	}

	@Test
	void duringTheDebounceIsTheEndOfTheEdit() {
		Path file = LiveContext.write(this.directory.resolve("config.toml"), TEXT);
		ConfigManager<WolfConfig> manager = build((builder) -> builder.file(file)
			.watch((watch) -> watch.debounce(DEBOUNCE).maxWait(DEBOUNCE.multipliedBy(10))));
		start(true, Listeners.AnyChange.class);
		awaitNoThread();
		LiveContext.write(file, TEXT.replace("8080", "9090"));

		closeInTime();

		Awaitility.await()
			.during(DEBOUNCE.multipliedBy(2))
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.journal.entries().isEmpty() && manager.getConfig().webPort() == 8080);
	}

	@Test
	void duringAReadThatBlocksIsTheEndOfTheLook() {
		StubSource source = new StubSource(TEXT);
		ConfigManager<WolfConfig> manager = build(source);
		source.put(TEXT.replace("8080", "9090"));
		source.duringRead(this.gate::pass);
		start(true, Listeners.AnyChange.class);
		this.gate.awaitSomebody();

		closeInTime();
		this.gate.open();

		awaitNoThread();
		assertThat(this.journal.entries()).isEmpty();
		assertThat(manager.getConfig().webPort()).isEqualTo(8080);
		assertThat(source.watches()).isZero();
	}

	@Test
	void duringAListenerIsTheLastThingAnybodyHears() {
		StubSource source = new StubSource(TEXT);
		ConfigManager<WolfConfig> manager = build(source);
		source.put(TEXT.replace("8080", "9090") + "max_peers = 7\n");
		start(true, Blocked.class, Listeners.AnyChange.class);
		this.gate.awaitSomebody();

		closeInTime();
		this.gate.open();

		awaitNoThread();
		assertThat(this.journal.entries()).containsExactly("blocked");
		assertThat(manager.getConfig().webPort()).isEqualTo(9090);
		assertThat(manager.status().failures()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void duringASaveLeavesAWholeFile(Moment moment) throws IOException {
		Path file = LiveContext.write(this.directory.resolve("config.toml"), TEXT);
		HookedSource source = new HookedSource(
				new FileSource(file, 10_000, FilePermissions.IGNORE, WatchSettings.defaults()));
		ConfigManager<WolfConfig> manager = build((builder) -> builder.source(source, file));
		start(false, Listeners.AnyChange.class);
		manager.updateConfig((config) -> config.with((edit) -> edit.webPort(9090)));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.journal.entries().isEmpty());
		this.journal.clear();
		source.at(moment, this.gate::pass);
		CompletableFuture<Void> save = manager.saveConfigAsync();
		this.gate.awaitSomebody();

		closeInTime();
		this.gate.open();

		assertThat(save).succeedsWithin(Duration.ofSeconds(20));
		assertThat(file).hasContent(TEXT.replace("8080", "9090"));
		assertThat(names()).containsExactly("config.toml");
		assertThat(this.journal.entries()).isEmpty();
	}

	@Test
	void letsNothingInAnyMore() {
		StubSource source = new StubSource(TEXT);
		ConfigManager<WolfConfig> manager = build(source);
		start(true);

		closeInTime();

		assertThatIllegalStateException().isThrownBy(manager::reload);
		assertThatIllegalStateException().isThrownBy(manager::enableHotReload);
		assertThat(manager.getConfig().webPort()).isEqualTo(8080);
	}

	private ConfigManager<WolfConfig> build(ConfigSource source) {
		return build((builder) -> builder.source(source, Path.of("config.toml")));
	}

	private ConfigManager<WolfConfig> build(Consumer<ConfigManagerBuilder<WolfConfig>> source) {
		ConfigManagerBuilder<WolfConfig> builder = this.managers.builder("closing", WolfConfig.class)
			.slowCallback(SLOW);
		source.accept(builder);
		return builder.build();
	}

	/** Start the context; when it watches, with a look. */
	private void start(boolean watching, Class<?>... components) {
		this.context.registerBean(Journal.class, () -> this.journal);
		this.context.registerBean(Gate.class, () -> this.gate);
		this.context.registerBean(ContextConfigManagers.class, () -> this.managers);
		this.context.registerBean(ConfigWatchLifecycle.class,
				() -> new ConfigWatchLifecycle(this.managers, this.context, watching));
		Stream.of(components).forEach(this.context::registerBean);
		this.context.refresh();
	}

	// Twice: the watch ends first, then the manager. And time for a machine that is busy.
	private void closeInTime() {
		long start = System.nanoTime();
		this.context.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SLOW.multipliedBy(2).plusSeconds(3));
	}

	private static void awaitNoThread() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("wolf-config-closing")));
	}

	private List<String> names() {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Blocked(Journal journal, Gate gate) {

		@Order(1)
		@EventListener
		void on(ConfigChange.WebServer change) {
			this.journal.add("blocked");
			this.gate.pass();
		}

	}

}
