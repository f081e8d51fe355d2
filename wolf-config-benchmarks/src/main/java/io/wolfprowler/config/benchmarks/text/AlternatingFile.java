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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A file that alternates between two texts which differ in one number. Both are written
 * once and linked into place, so that replacing the file costs the same for every size;
 * each time it is a second younger, for libraries that compare times.
 */
public final class AlternatingFile implements AutoCloseable {

	private static final List<Pair> PAIRS = List.of(new Pair(10_080, 50), new Pair(10_090, 50));

	private final SampleFile file;

	private final List<Path> texts;

	private Instant time = Instant.now().minus(Duration.ofDays(300));

	private int present;

	/**
	 * Write the file and both texts.
	 * @param sample the configuration
	 * @param format how it is spelled
	 * @throws IOException when they can't be written
	 */
	public AlternatingFile(Sample sample, Format format) throws IOException {
		this.file = new SampleFile(sample, format, PAIRS.get(0));
		Path directory = Files.createDirectory(path().resolveSibling("texts"));
		this.texts = List.of(directory.resolve("first"), directory.resolve("second"));
		for (int text = 0; text < 2; text++) {
			Files.writeString(this.texts.get(text), this.file.text(PAIRS.get(text)));
		}
		Files.setLastModifiedTime(path(), FileTime.from(this.time));
	}

	/**
	 * Return the file.
	 * @return an absolute path
	 */
	public Path path() {
		return this.file.path();
	}

	/**
	 * Replace the file by the other text.
	 * @throws IOException when that is not possible
	 */
	public void alternate() throws IOException {
		this.present = 1 - this.present;
		this.time = this.time.plusSeconds(1);
		Path text = this.texts.get(this.present);
		Files.setLastModifiedTime(text, FileTime.from(this.time));
		Path link = text.resolveSibling("link");
		Files.createLink(link, text);
		Files.move(link, path(), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Return the numbers that the file holds.
	 * @return the numbers of the text in place
	 */
	public Pair pair() {
		return PAIRS.get(this.present);
	}

	@Override
	public void close() {
		this.file.close();
	}

}
