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

package io.wolfprowler.config.internal.engine.manager;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.fixtures.StubSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager of two numbers, with every call and its result as a value. Nobody listens, so
 * it has no thread but for the looks of hot reload.
 */
final class NumbersRig {

	static final int KEPT = 3;

	static final Numbers START = new Numbers(1, 0);

	static final Numbers EDIT = new Numbers(2, 0);

	final StubSource source = new StubSource(text(START));

	final ConfigManager<Numbers> manager = new ManagerBuilder<>(Numbers.class)
		.source(this.source, Path.of("config.toml"))
		.history((history) -> history.size(KEPT))
		.build();

	NumbersRig(Numbers source) {
		this.source.put(text(source));
	}

	String snapshot() {
		ConfigSnapshot<Numbers> snapshot = this.manager.getSnapshot();
		return snapshot(snapshot.version(), snapshot.config());
	}

	List<Long> history() {
		return this.manager.inspect().history().stream().map(ConfigVersion::version).toList();
	}

	boolean increment() {
		return this.manager.updateConfig(Numbers::incremented);
	}

	String incrementIf(long version) {
		try {
			return String.valueOf(this.manager.updateConfig(version, Numbers::incremented));
		}
		catch (StaleConfigException ex) {
			return "stale " + ex.getActualVersion();
		}
	}

	boolean set(int value) {
		return this.manager.updateValues(Map.of("port", value, "limit", value));
	}

	String edit(int port) {
		this.source.put(text(new Numbers(port, 0)));
		return "edited";
	}

	String reload() {
		return result(this.manager.reload());
	}

	String save() {
		this.manager.saveConfig();
		return "saved";
	}

	String rollback(long version) {
		return result(this.manager.rollback(version));
	}

	String enable(boolean wanted) {
		if (wanted) {
			this.manager.enableHotReload();
		}
		else {
			this.manager.disableHotReload();
		}
		return "switched";
	}

	boolean isEnabled() {
		return this.manager.isHotReloadEnabled();
	}

	String close() {
		this.manager.close();
		return "closed";
	}

	void end() {
		assertThat(this.source.watches()).isEqualTo(isEnabled() ? 1 : 0);
		this.manager.close();
		assertThat(this.source.watches()).isZero();
	}

	static String snapshot(long version, Numbers numbers) {
		return "version " + version + " with " + numbers.port() + ", " + numbers.limit();
	}

	private static String result(ReloadResult result) {
		return result.outcome() + " " + result.version();
	}

	private static String text(Numbers numbers) {
		return "port = " + numbers.port() + "\nlimit = " + numbers.limit() + "\n";
	}

	/**
	 * The configuration.
	 *
	 * @param port comes from the source and from updates
	 * @param limit comes from updates
	 */
	record Numbers(int port, int limit) {

		Numbers incremented() {
			return new Numbers(this.port, this.limit + 1);
		}

	}

}
