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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;

/**
 * A file system mounted for a test, unmounted when it is closed.
 */
@NullMarked
public final class Mount implements AutoCloseable {

	private final Path point;

	private Mount(Path point) {
		this.point = point;
	}

	/**
	 * Mounts something.
	 * @param point where: an existing directory, or a file for a bind mount of a file
	 * @param arguments of the program {@code mount}, without the mount point
	 * @return what is mounted
	 */
	public static Mount at(Path point, String... arguments) {
		Requires.root();
		Result result = run(
				Stream.concat(Stream.of("mount"), Stream.concat(Stream.of(arguments), Stream.of(point.toString())))
					.toList());
		Requires.that(result.exit() == 0, "to mount file systems: " + result.output());
		return new Mount(point);
	}

	/**
	 * Mounts a file system in memory.
	 * @param point where: an existing directory
	 * @param options such as {@code size=64k}
	 * @return what is mounted
	 */
	public static Mount tmpfs(Path point, String options) {
		return at(point, "-t", "tmpfs", "-o", options, "none");
	}

	/**
	 * Mounts a small file system in a file.
	 * @param point where: an existing directory
	 * @param image the file, which is made if it does not exist
	 * @return what is mounted
	 */
	public static Mount ext4(Path point, Path image) throws IOException {
		if (!Files.exists(image)) {
			Files.write(image, new byte[4 << 20]);
			Result made = run(List.of("mkfs.ext4", "-q", image.toString()));
			Requires.that(made.exit() == 0, "mkfs.ext4: " + made.output());
		}
		return at(point, "-o", "loop", image.toString());
	}

	/**
	 * Changes its options, such as to {@code ro}.
	 * @param options the options
	 */
	public void remount(String options) {
		succeed("mount", "-o", "remount," + options, this.point.toString());
	}

	@Override
	public void close() {
		succeed("umount", this.point.toString());
	}

	/**
	 * Runs a program, which must succeed.
	 * @param command the program and its arguments
	 */
	public static void succeed(String... command) {
		Result result = run(List.of(command));
		if (result.exit() != 0) {
			throw new AssertionError(List.of(command) + " failed: " + result.output());
		}
	}

	private static Result run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Result(process.waitFor(), output.strip());
		}
		catch (IOException ex) {
			return new Result(-1, ex.toString());
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	private record Result(int exit, String output) {

	}

}
