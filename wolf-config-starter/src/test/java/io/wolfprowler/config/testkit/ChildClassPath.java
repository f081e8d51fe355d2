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

package io.wolfprowler.config.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * The class path of a {@link ChildJvm}.
 *
 * @param entries directories and jars
 */
@NullMarked
public record ChildClassPath(List<Path> entries) {

	private static @Nullable ChildClassPath copy;

	/**
	 * The class path of the tests that run.
	 * @return the class path
	 */
	public static ChildClassPath ofThisJvm() {
		String fallback = System.getProperty("java.class.path");
		String all = System.getProperty("surefire.test.class.path", fallback);
		return new ChildClassPath(
				Stream.of(all.split(File.pathSeparator)).map(Path::of).map(Path::toAbsolutePath).toList());
	}

	/**
	 * A copy of the class path for other users, who often can't enter the directory that
	 * is built in. It is made once, and deleted when this JVM ends.
	 * @return the class path
	 */
	public static synchronized ChildClassPath readableByAll() throws IOException {
		ChildClassPath present = copy;
		if (present == null) {
			Path directory = Files.createTempDirectory("class-path",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(directory)));
			present = ofThisJvm().copyTo(directory);
			copy = present;
		}
		return present;
	}

	/**
	 * Keeps some of the entries.
	 * @param kept which
	 * @return a shorter class path
	 */
	public ChildClassPath only(Predicate<Path> kept) {
		return new ChildClassPath(this.entries.stream().filter(kept).toList());
	}

	/**
	 * Packs directories into jars, which an archive of loaded classes asks for.
	 * @param directory where the jars are put
	 * @return a class path of jars only
	 */
	public ChildClassPath packedIn(Path directory) throws IOException {
		List<Path> jars = new ArrayList<>();
		for (Path entry : this.entries) {
			jars.add(Files.isDirectory(entry) ? pack(entry, directory.resolve(jars.size() + ".jar")) : entry);
		}
		return new ChildClassPath(jars);
	}

	/**
	 * The class path as an argument.
	 * @return the entries, separated for the command line
	 */
	@Override
	public String toString() {
		return this.entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	private static Path pack(Path classes, Path jar) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
				Files.copy(file, out);
			}
		}
		return jar;
	}

	private ChildClassPath copyTo(Path directory) throws IOException {
		List<Path> copies = new ArrayList<>();
		for (Path entry : this.entries) {
			Path target = directory.resolve(copies.size() + "-" + entry.getFileName());
			if (Files.isDirectory(entry)) {
				FileSystemUtils.copyRecursively(entry, target);
				copies.add(target);
			}
			else if (Files.exists(entry)) {
				copies.add(Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING));
			}
		}
		return new ChildClassPath(copies);
	}

	private static void deleteQuietly(Path directory) {
		try {
			FileSystemUtils.deleteRecursively(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
