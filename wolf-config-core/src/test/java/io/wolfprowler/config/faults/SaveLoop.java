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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.StartMode;

/**
 * A process that is to be killed: it makes entries in a {@link Ledger} and saves each of
 * them, and tells what it does on its standard output, in one write a line:
 * {@code found <number> <drafts> <version>} once, then {@code saving <number>} and
 * {@code saved <number>} by turns.
 */
final class SaveLoop {

	private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

	private SaveLoop() {
	}

	/**
	 * Runs until it is killed, or for so many entries.
	 * @param arguments the file, the start mode, a seed and the number of entries
	 */
	public static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		Random random = new Random(Long.parseLong(arguments[2]));
		ConfigManager<Ledger> manager = Ledger.managerOf(file).startMode(StartMode.valueOf(arguments[1])).build();
		say("found " + manager.getConfig().number() + " " + countDrafts(file.getParent()) + " "
				+ manager.getSnapshot().version());
		// An update returns when callbacks have run, so what follows them is not far
		// behind.
		manager.addCallback((change) -> {
		});
		for (long left = Long.parseLong(arguments[3]); left > 0; left--) {
			manager.updateConfig((ledger) -> ledger.next(random));
			say("saving " + manager.getConfig().number());
			manager.saveConfig();
			say("saved " + manager.getConfig().number());
		}
		manager.close();
	}

	/** How many drafts others have left; this process may be about to save. */
	static long countDrafts(Path directory) {
		String own = "." + ProcessHandle.current().pid() + ".";
		return Stream.of(directory, directory.resolve(".wolf-config"))
			.flatMap((place) -> Stream.of(Objects.requireNonNullElse(place.toFile().list(), new String[0])))
			.filter((name) -> (name.endsWith(".tmp") || name.endsWith(".redo")) && !name.contains(own))
			.count();
	}

	private static void say(String line) throws IOException {
		OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
