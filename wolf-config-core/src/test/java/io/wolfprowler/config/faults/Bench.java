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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.RecordingObserver;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.watch.WatchFaults;
import io.wolfprowler.config.internal.watch.WatchSettings;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Where one script runs: a directory, a manager that watches a file in it, and a reader.
 * Names in scripts count from {@code etc}, those with a slash in front from the directory
 * of the script. Options:
 *
 * <pre>
 * path             the file of the manager, /etc/config.toml
 * debounce, max-wait, poll        40ms, 2s, and 5m or in the mode POLL 50ms
 * eager, permissions              as the properties of these names
 * </pre>
 */
final class Bench implements AutoCloseable {

	private static final Map<String, ChronoUnit> UNITS = Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m",
			ChronoUnit.MINUTES, "d", ChronoUnit.DAYS);

	final Journal journal = new Journal();

	final WatchFaults watch = new WatchFaults();

	final Path home;

	final Path path;

	private final RecordingObserver<Sheet> observer = new RecordingObserver<>();

	private final Deque<AutoCloseable> resources = new ArrayDeque<>();

	private final WatchSettings settings;

	private final FilePermissions permissions;

	private ConfigManager<Sheet> manager;

	private Hammer hammer;

	private ConfigAttempt forgotten;

	Bench(FaultCase script, Mode mode, Path home) throws IOException {
		this.home = home.toRealPath();
		this.path = at(script.option("path", "/etc/config.toml"));
		this.settings = new WatchSettings(duration(script.option("debounce", "40ms")),
				duration(script.option("max-wait", "2s")), duration(script.option("poll", mode.poll(script))),
				script.hasOption("eager"));
		this.permissions = FilePermissions.valueOf(script.option("permissions", "warn").toUpperCase(Locale.ROOT));
		this.watch.refuseEvents(mode == Mode.POLL);
		Files.createDirectory(this.home.resolve("etc"));
	}

	Path at(String name) {
		return name.startsWith("/") ? this.home.resolve(name.substring(1)) : this.home.resolve("etc").resolve(name);
	}

	void start() {
		FileSource source = new FileSource(this.path, 4 << 20, this.permissions, this.settings, this.watch.thread());
		this.manager = ConfigManager.builder(Sheet.class)
			.source(source, this.path)
			.watch((watch) -> watch.debounce(this.settings.debounce()).maxWait(this.settings.maxWait()))
			.observer(this.observer)
			.build();
		opened(this.manager);
		this.hammer = new Hammer(this.manager);
		opened(this.hammer);
		lookedAt();
		this.manager.enableHotReload();
		await().until(() -> !lastLook().isEmpty());
		lookedAt();
	}

	/** Forget what the last look has said. */
	private void lookedAt() {
		this.forgotten = this.manager.status().lastAttempt();
	}

	ConfigManager<Sheet> manager() {
		return this.manager;
	}

	Hammer hammer() {
		return this.hammer;
	}

	/** Close something at the end, before what was opened earlier. */
	void opened(AutoCloseable resource) {
		this.resources.push(resource);
	}

	List<Integer> applied() {
		return this.observer.transitions()
			.stream()
			.map((transition) -> transition.current().config().said())
			.collect(Collectors.toList());
	}

	int refusals() {
		return this.observer.refusals().size();
	}

	/**
	 * Return what came of the last look since the manager was ready, if there was one.
	 */
	String lastLook() {
		ConfigAttempt attempt = this.manager.status().lastAttempt();
		if (attempt == this.forgotten) {
			return "";
		}
		return attempt.result().outcome() + attempt.result()
			.problems()
			.stream()
			.map((problem) -> " " + problem.describe("").replaceFirst("^: ?", ""))
			.collect(Collectors.joining());
	}

	ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(15));
	}

	/** Make the file whole again, whatever it is now. */
	void revive(int number) throws IOException {
		FileTrees.delete(this.path);
		Files.createDirectories(this.path.getParent());
		Path draft = Files.writeString(this.path.resolveSibling("revived"), Sheet.text(number));
		Files.move(draft, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		this.journal.add("revived");
	}

	static Duration duration(String text) {
		int unit = text.replaceFirst("[a-z]+$", "").length();
		return Duration.of(Long.parseLong(text.substring(0, unit)), UNITS.get(text.substring(unit)));
	}

	@Override
	public void close() throws Exception {
		this.watch.resume();
		for (AutoCloseable resource : this.resources) {
			resource.close();
		}
	}

}
