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

package io.wolfprowler.config.benchmarks.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of a sample, alone in a new directory.
 */
public final class SampleFile implements AutoCloseable {

	private final Sample sample;

	private final Format format;

	private final Path directory;

	private final Path path;

	private final Path draft;

	/**
	 * Write the file.
	 * @param sample the configuration
	 * @param format how it is spelled
	 * @param pair its numbers
	 * @throws IOException when it can't be written
	 */
	public SampleFile(Sample sample, Format format, Pair pair) throws IOException {
		this.sample = sample;
		this.format = format;
		this.directory = Files.createTempDirectory("wolf-config");
		this.path = this.directory.resolve("config." + format.extension());
		this.draft = this.directory.resolve("draft." + format.extension());
		Files.writeString(this.path, text(pair));
	}

	/**
	 * Return the file.
	 * @return an absolute path
	 */
	public Path path() {
		return this.path;
	}

	/**
	 * Return what the file holds.
	 * @return the sample
	 */
	public Sample sample() {
		return this.sample;
	}

	/**
	 * Return a text for the file.
	 * @param pair the numbers
	 * @return the text
	 */
	public String text(Pair pair) {
		return this.sample.text(this.format, pair);
	}

	/**
	 * Write another text beside the file.
	 * @param pair the numbers
	 * @throws IOException when it can't be written
	 */
	public void draft(Pair pair) throws IOException {
		Files.writeString(this.draft, text(pair));
	}

	/**
	 * Rename what was written beside the file over it.
	 * @throws IOException when that is not possible
	 */
	public void publish() throws IOException {
		Files.move(this.draft, this.path, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Delete the file and its directory.
	 */
	@Override
	public void close() {
		try (Stream<Path> tree = Files.walk(this.directory)) {
			List<Path> leavesFirst = tree.sorted(Comparator.reverseOrder()).toList();
			for (Path path : leavesFirst) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
