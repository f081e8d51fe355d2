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
package io.wolfprowler.config.internal.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigVersion;
import org.jspecify.annotations.Nullable;

/**
 * Names the file of an accepted version, so that a directory listing is readable and each
 * name holds all that is known about its version:
 * {@code config.toml.000007.reload.20260203T040506.123456Z.DIGEST.toml}.
 *
 * @param file the name of the configuration file
 * @param origin the description of the source of the documents
 */
record BackupName(String file, String origin) {

	private static final Pattern REST = Pattern
		.compile("\\.(\\d{6,18})\\.([a-z-]+)\\.(\\d{8}T\\d{6}\\.\\d{6}Z)\\.([0-9a-f]{64})\\.toml");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSSX", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/**
	 * Name the backup of a version.
	 * @param digest the digest of the document in the backup
	 */
	String of(ConfigVersion version, String digest) {
		return "%s.%06d.%s.%s.%s.toml".formatted(this.file, version.version(),
				version.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'), TIME.format(version.acceptedAt()),
				digest);
	}

	/**
	 * Return the version that a file name describes, {@code null} if it is not the name
	 * of a backup.
	 */
	@Nullable ConfigVersion parse(String name) {
		Matcher rest = REST.matcher(name.startsWith(this.file) ? name.substring(this.file.length()) : "");
		if (!rest.matches()) {
			return null;
		}
		try {
			return new ConfigVersion(Long.parseLong(rest.group(1)), TIME.parse(rest.group(3), Instant::from),
					Cause.valueOf(rest.group(2).toUpperCase(Locale.ROOT).replace('-', '_')), rest.group(4),
					this.origin);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return null;
		}
	}

}
