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

package io.wolfprowler.config.spring.autoconfigure;

import java.time.Duration;

import io.wolfprowler.config.FilePermissions;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.UnknownKeys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of live configuration: those of all managers, and those of the default one.
 *
 * @param enabled Whether live configuration is enabled. If not, no bean is created.
 * @param type Fully qualified name of the record class of the default configuration, or
 * "none" for no default manager.
 * @param source Where the default configuration is read from: a file, a URL or etcd.
 * Ignored if there is a ConfigSource bean.
 * @param path Path of the TOML file, relative to the working directory.
 * @param cache Path of the file that keeps a copy of the newest accepted document if the
 * source is not a file. The history is stored beside it. Relative to the working
 * directory.
 * @param createIfMissing Whether to create a missing file on startup, with all keys and
 * their defaults.
 * @param startMode What to do if the document can't be used on startup: fail with a
 * report (strict), or start with the newest version in the history (last-good).
 * @param unknownKeys What to do with keys that have no record component: reject the
 * document, log a warning or ignore them.
 * @param allowEmpty Whether a document without any key is accepted and means the default
 * for every key.
 * @param maxSize Maximum size of a document.
 * @param maxDepth Maximum nesting depth of tables and arrays, between 1 and 128.
 * @param maxKeys Maximum number of keys in a document, including table headers. Limits
 * the memory needed to read it.
 * @param tomlVersion Version of TOML that documents are written in: 1.0 or 1.1. With 1.0,
 * the additions of 1.1 are rejected: line breaks and trailing commas in inline tables,
 * two string escapes, times without seconds.
 * @param slowCallback Time after which a callback that is still running is logged.
 * @param participantTimeout Maximum time a participant may take. If it takes longer to
 * prepare, the version is vetoed; if it takes longer to commit, the version is active but
 * degraded.
 * @param probe Settings of probes.
 * @param hotReload Settings of hot reload.
 * @param history Settings of the history.
 * @param security Settings of security.
 */
@ConfigurationProperties("wolf.config")
public record WolfConfigProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("io.wolfprowler.config.wolf.WolfConfig") String type, @DefaultValue("file") Source source,
		@DefaultValue("config.toml") String path, @DefaultValue(".wolf-cache/config.toml") String cache,
		@DefaultValue("false") boolean createIfMissing, @DefaultValue("strict") StartMode startMode,
		@DefaultValue("reject") UnknownKeys unknownKeys, @DefaultValue("false") boolean allowEmpty,
		@DefaultValue("4MB") DataSize maxSize, @DefaultValue("64") int maxDepth, @DefaultValue("200000") int maxKeys,
		@DefaultValue("1.1") String tomlVersion, @DefaultValue("5s") Duration slowCallback,
		@DefaultValue("10s") Duration participantTimeout, @DefaultValue Probe probe, @DefaultValue HotReload hotReload,
		@DefaultValue History history, @DefaultValue Security security) {

	private static final int DEEPEST = 128;

	/**
	 * Check the components.
	 */
	public WolfConfigProperties {
		check(maxDepth >= 1 && maxDepth <= DEEPEST, "max-depth must be between 1 and 128, found " + maxDepth);
		check(maxKeys >= 1, "max-keys must be at least 1, found " + maxKeys);
		check(tomlVersion.matches("1\\.[01]"), "toml-version must be 1.0 or 1.1, found " + tomlVersion);
		check(slowCallback.compareTo(Duration.ZERO) > 0, "slow-callback must be more than zero, found " + slowCallback);
		check(participantTimeout.compareTo(Duration.ZERO) > 0,
				"participant-timeout must be more than zero, found " + participantTimeout);
	}

	private static void check(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException("wolf.config." + message);
		}
	}

	/**
	 * Settings of probes.
	 *
	 * @param window How long a new version is probed.
	 * @param interval Time between two calls of a probe.
	 */
	public record Probe(@DefaultValue("30s") Duration window, @DefaultValue("1s") Duration interval) {

		/**
		 * Check the components.
		 */
		public Probe {
			check(interval.compareTo(Duration.ZERO) > 0, "probe.interval must be more than zero, found " + interval);
			check(window.compareTo(interval) >= 0,
					"probe.window must be at least interval (" + interval + "), found " + window);
		}

	}

	/**
	 * Settings of hot reload.
	 *
	 * @param enabled Whether to watch the source. If not, it is read once, on startup.
	 * @param debounce Quiet period after the last file event before the file is read.
	 * @param maxWait Maximum time between the first file event and reading the file. Also
	 * the time for which a file that looks half-written must be stable before it is
	 * validated.
	 * @param pollInterval Time between two polls of the file, which find changes that the
	 * file system did not report.
	 * @param eager Whether a file that is replaced by a rename is read at once. The
	 * debounce then only limits how often it is read.
	 */
	public record HotReload(@DefaultValue("true") boolean enabled, @DefaultValue("500ms") Duration debounce,
			@DefaultValue("5s") Duration maxWait, @DefaultValue("5s") Duration pollInterval,
			@DefaultValue("false") boolean eager) {

		/**
		 * Check the components.
		 */
		public HotReload {
			check(!debounce.isNegative(), "hot-reload.debounce must not be negative, found " + debounce);
			check(maxWait.compareTo(debounce) >= 0,
					"hot-reload.max-wait must be at least debounce (" + debounce + "), found " + maxWait);
			check(pollInterval.compareTo(Duration.ZERO) > 0,
					"hot-reload.poll-interval must be more than zero, found " + pollInterval);
		}

	}

	/**
	 * Settings of the history.
	 *
	 * @param size Number of accepted versions that are kept for rollback.
	 * @param directory Directory that keeps the versions across restarts, relative to the
	 * directory of the configuration file; empty to keep them in memory only. Several
	 * managers may share an absolute directory: file names then begin with the name of
	 * the manager.
	 * @param required Whether to veto a version that can't be written to the directory.
	 */
	public record History(@DefaultValue("20") int size, @DefaultValue(".wolf-config") String directory,
			@DefaultValue("false") boolean required) {

		/**
		 * Check the components.
		 */
		public History {
			check(size >= 1, "history.size must be at least 1, found " + size);
		}

	}

	/**
	 * Settings of security.
	 *
	 * @param filePermissions What to do if the group or everybody may write the
	 * configuration file or replace it, because its directory or that of a link to it is
	 * writable for them: log a warning, reject the file or ignore it.
	 */
	public record Security(@DefaultValue("warn") FilePermissions filePermissions) {

	}

	/**
	 * Where the default configuration is read from.
	 */
	public enum Source {

		/** From the file {@code wolf.config.path}. */
		FILE,

		/** From the URL {@code wolf.config.http.url}. */
		HTTP,

		/** From the key {@code wolf.config.etcd.key} in etcd. */
		ETCD

	}

}
