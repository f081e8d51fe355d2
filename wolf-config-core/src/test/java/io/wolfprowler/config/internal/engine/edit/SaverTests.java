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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.manager.ManagerBuilder;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Saver}: what is written to the source, and when not.
 */
class SaverTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void changesOnlyTheLinesOfTheUpdates() {
		this.rig.manager.updateConfig((config) -> config.withName("city").withTls(new Gateway.Tls(true, "1.3")));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo("""
				# The gate.
				name = "city" # of the city
				port = 8080
				limit = 10

				[tls]
				enabled = true
				version = "1.3"
				""");
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void addsWhatTheTextDoesNotHave() {
		this.rig.manager.updateConfig((config) -> config.withWorkers(8)
			.withPeers(List.of(new Gateway.Peer("a", 1), new Gateway.Peer("b", 2))));
		this.rig.manager.updateValues(Map.of("labels.\"a.b\"", "c"));
		Gateway wanted = this.rig.manager.getConfig();

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).startsWith(GatewayRig.TEXT.substring(0, GatewayRig.TEXT.indexOf("\n\n")));
		try (GatewayRig next = new GatewayRig(this.rig.source.text())) {
			assertThat(next.manager.getConfig()).isEqualTo(wanted);
		}
	}

	@Test
	void keepsLineEndsAndTheByteOrderMark() {
		String text = "\ufeff" + GatewayRig.TEXT.replace("\n", "\r\n");
		try (GatewayRig windows = new GatewayRig(text)) {
			windows.manager.updateConfig((config) -> config.withPort(9090));

			windows.manager.saveConfig();

			assertThat(windows.source.text()).isEqualTo(text.replace("8080", "9090"));
		}
	}

	@Test
	void writesNothingWhenNothingIsUnsaved() {
		this.rig.manager.saveConfig();

		assertThat(this.rig.source.writes()).isZero();
	}

	@Test
	void causesNoSecondEvent() {
		this.rig.manager.enableHotReload();
		this.rig.manager.updateConfig((config) -> config.withPort(9090));

		this.rig.manager.saveConfig();
		this.rig.signal();

		assertThat(this.rig.observer.versions()).containsExactly(2L);
		assertThat(this.rig.manager.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
	}

	@Test
	void acceptsAnEditOfOtherKeysFirst() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put("# Edited.\n" + GatewayRig.TEXT.replace("8080", "9090"));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text())
			.isEqualTo("# Edited.\n" + GatewayRig.TEXT.replace("8080", "9090").replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
	}

	@Test
	void triesAgainWhenSomebodyElseWasFaster() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.duringWrite(() -> this.rig.source.put(GatewayRig.TEXT.replace("8080", "9090")));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.writes()).isEqualTo(2);
		assertThat(this.rig.source.text())
			.isEqualTo(GatewayRig.TEXT.replace("8080", "9090").replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
	}

	@Test
	void givesUpWhenOthersKeepChangingTheSource() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		for (int i = 0; i < 100; i++) {
			String port = String.valueOf(9000 + i);
			this.rig.source.duringWrite(() -> this.rig.source.put(GatewayRig.TEXT.replace("8080", port)));
		}

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(this.rig.manager::saveConfig)
			.withMessage("Cannot save config.toml: others keep changing it; try again");
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void neverOverwritesAContentThatIsNotValid() {
		String draft = GatewayRig.TEXT.replace("8080", "80 # to do");
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.put(draft.replace("limit = 10", "limit = "));

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(this.rig.manager::saveConfig)
			.withMessageContaining("fix it first")
			.withMessageContaining("config.toml:4:");
		assertThat(this.rig.source.text()).isEqualTo(draft.replace("limit = 10", "limit = "));
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void makesAnAbsentSourceAnew() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.remove();

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.status().unsaved()).isEmpty();
	}

	@Test
	void keepsTheUpdatesWhenTheSourceCannotBeWritten() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.failWrites(new IOException("the disk is full"));

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(this.rig.manager::saveConfig)
			.withMessage("Cannot save config.toml: the disk is full")
			.withCauseInstanceOf(IOException.class);
		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("limit");
	}

	@Test
	void doesNotWriteWhatItCannotRead() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.failReads(new IOException("the disk is on fire"));

		assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(this.rig.manager::saveConfig)
			.withMessage("Cannot save config.toml: can't be read: the disk is on fire");
		assertThat(this.rig.source.writes()).isZero();
	}

	@Test
	void leavesAnUpdateThatComesMeanwhileUnsaved() {
		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.source.duringWrite(() -> this.rig.manager.updateConfig((config) -> config.withPort(9090)));

		this.rig.manager.saveConfig();

		assertThat(this.rig.source.text()).isEqualTo(GatewayRig.TEXT.replace("limit = 10", "limit = 20"));
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.manager.status().unsaved()).containsExactly("port");
	}

	@Test
	void refusesASourceThatIsReadOnly() {
		ConfigSource readOnly = new ConfigSource() {

			@Override
			public String description() {
				return "config.toml";
			}

			@Override
			public SourceContent read() throws IOException {
				return SaverTests.this.rig.source.read();
			}

			@Override
			public Subscription watch(Runnable signal) {
				return () -> {
				};
			}

		};
		try (ConfigManager<Gateway> manager = new ManagerBuilder<>(Gateway.class)
			.source(readOnly, Path.of("config.toml"))
			.build()) {
			manager.updateConfig((config) -> config.withLimit(20));

			assertThatExceptionOfType(ConfigSaveException.class).isThrownBy(manager::saveConfig)
				.withMessage("Cannot save config.toml: it is read-only");
		}
	}

}
