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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullMarked;

/**
 * A main class of the tests in a JVM of its own, with the Java and the class path of this
 * one. What it writes goes where this JVM writes to, unless told otherwise.
 */
@NullMarked
public final class ChildJvm implements AutoCloseable {

	private final Process process;

	private ChildJvm(Process process) {
		this.process = process;
	}

	/**
	 * Prepares a JVM.
	 * @param main the class to run
	 * @param arguments its arguments
	 * @return how to start it
	 */
	public static Launch of(Class<?> main, Object... arguments) {
		Launch launch = new Launch(main.getName());
		List.of(arguments).forEach((argument) -> launch.arguments.add(argument.toString()));
		return launch;
	}

	/**
	 * The process, for its streams and its number.
	 * @return the process
	 */
	public Process process() {
		return this.process;
	}

	/**
	 * Ends it as a crash would: on Linux with SIGKILL. Returns when it is gone; what it
	 * has written can still be read.
	 */
	public void kill() {
		// Process.destroyForcibly() would close the streams.
		this.process.toHandle().destroyForcibly();
		this.process.onExit().join();
	}

	/**
	 * Waits for its end.
	 * @param patience how long at most
	 * @return what it has exited with
	 */
	public int waitFor(Duration patience) throws InterruptedException {
		if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new AssertionError("A child JVM still runs after " + patience);
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		kill();
	}

	/**
	 * How to start it.
	 */
	public static final class Launch {

		private static final String[] AS_NOBODY = { "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
				"--no-new-privs" };

		private final String main;

		private final List<String> through = new ArrayList<>();

		private final List<String> flags = new ArrayList<>();

		private final List<String> arguments = new ArrayList<>();

		private ChildClassPath classPath = ChildClassPath.ofThisJvm();

		private ProcessBuilder.Redirect output = ProcessBuilder.Redirect.INHERIT;

		private ProcessBuilder.Redirect errors = ProcessBuilder.Redirect.INHERIT;

		private Launch(String main) {
			this.main = main;
		}

		/**
		 * Adds flags of the JVM.
		 * @param flags as on the command line
		 * @return this
		 */
		public Launch flags(String... flags) {
			this.flags.addAll(List.of(flags));
			return this;
		}

		/**
		 * Starts it through another command, such as {@code nice}.
		 * @param command the command, which runs what follows it
		 * @return this
		 */
		public Launch through(String... command) {
			this.through.addAll(List.of(command));
			return this;
		}

		/**
		 * Starts it as a user without any rights, which only root can do.
		 * @return this
		 */
		public Launch asNobody() throws IOException {
			this.classPath = ChildClassPath.readableByAll();
			return through(AS_NOBODY);
		}

		/**
		 * Starts it on another class path.
		 * @param classPath the class path
		 * @return this
		 */
		public Launch classPath(ChildClassPath classPath) {
			this.classPath = classPath;
			return this;
		}

		/**
		 * Sends its standard output elsewhere.
		 * @param output such as a file, or {@code PIPE} to read it
		 * @return this
		 */
		public Launch output(ProcessBuilder.Redirect output) {
			this.output = output;
			return this;
		}

		/**
		 * Sends its standard error elsewhere.
		 * @param errors such as a file
		 * @return this
		 */
		public Launch errors(ProcessBuilder.Redirect errors) {
			this.errors = errors;
			return this;
		}

		/**
		 * Starts it.
		 * @return the running JVM
		 */
		public ChildJvm start() throws IOException {
			List<String> command = new ArrayList<>(this.through);
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			command.addAll(this.flags);
			command.addAll(List.of("-cp", this.classPath.toString(), this.main));
			command.addAll(this.arguments);
			return new ChildJvm(
					new ProcessBuilder(command).redirectError(this.errors).redirectOutput(this.output).start());
		}

	}

}
