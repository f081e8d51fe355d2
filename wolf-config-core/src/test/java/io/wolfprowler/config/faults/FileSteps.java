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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Steps that open a file: each makes the system calls that a writer makes.
 *
 * <pre>
 * create F            open(F, O_CREAT|O_TRUNC)
 * write F text        open(F, O_CREAT|O_TRUNC), write
 * append F text       open(F, O_CREAT|O_APPEND), write
 * overwrite F text    open(F), write: nothing is truncated
 * patch F text from   open(F), write the text from this byte on, there
 * map F text          open(F), ftruncate, mmap, store
 * truncate F size     ftruncate
 * fsync F             fsync
 * chmod F mode        chmod
 * touch F             utimes, with the present time
 * modified F change   utimes: +1d, -1d
 * restamp F G         utimes, with the times of G
 * </pre>
 */
final class FileSteps {

	private FileSteps() {
	}

	static void addTo(Map<String, Step> words) {
		words.put("create", (bench, arguments) -> write(bench.at(arguments.get(0)), new byte[0],
				StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
		words.put("write", (bench, arguments) -> write(bench.at(arguments.get(0)), SheetBytes.of(arguments.get(1)),
				StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
		words.put("append", (bench, arguments) -> write(bench.at(arguments.get(0)), SheetBytes.of(arguments.get(1)),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND));
		words.put("overwrite",
				(bench, arguments) -> write(bench.at(arguments.get(0)), SheetBytes.of(arguments.get(1))));
		words.put("patch", FileSteps::patch);
		words.put("map", (bench, arguments) -> map(bench.at(arguments.get(0)), SheetBytes.of(arguments.get(1))));
		words.put("truncate", FileSteps::truncate);
		words.put("fsync", FileSteps::fsync);
		words.put("chmod", (bench, arguments) -> Files.setPosixFilePermissions(bench.at(arguments.get(0)),
				PosixFilePermissions.fromString(arguments.get(1))));
		words.put("touch", (bench, arguments) -> Files.setLastModifiedTime(bench.at(arguments.get(0)),
				FileTime.from(Instant.now())));
		words.put("modified", (bench, arguments) -> modified(bench.at(arguments.get(0)), arguments.get(1)));
		words.put("restamp", (bench, arguments) -> Files.setLastModifiedTime(bench.at(arguments.get(0)),
				Files.getLastModifiedTime(bench.at(arguments.get(1)))));
	}

	private static void write(Path file, byte[] bytes, StandardOpenOption... options) throws IOException {
		try (FileChannel channel = FileChannel.open(file, options(options))) {
			channel.write(ByteBuffer.wrap(bytes));
		}
	}

	private static StandardOpenOption[] options(StandardOpenOption... more) {
		StandardOpenOption[] options = new StandardOpenOption[more.length + 1];
		System.arraycopy(more, 0, options, 0, more.length);
		options[more.length] = StandardOpenOption.WRITE;
		return options;
	}

	private static void patch(Bench bench, List<String> arguments) throws IOException {
		byte[] bytes = SheetBytes.of(arguments.get(1));
		int from = Integer.parseInt(arguments.get(2));
		try (FileChannel channel = FileChannel.open(bench.at(arguments.get(0)), StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap(bytes, from, bytes.length - from), from);
		}
	}

	private static void map(Path file, byte[] bytes) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes.length).put(bytes);
		}
	}

	private static void truncate(Bench bench, List<String> arguments) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(bench.at(arguments.get(0)).toFile(), "rw")) {
			file.setLength(Long.parseLong(arguments.get(1)));
		}
	}

	private static void fsync(Bench bench, List<String> arguments) throws IOException {
		try (FileChannel channel = FileChannel.open(bench.at(arguments.get(0)), StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private static void modified(Path file, String change) throws IOException {
		Instant present = Files.getLastModifiedTime(file).toInstant();
		int days = Integer.parseInt(change.replace("d", ""));
		Files.setLastModifiedTime(file, FileTime.from(present.plusSeconds(days * 86_400L)));
	}

}
