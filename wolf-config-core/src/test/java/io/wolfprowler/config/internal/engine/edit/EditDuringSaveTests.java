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

package io.wolfprowler.config.internal.engine.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.fixtures.HookedSource;
import io.wolfprowler.config.fixtures.HookedSource.Moment;
import io.wolfprowler.config.fixtures.StubSource;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.internal.watch.WatchSettings;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An editor and {@code saveConfig()} at once. Whatever the editor has written before the
 * last check of the revision, while the draft is written included, makes the save start
 * anew on it; what it writes after the rename is there for the next look. What it writes
 * between that check and the rename, a few microseconds, is lost: no file system replaces
 * a file only if it still holds something. That window is not tested.
 */
@Tag("faults")
class EditDuringSaveTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void keepsAnEditOfAnotherKeyInMemory(Moment moment) {
		StubSource source = new StubSource(GatewayRig.TEXT);

		keepsBoth(source, moment, () -> source.put(edited(source.text(), "port = 8080", "port = 9090")), source::text);
	}

	@ParameterizedTest
	@EnumSource
	void keepsAnEditOfAnotherKeyInTheFile(Moment moment) {
		keepsBoth(file(), moment, () -> edit((text) -> edited(text, "port = 8080", "port = 9090")), this::text);
	}

	@ParameterizedTest
	@EnumSource
	void givesWayToAnEditOfTheSameKeyInMemory(Moment moment) {
		StubSource source = new StubSource(GatewayRig.TEXT);

		givesWay(source, moment, () -> source.put(GatewayRig.TEXT.replace("limit = 10", "limit = 30")), source::text);
	}

	@ParameterizedTest
	@EnumSource
	void givesWayToAnEditOfTheSameKeyInTheFile(Moment moment) {
		givesWay(file(), moment, () -> edit((text) -> GatewayRig.TEXT.replace("limit = 10", "limit = 30")), this::text);
	}

	@ParameterizedTest
	@EnumSource
	void followsAnEditorThatRemovesWhatIsSaved(Moment moment) {
		StubSource source = new StubSource(GatewayRig.TEXT);

		try (ConfigManager<Gateway> manager = save(source, moment,
				() -> source.put(GatewayRig.TEXT.replace("limit = 10\n", "workers = 8\n")))) {
			assertThat(manager.getConfig().limit()).isEqualTo(10);
			assertThat(manager.getConfig().workers()).isEqualTo(8);
			assertThat(source.text()).doesNotContain("limit").contains("workers = 8\n");
		}
	}

	private static void keepsBoth(WritableConfigSource source, Moment moment, Runnable editor, Supplier<String> text) {
		try (ConfigManager<Gateway> manager = save(source, moment, editor)) {
			assertThat(text.get())
				.isEqualTo(GatewayRig.TEXT.replace("port = 8080", "port = 9090").replace("limit = 10", "limit = 20"));
			assertThat(manager.getConfig().port()).isEqualTo(9090);
			assertThat(manager.getConfig().limit()).isEqualTo(20);
			assertThat(manager.status().unsaved()).isEmpty();
		}
	}

	private static void givesWay(WritableConfigSource source, Moment moment, Runnable editor, Supplier<String> text) {
		try (ConfigManager<Gateway> manager = save(source, moment, editor)) {
			assertThat(text.get()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 30"));
			assertThat(manager.getConfig().limit()).isEqualTo(30);
			assertThat(manager.status().unsaved()).isEmpty();
		}
	}

	/** Save a limit of 20 while an editor works, and look once more. */
	private static ConfigManager<Gateway> save(WritableConfigSource source, Moment moment, Runnable editor) {
		HookedSource hooked = new HookedSource(source);
		ConfigManager<Gateway> manager = new ManagerBuilder<>(Gateway.class).source(hooked, Path.of("config.toml"))
			.build();
		manager.updateConfig((config) -> config.withLimit(20));
		hooked.at(moment, editor);
		manager.saveConfig();
		manager.reload();
		return manager;
	}

	private FileSource file() {
		edit((text) -> GatewayRig.TEXT);
		return new FileSource(path(), 10_000, FilePermissions.IGNORE, WatchSettings.defaults());
	}

	private String text() {
		try {
			return Files.exists(path()) ? Files.readString(path()) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void edit(UnaryOperator<String> edit) {
		try {
			Files.writeString(path(), edit.apply(text()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path path() {
		return this.directory.resolve("config.toml");
	}

	private static String edited(String text, String line, String replacement) {
		assertThat(text).contains(line);
		return text.replace(line, replacement);
	}

}
