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
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Steps that change names, and programs that do.
 *
 * <pre>
 * mkdir D             mkdir, with what leads to it
 * rename A B          rename
 * delete F            unlink or rmdir
 * rmtree D            unlink, rmdir, bottom up
 * link L target       symlink
 * relink L target     symlink beside L, rename over it
 * hardlink A B        link
 * socket F            bind
 * siblings D count    create and unlink so many files in D
 * run command         with etc as its directory; ends with 0
 * mount D options     mount a tmpfs on D, until the end
 * bind A B            mount --bind, until the end
 * umount D            umount
 * </pre>
 */
final class TreeSteps {

	private TreeSteps() {
	}

	static void addTo(Map<String, Step> words) {
		words.put("mkdir", (bench, arguments) -> Files.createDirectories(bench.at(arguments.get(0))));
		words.put("rename", (bench, arguments) -> Files.move(bench.at(arguments.get(0)), bench.at(arguments.get(1)),
				StandardCopyOption.ATOMIC_MOVE));
		words.put("delete", (bench, arguments) -> Files.delete(bench.at(arguments.get(0))));
		words.put("rmtree", (bench, arguments) -> FileTrees.delete(bench.at(arguments.get(0))));
		words.put("link", (bench, arguments) -> Files.createSymbolicLink(bench.at(arguments.get(0)),
				target(bench, arguments.get(1))));
		words.put("relink", TreeSteps::relink);
		words.put("hardlink",
				(bench, arguments) -> Files.createLink(bench.at(arguments.get(1)), bench.at(arguments.get(0))));
		words.put("socket", (bench, arguments) -> socket(bench, bench.at(arguments.get(0))));
		words.put("siblings", TreeSteps::siblings);
		words.put("run", (bench, arguments) -> run(bench, String.join(" ", arguments)));
		words.put("mount", (bench, arguments) -> mount(bench, arguments.get(0),
				"-t tmpfs -o " + arguments.get(1) + " tmpfs " + bench.at(arguments.get(0))));
		words.put("bind", (bench, arguments) -> mount(bench, arguments.get(1),
				"--bind " + bench.at(arguments.get(0)) + " " + bench.at(arguments.get(1))));
		// A look may have the file open at this moment.
		words.put("umount", (bench, arguments) -> bench.await()
			.untilAsserted(() -> run(bench, "umount " + bench.at(arguments.get(0)))));
	}

	// Absolute links lead to where the script is, or to the machine's devices.
	private static Path target(Bench bench, String target) {
		return (target.startsWith("/") && !target.startsWith("/dev/")) ? bench.at(target) : Path.of(target);
	}

	private static void relink(Bench bench, List<String> arguments) throws IOException {
		Path link = bench.at(arguments.get(0));
		Path fresh = Files.createSymbolicLink(link.resolveSibling(link.getFileName() + "_tmp"),
				target(bench, arguments.get(1)));
		Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
	}

	// BindResult by a short name elsewhere: a socket's path is at most 108 bytes long.
	private static void socket(Bench bench, Path path) throws IOException {
		Path near = Files.createTempDirectory("socket").resolve("s");
		bench.opened(() -> FileTrees.delete(near.getParent()));
		ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		bench.opened(channel);
		channel.bind(UnixDomainSocketAddress.of(near));
		Files.move(near, path);
	}

	private static void siblings(Bench bench, List<String> arguments) throws IOException {
		Path directory = bench.at(arguments.get(0));
		for (int i = 0; i < Integer.parseInt(arguments.get(1)); i++) {
			Files.delete(Files.createFile(directory.resolve("sibling" + i)));
		}
	}

	private static void mount(Bench bench, String on, String command) throws Exception {
		run(bench, "mount " + command);
		bench.opened(() -> new ProcessBuilder("umount", "-l", bench.at(on).toString()).start().waitFor());
	}

	private static void run(Bench bench, String command) throws Exception {
		List<String> words = new ArrayList<>(List.of("sh", "-c", command));
		Path output = Files.createTempFile("output", null);
		bench.opened(() -> Files.deleteIfExists(output));
		Process process = new ProcessBuilder(words).directory(bench.at("").toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		process.getOutputStream().close();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
		assertThat(process.exitValue()).as("%s: %s", command, Files.readString(output)).isZero();
	}

}
