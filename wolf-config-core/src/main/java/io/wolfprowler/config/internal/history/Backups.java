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

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigVersion;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The texts of accepted versions in a directory, one file for each. Files that others
 * have put there are left alone.
 */
public final class Backups {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Comparator<ConfigVersion> NEWEST_FIRST = Comparator.comparingLong(ConfigVersion::version)
		.thenComparing(ConfigVersion::acceptedAt)
		.reversed();

	private static final Pattern DRAFT = Pattern.compile("\\.(.*\\.toml)\\.\\d+\\.\\d+\\.tmp");

	private final Path directory;

	private final BackupName names;

	private final Function<Path, WritableConfigSource> files;

	private final Map<ConfigVersion, Path> present = new ConcurrentHashMap<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Look what is in a directory.
	 * @param directory the directory, which need not exist
	 * @param file the name of the file that the backups are of
	 * @param origin the source that their texts are of
	 * @param files reads and writes one file, durably and in one step
	 */
	public Backups(Path directory, String file, String origin, Function<Path, WritableConfigSource> files) {
		this.directory = directory;
		this.names = new BackupName(file, origin);
		this.files = files;
		try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
			found.forEach(this::add);
		}
		catch (NoSuchFileException ex) {
			logger.debug("There is no " + directory + " yet");
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.warn("Cannot read the history in " + directory + "; it is ignored: " + ex);
		}
	}

	/**
	 * Return the versions that are there.
	 * @return the versions, the newest first
	 */
	public List<ConfigVersion> versions() {
		return this.present.keySet().stream().sorted(NEWEST_FIRST).toList();
	}

	/**
	 * Read the text of a version.
	 * @param version one of the {@link #versions()}
	 * @return the text
	 * @throws IOException when it can't be read, or is not what was written
	 */
	public SourceContent read(ConfigVersion version) throws IOException {
		Path file = this.present.get(version);
		if (file == null) {
			throw new NoSuchFileException(this.directory.toString(), null, "has no backup of this version");
		}
		SourceContent content = this.files.apply(file).read();
		if (!String.valueOf(file.getFileName()).contains(content.digest())) {
			throw new IOException(file + " was changed since it was written");
		}
		return content;
	}

	/**
	 * Write what is missing and delete what is there beyond that. What can't be written
	 * is a warning, once until it can.
	 * @param wanted the texts of the versions that are to be there
	 */
	public void sync(Map<ConfigVersion, Text> wanted) {
		Set<Long> versions = wanted.keySet().stream().map(ConfigVersion::version).collect(Collectors.toSet());
		deleteUnless((version) -> versions.contains(version.version()));
		try {
			for (Map.Entry<ConfigVersion, Text> each : wanted.entrySet()) {
				write(each.getKey(), each.getValue());
			}
			deleteUnless(wanted::containsKey);
			this.warned.set(false);
		}
		catch (IOException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Cannot keep all accepted versions in " + this.directory
						+ "; the missing ones are lost at a restart: " + ex);
			}
		}
	}

	/**
	 * Write one version, unless it is there.
	 * @param version the version
	 * @param text its text
	 * @throws IOException when it can't be written
	 */
	public void write(ConfigVersion version, Text text) throws IOException {
		if (!this.present.containsKey(version)) {
			byte[] bytes = text.bytes();
			Path file = this.directory.resolve(this.names.of(version, SourceContent.of(bytes).digest()));
			if (!Files.exists(file)) {
				this.files.apply(file).write(bytes, SourceContent.ABSENT);
			}
			this.present.put(version, file);
		}
	}

	// A draft that a crash has left is deleted by whoever writes the same file.
	private void add(Path file) {
		String name = String.valueOf(file.getFileName());
		ConfigVersion version = this.names.parse(name);
		if (version != null) {
			this.present.put(version, file);
		}
		else {
			Matcher draft = DRAFT.matcher(name);
			if (draft.matches() && draft.group(1).startsWith(this.names.file() + ".")) {
				logger.debug("Swept " + this.files.apply(file.resolveSibling(draft.group(1))).description());
			}
		}
	}

	private void deleteUnless(Predicate<ConfigVersion> wanted) {
		this.present.keySet().stream().filter((version) -> !wanted.test(version)).forEach(this::delete);
	}

	// An update that is saved later has the same text as before, under another line.
	private void delete(ConfigVersion version) {
		Path file = this.present.remove(version);
		if (file != null && !this.present.containsValue(file)) {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				logger.debug("Cannot delete " + file, ex);
			}
		}
	}

	/**
	 * The text of a version.
	 */
	@FunctionalInterface
	public interface Text {

		/**
		 * Return the text.
		 * @return the text in UTF-8
		 * @throws IOException when it can't be had
		 */
		byte[] bytes() throws IOException;

	}

}
