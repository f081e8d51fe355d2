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
 * Settings of live configuration.
 *
 * @param enabled Whether live configuration is available. When not, no bean is left
 * behind.
 * @param type Record type of the default configuration, or "none" for no default manager.
 * @param source Where the default configuration is: in a file, behind a URL or in etcd. A
 * bean of type ConfigSource comes before all of them.
 * @param path Path of the TOML file, relative to the working directory.
 * @param cache Path of the file that keeps the newest accepted content of a source that
 * is not a file, relative to the working directory; the history is beside it.
 * @param createIfMissing Whether an absent file is written at the start, with all keys
 * and their defaults.
 * @param startMode What happens when the file can't be used at the start: it fails with a
 * report, or begins with the newest version of the history.
 * @param unknownKeys What happens to keys that no record component has.
 * @param allowEmpty Whether a file without any key means every default.
 * @param maxSize Largest file that is read.
 * @param maxDepth How deep tables and arrays may be nested, 1 to 128.
 * @param maxKeys How many keys, counting headers of tables, a file may have. Bounds the
 * memory that reading one takes.
 * @param tomlVersion Version of TOML that the file is written in, 1.0 or 1.1. 1.0 refuses
 * what 1.1 has added: line breaks and a last comma in inline tables, two escapes in
 * strings, times without seconds.
 * @param slowCallback Time after which a callback that still runs is named in the log.
 * @param participantTimeout Time after which a call of a participant that still runs is
 * given up. A version that it prepares is vetoed, one that it commits stays in force as
 * degraded.
 * @param probe Settings of the probes.
 * @param hotReload Settings of watching.
 * @param history Settings of the accepted versions.
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
	 * Settings of the probes.
	 *
	 * @param window How long a new version is put to the question by the probes.
	 * @param interval Time between two questions.
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
	 * Settings of watching.
	 *
	 * @param enabled Whether the file is watched; when not, it is read once at the start.
	 * @param debounce Quiet period after the last sign of a change before the file is
	 * read.
	 * @param maxWait Longest time from the first sign of a change until the file is read,
	 * and the time a file that looks half-written must stay the same.
	 * @param pollInterval Time between two looks at the file without any sign of a
	 * change.
	 * @param eager Whether a file renamed over this one is read at once, the debounce
	 * only bounding the rate.
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
	 * Settings of the accepted versions.
	 *
	 * @param size Number of accepted versions that can be returned to.
	 * @param directory Directory that keeps them over a restart, relative to that of the
	 * file; empty for none. In an absolute one, which several files may share, the names
	 * of the files begin with that of the manager.
	 * @param required Whether a version that can't be kept in that directory is refused.
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
	 * @param filePermissions What happens to a file that its group or everybody may write
	 * or replace, because they may write its directory or that of a link to it.
	 */
	public record Security(@DefaultValue("warn") FilePermissions filePermissions) {

	}

	/**
	 * Kinds of sources.
	 */
	public enum Source {

		/** The file at {@code wolf.config.path}. */
		FILE,

		/** The URL {@code wolf.config.http.url}. */
		HTTP,

		/** The key {@code wolf.config.etcd.key} in etcd. */
		ETCD

	}

}
