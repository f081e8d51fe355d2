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

package io.wolfprowler.config.internal.engine.manager;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.wolfprowler.config.ConfigManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A manager that is closed holds nothing of the application it was made for, not even
 * while the thread it shared goes on for others: a development restart would leak all
 * classes otherwise.
 */
@Tag("faults")
class ClassLoaderTests {

	@TempDir
	private Path directory;

	@Test
	void isFreeOnceTheManagerIsClosed() throws Exception {
		awaitCollected(runAndClose(() -> {
		}));
	}

	@Test
	void isFreeWhileAnotherManagerKeepsTheSharedThread() throws Exception {
		Path other = Files.writeString(this.directory.resolve("other.toml"), "port = 1\nlimit = 1\n");
		try (ConfigManager<NumbersRig.Numbers> manager = ConfigManager.builder(NumbersRig.Numbers.class)
			.file(other)
			.build()) {
			awaitCollected(runAndClose(manager::enableHotReload));
		}
	}

	private WeakReference<ClassLoader> runAndClose(Runnable meanwhile) throws Exception {
		Path file = Files.writeString(this.directory.resolve("restarted.toml"), "port = 1\nmode = \"SLOW\"\n");
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (OwnClasses loader = new OwnClasses()) {
			Thread.currentThread().setContextClassLoader(loader);
			Class<?> type = loader.loadClass(RestartedApplication.class.getName());
			Callable<?> application = (Callable<?>) type.getConstructor(Path.class).newInstance(file);
			try (AutoCloseable manager = (AutoCloseable) application.call()) {
				meanwhile.run();
			}
			return new WeakReference<>(loader);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	// Threads linger for two seconds.
	private static void awaitCollected(WeakReference<ClassLoader> loader) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).until(() -> {
			System.gc();
			return loader.get() == null;
		});
	}

	/**
	 * Loads the application itself, and everything else through its parent.
	 */
	private static final class OwnClasses extends URLClassLoader {

		private OwnClasses() {
			super(new URL[] { RestartedApplication.class.getProtectionDomain().getCodeSource().getLocation() },
					RestartedApplication.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(RestartedApplication.class.getName())) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}

	}

}
