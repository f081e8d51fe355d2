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

package io.wolfprowler.config.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.internal.toml.KeyPath;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlEdit;
import io.wolfprowler.config.internal.toml.TomlException;
import io.wolfprowler.config.internal.toml.TomlParser;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that a test changes as an operator does, by editing its document, but
 * in memory and synchronously: {@link #set(String)}, {@link #edit(String)} and
 * {@link #unset(String...)} return when the participants have committed, the version is
 * active, and all callbacks and {@code @EventListener} methods have run. They wait for
 * one minute at most, and not for asynchronous work of listeners.
 *
 * <pre class="code">
 * try (TestConfig&lt;GatewayConfig&gt; config = TestConfig.of(GatewayConfig.class, "timeout = '2s'")) {
 *   config.manager().addCallback(pool);
 *   config.set("timeout = '3s'");
 *   assertThat(pool.timeout()).hasSeconds(3);
 * }
 * </pre>
 *
 * @param <T> the type of the configuration
 */
public final class TestConfig<T> implements AutoCloseable {

	/** How long a call waits for callbacks and listeners. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final int DEEPEST = 128;

	private final InMemorySource source;

	private final @Nullable String declared;

	private final Supplier<ConfigManager<T>> manager;

	TestConfig(InMemorySource source, Supplier<ConfigManager<T>> manager) {
		this.source = source;
		this.declared = source.text();
		this.manager = manager;
	}

	/**
	 * Create a manager for a document, without Spring, without watching and without a
	 * file.
	 * @param type the record class to bind the configuration to
	 * @param toml the document; a blank one means all defaults
	 * @param <T> the type of the configuration
	 * @return the configuration, to be closed at the end of the test
	 * @throws io.wolfprowler.config.ConfigLoadException with all problems, when the
	 * document is not valid
	 */
	public static <T> TestConfig<T> of(Class<T> type, String toml) {
		return of(type, toml, (builder) -> {
		});
	}

	/**
	 * Create a manager for a document, with settings such as validators, observers and
	 * placeholders.
	 * @param type the record class to bind the configuration to
	 * @param toml the document; a blank one means all defaults
	 * @param settings customizes the settings of the manager, except its source
	 * @param <T> the type of the configuration
	 * @return the configuration, to be closed at the end of the test
	 * @throws io.wolfprowler.config.ConfigLoadException with all problems, when the
	 * document is not valid
	 */
	public static <T> TestConfig<T> of(Class<T> type, String toml, Consumer<ConfigManagerBuilder<T>> settings) {
		InMemorySource source = new InMemorySource(toml);
		ConfigManagerBuilder<T> builder = ConfigManager.builder(type).allowEmpty(toml.isBlank()).slowCallback(PATIENCE);
		settings.accept(builder);
		ConfigManager<T> manager = builder.source(source, Path.of(source.description())).build();
		return new TestConfig<>(source, () -> manager);
	}

	/**
	 * Return the manager, for example to add callbacks and participants.
	 * @return the manager
	 */
	public ConfigManager<T> manager() {
		return this.manager.get();
	}

	/**
	 * Return the active configuration.
	 * @return the newest accepted configuration
	 */
	public T get() {
		return manager().getConfig();
	}

	/**
	 * Return the source, to make it fail or to check what was saved. A change that is
	 * made there is applied by the next {@link ConfigManager#reload()}.
	 * @return the source
	 */
	public InMemorySource source() {
		return this.source;
	}

	/**
	 * Replace the whole document and reload.
	 * @param toml the document, valid or not
	 * @return the result
	 */
	public ReloadResult set(String toml) {
		this.source.replace(Objects.requireNonNull(toml, "toml"));
		return manager().reload();
	}

	/**
	 * Change some values in the document and reload. Everything else, comments included,
	 * stays as it is.
	 * @param statements TOML with the values to set, {@code timeout = '3s'}; they may be
	 * invalid
	 * @return the result
	 * @throws io.wolfprowler.config.ConfigRejectedException when the statements are not
	 * TOML
	 * @throws IllegalStateException when the source has no document that can be edited
	 */
	public ReloadResult edit(String statements) {
		List<TomlEdit> edits = new ArrayList<>();
		for (Map.Entry<String, Object> value : manager().inspect().parseValues(statements).entrySet()) {
			edits.add(new TomlEdit(KeyPath.parse(value.getKey()), value.getValue()));
		}
		return set(edited(edits));
	}

	/**
	 * Remove keys from the document, so that they have their defaults, and reload.
	 * @param keys dotted TOML keys
	 * @return the result
	 * @throws IllegalStateException when the source has no document that can be edited
	 */
	public ReloadResult unset(String... keys) {
		List<TomlEdit> edits = new ArrayList<>();
		for (String key : keys) {
			edits.add(new TomlEdit(KeyPath.parse(key), null));
		}
		return set(edited(edits));
	}

	/**
	 * Return to the first document: the source no longer fails, unsaved updates are
	 * discarded, and listeners are notified of what that changes. Callbacks, participants
	 * and the history stay.
	 * @throws IllegalStateException when the first document is rejected
	 */
	public void reset() {
		if (this.declared == null) {
			return;
		}
		this.source.heal();
		giveUpUpdates(this.declared);
		ReloadResult result = set(this.declared);
		switch (result.outcome()) {
			case APPLIED, DEGRADED, UNCHANGED -> {
			}
			default -> throw new IllegalStateException("The configuration '" + manager().name()
					+ "' can't return to its first document: " + result.problems());
		}
	}

	/**
	 * Close the manager.
	 */
	@Override
	public void close() {
		manager().close();
	}

	// Once they are in a document they are no longer updates, and the next document
	// replaces
	// them.
	private void giveUpUpdates(String otherwise) {
		if (!manager().status().unsaved().isEmpty()) {
			String inForce = this.source.text(manager().getSnapshot().digest());
			this.source.replace((inForce != null) ? inForce : otherwise);
			manager().saveConfig();
		}
	}

	private String edited(List<TomlEdit> edits) {
		String text = this.source.text();
		if (text == null) {
			throw new IllegalStateException(
					this.source.description() + " is absent; set a document before you edit it");
		}
		try {
			TomlDocument document = new TomlParser(DEEPEST).parse(text);
			return document.edit(edits).text();
		}
		catch (TomlException ex) {
			throw new IllegalStateException(this.source.description() + " can't be edited; set another document: " + ex,
					ex);
		}
	}

}
