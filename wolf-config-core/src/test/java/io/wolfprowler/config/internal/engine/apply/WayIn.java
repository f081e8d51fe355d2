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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.ConfigSaveException;
import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way to port 8080 from version 2, which has another one.
 */
enum WayIn {

	SIGNAL(true, (rig) -> rig.manager.enableHotReload(), (rig) -> {
		rig.source.put(GatewayRig.TEXT);
		rig.signal();
		return last(rig);
	}),

	RELOAD(true, (rig) -> {
	}, (rig) -> {
		rig.source.put(GatewayRig.TEXT);
		return rig.manager.reload();
	}),

	RELOAD_ASYNC(true, (rig) -> {
	}, (rig) -> {
		rig.source.put(GatewayRig.TEXT);
		return joined(() -> rig.manager.reloadAsync().join());
	}),

	UPDATE(false, (rig) -> {
	}, (rig) -> updated(rig, (manager) -> manager.updateConfig((config) -> config.withPort(8080)))),

	UPDATE_OF_A_VERSION(false, (rig) -> {
	}, (rig) -> updated(rig, (manager) -> manager.updateConfig(2, (config) -> config.withPort(8080)))),

	UPDATE_ASYNC(false, (rig) -> {
	}, (rig) -> updated(rig,
			(manager) -> joined(() -> manager.updateConfigAsync((config) -> config.withPort(8080)).join()))),

	UPDATE_VALUES(false, (rig) -> {
	}, (rig) -> updated(rig, (manager) -> manager.updateValues(Map.of("port", 8080)))),

	ROLLBACK(false, (rig) -> {
	}, (rig) -> rig.manager.rollback(1)),

	/** What is in the file is accepted before it is edited. */
	SAVE(true, (rig) -> {
	}, WayIn::saved);

	/** What leads from version 1 to version 2. */
	static final String SECOND = GatewayRig.TEXT.replace("8080", "7070");

	private final boolean byFile;

	private final Consumer<GatewayRig> preparation;

	private final Function<GatewayRig, ReloadResult> way;

	WayIn(boolean byFile, Consumer<GatewayRig> preparation, Function<GatewayRig, ReloadResult> way) {
		this.byFile = byFile;
		this.preparation = preparation;
		this.way = way;
	}

	/** Bring version 2 in force, on which the way can be gone. */
	void begin(GatewayRig rig) {
		rig.source.put(SECOND);
		assertThat(rig.manager.reload().version()).isEqualTo(2);
		this.preparation.accept(rig);
		rig.settle();
	}

	/** Return what came of it; what the call has thrown must say the same. */
	ReloadResult go(GatewayRig rig) {
		return this.way.apply(rig);
	}

	/** Return whether the text at the source asks for the change. */
	boolean isByFile() {
		return this.byFile;
	}

	private static ReloadResult last(GatewayRig rig) {
		return rig.manager.status().lastAttempt().result();
	}

	private static ReloadResult updated(GatewayRig rig, Function<ConfigManager<Gateway>, Boolean> update) {
		List<Problem> thrown = List.of();
		try {
			assertThat(update.apply(rig.manager)).isTrue();
		}
		catch (ConfigRejectedException ex) {
			thrown = ex.getProblems();
		}
		ReloadResult result = last(rig);
		assertThat(thrown).isEqualTo((result.outcome() == Outcome.VETOED) ? result.problems() : List.of());
		return result;
	}

	private static ReloadResult saved(GatewayRig rig) {
		rig.source.put(GatewayRig.TEXT);
		String thrown = null;
		try {
			rig.manager.saveConfig();
		}
		catch (ConfigSaveException ex) {
			thrown = ex.getMessage();
		}
		ReloadResult result = last(rig);
		assertThat(thrown).isEqualTo((result.outcome() != Outcome.VETOED) ? null
				: "Cannot save config.toml: its content can't be used, so it is not overwritten; fix it first: "
						+ result.problems().get(0).describe("config.toml"));
		return result;
	}

	private static <R> R joined(Supplier<R> call) {
		try {
			return call.get();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
