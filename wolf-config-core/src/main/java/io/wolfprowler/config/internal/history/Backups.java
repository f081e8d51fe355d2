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
 * The documents of accepted versions in a directory, one file for each version. Other
 * files in the directory are left alone.
 */
public final class Backups {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Comparator<ConfigVersion> NEWEST_FIRST = Comparator.comparingLong(ConfigVersion::version)
		.thenComparing(ConfigVersion::acceptedAt)
		.reversed();

	private static final Pattern TEMPORARY = Pattern.compile("\\.(.*\\.toml)\\.\\d+\\.\\d+\\.tmp");

	private final Path directory;

	private final BackupName names;

	private final Function<Path, WritableConfigSource> files;

	private final Map<ConfigVersion, Path> present = new ConcurrentHashMap<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Find the backups in a directory.
	 * @param directory the directory, which need not exist
	 * @param file the name of the configuration file
	 * @param origin the description of the source of the documents
	 * @param files reads and writes one file, durably and atomically
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
	 * Return the versions in the directory.
	 * @return the versions, newest first
	 */
	public List<ConfigVersion> versions() {
		return this.present.keySet().stream().sorted(NEWEST_FIRST).toList();
	}

	/**
	 * Read the document of a version.
	 * @param version one of the {@link #versions()}
	 * @return the document
	 * @throws IOException if it can't be read or was changed since it was written
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
	 * Write the missing versions and delete the others. A failure is logged once, until a
	 * write succeeds again.
	 * @param wanted the documents of the versions to keep
	 */
	public void sync(Map<ConfigVersion, Document> wanted) {
		Set<Long> versions = wanted.keySet().stream().map(ConfigVersion::version).collect(Collectors.toSet());
		deleteUnless((version) -> versions.contains(version.version()));
		try {
			for (Map.Entry<ConfigVersion, Document> each : wanted.entrySet()) {
				write(each.getKey(), each.getValue());
			}
			deleteUnless(wanted::containsKey);
			this.warned.set(false);
		}
		catch (IOException ex) {
			warnOnce(ex);
		}
	}

	private void warnOnce(IOException failure) {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("Cannot keep all accepted versions in " + this.directory
					+ "; the missing ones are lost at a restart: " + failure);
		}
	}

	/**
	 * Write one version, unless it is in the directory.
	 * @param version the version
	 * @param document its document
	 * @throws IOException if it can't be written
	 */
	public void write(ConfigVersion version, Document document) throws IOException {
		if (!this.present.containsKey(version)) {
			byte[] bytes = document.bytes();
			Path file = this.directory.resolve(this.names.of(version, SourceContent.of(bytes).digest()));
			if (!Files.exists(file)) {
				this.files.apply(file).write(bytes, SourceContent.ABSENT);
			}
			this.present.put(version, file);
		}
	}

	// Opening the source of a file deletes the temporary files that a crash has left
	// beside it.
	private void add(Path file) {
		String name = String.valueOf(file.getFileName());
		ConfigVersion version = this.names.parse(name);
		if (version != null) {
			this.present.put(version, file);
		}
		else {
			Matcher temporary = TEMPORARY.matcher(name);
			if (temporary.matches() && temporary.group(1).startsWith(this.names.file() + ".")) {
				logger.debug("Deleted what a crash has left of "
						+ this.files.apply(file.resolveSibling(temporary.group(1))).description());
			}
		}
	}

	private void deleteUnless(Predicate<ConfigVersion> wanted) {
		this.present.keySet().stream().filter((version) -> !wanted.test(version)).forEach(this::delete);
	}

	// A saved update may have the same file as an earlier version entry.
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
	 * Provides the document of a version.
	 */
	@FunctionalInterface
	public interface Document {

		/**
		 * Return the document.
		 * @return the bytes of the document in UTF-8
		 * @throws IOException if it can't be read
		 */
		byte[] bytes() throws IOException;

	}

}
