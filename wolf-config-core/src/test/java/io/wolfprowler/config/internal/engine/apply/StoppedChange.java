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

package io.wolfprowler.config.internal.engine.apply;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.StartMode;
import io.wolfprowler.config.fixtures.Gate;

/**
 * A process that stops at one point of a change and says so, to be killed there.
 */
final class StoppedChange {

	static final String TEXT = "name = \"first\"\nport = 1\n";

	static final String NEXT = "name = \"second\"\nport = 2\n";

	private final String where;

	private StoppedChange(String where) {
		this.where = where;
	}

	/**
	 * Run.
	 * @param arguments the file, how it is changed and where it stops
	 */
	public static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		ConfigManager<Settings> manager = managerOf(file);
		StoppedChange change = new StoppedChange(arguments[2]);
		manager.addParticipant(change.new Actor(1));
		manager.addParticipant(change.new Actor(2));
		manager.addCallback((each) -> change.reach("callback"));
		if (arguments[1].equals("reload")) {
			Files.writeString(file, NEXT);
			manager.reload();
		}
		else {
			manager.updateConfig((config) -> new Settings("second", 2));
		}
		change.reach("end");
	}

	static ConfigManager<Settings> managerOf(Path file) {
		return ConfigManager.builder(Settings.class)
			.file(file)
			.startMode(StartMode.LAST_GOOD)
			.history((history) -> history.required(true))
			.build();
	}

	private void reach(String point) {
		if (point.equals(this.where)) {
			try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
				out.write("reached\n".getBytes(StandardCharsets.UTF_8));
				out.flush();
				new Gate().pass();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** A veto of the second lets the first be rolled back. */
	private final class Actor implements ConfigParticipant<Settings> {

		private final int number;

		Actor(int number) {
			this.number = number;
		}

		@Override
		public Prepared prepare(ConfigTransition<Settings> transition) {
			reach(this.number + "p");
			if (this.number == 2 && StoppedChange.this.where.equals("1r")) {
				throw new ConfigVetoException("there is no room");
			}
			return new Prepared() {

				@Override
				public void commit() {
					reach(Actor.this.number + "c");
				}

				@Override
				public void rollback() {
					reach(Actor.this.number + "r");
				}

			};
		}

	}

	record Settings(String name, int port) {

	}

}
