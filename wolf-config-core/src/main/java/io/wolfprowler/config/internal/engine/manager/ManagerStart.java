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
import java.util.Objects;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.internal.bind.Placeholders;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.bind.TypeRules;
import io.wolfprowler.config.internal.engine.apply.ActiveState;
import io.wolfprowler.config.internal.engine.apply.ValueIndex;
import io.wolfprowler.config.internal.engine.load.CandidateChecker;
import io.wolfprowler.config.internal.engine.load.InitialDocument;
import io.wolfprowler.config.internal.engine.load.InitialLoad;
import io.wolfprowler.config.internal.engine.load.SourceReadResult;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.history.Backups;
import io.wolfprowler.config.internal.toml.TomlDocument;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first state of a manager: in the source, in a template, or in the history.
 *
 * @param <T> the type of the configuration
 */
final class ManagerStart<T> {

	private final ManagerSettings<T> settings;

	private final Path path;

	private final ConfigSource source;

	private final Schema<T> schema;

	private final CandidateChecker<T> checker;

	private final TomlParser parser;

	private final ReloadLog log;

	private final @Nullable Backups backups;

	ManagerStart(ManagerSettings<T> settings, Path path, TypeRules<T> rules) {
		this.settings = settings;
		this.path = path;
		this.source = settings.source(path);
		this.schema = Schema.of(settings.type);
		this.checker = new CandidateChecker<>(this.schema, rules.with(settings.validators), settings.unknownKeys,
				settings.allowEmpty, new Placeholders(settings.placeholders));
		this.parser = new TomlParser(settings.limits.maxDepth, settings.limits.maxKeys, settings.tomlVersion);
		this.log = new ReloadLog(this.source.description(), this.schema);
		this.backups = backups(settings.historyDirectory());
	}

	ConfigSource source() {
		return this.source;
	}

	Schema<T> schema() {
		return this.schema;
	}

	CandidateChecker<T> checker() {
		return this.checker;
	}

	TomlParser parser() {
		return this.parser;
	}

	ReloadLog log() {
		return this.log;
	}

	@Nullable Backups backups() {
		return this.backups;
	}

	InitialLoad<T> load() {
		return InitialLoad.of(read(), this.source.description(), this.parser, this.checker,
				isLastGood() ? this.backups : null);
	}

	ActiveState<T> state(InitialLoad<T> load) {
		TomlDocument document = load.candidate().document();
		T config = Objects.requireNonNull(load.candidate().config());
		ConfigVersion entry = entry(load.cause(), document.digest());
		ConfigSnapshot<T> snapshot = new ConfigSnapshot<>(entry.version(), config, document.digest(),
				this.settings.clock.instant(), load.cause(), this.source.description(),
				new ValueIndex<>(this.schema, config, new ValueIndex.Paths()));
		return new ActiveState<>(snapshot, entry, document, load.candidate().names());
	}

	// When there are versions to start on, this is not the first start.
	private SourceReadResult read() {
		SourceReadResult read = SourceReadResult.of(this.source);
		boolean absent = read instanceof SourceReadResult.Missing missing && missing.isAbsent();
		boolean create = absent && this.settings.createIfMissing && (!isLastGood() || versions().isEmpty());
		return create ? new InitialDocument(this.source, this.path, ConfigTemplate.of(this.schema), this.log).write()
				: read;
	}

	private boolean isLastGood() {
		return this.settings.startMode == StartMode.LAST_GOOD;
	}

	// A restart on the newest stored document is not a new version.
	private ConfigVersion entry(Cause cause, String digest) {
		List<ConfigVersion> earlier = versions();
		if (!earlier.isEmpty() && earlier.get(0).digest().equals(digest)) {
			return earlier.get(0);
		}
		long version = earlier.isEmpty() ? 1 : earlier.get(0).version() + 1;
		return new ConfigVersion(version, this.settings.clock.instant(), cause, digest, this.source.description());
	}

	private List<ConfigVersion> versions() {
		return (this.backups != null) ? this.backups.versions() : List.of();
	}

	private @Nullable Backups backups(@Nullable Path directory) {
		if (directory == null) {
			return null;
		}
		Path file = Objects.requireNonNull(this.path.getFileName(), "path");
		String name = directory.isAbsolute() ? this.settings.name + "-" + file : file.toString();
		return new Backups(this.path.resolveSibling(directory), name, this.source.description(),
				this.settings::fileSource);
	}

}
