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
import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.fixtures.Mount;

/**
 * What a disk may have against a save, and how that is mended.
 */
enum DiskFault {

	FULL("No space left on device", "size=64k") {
		@Override
		void strike(Mount mount, Path data) {
			fillUp(data, 4096);
		}

		@Override
		void mend(Mount mount, Path data) {
			makeRoom(data);
		}
	},

	OUT_OF_INODES("No space left on device", "nr_inodes=10") {
		@Override
		void strike(Mount mount, Path data) {
			fillUp(data, 0);
		}

		@Override
		void mend(Mount mount, Path data) {
			makeRoom(data);
		}
	},

	READ_ONLY("Read-only file system", "size=64k") {
		@Override
		void strike(Mount mount, Path data) {
			mount.remount("ro");
		}

		@Override
		void mend(Mount mount, Path data) {
			mount.remount("rw");
		}
	},

	IMMUTABLE("Operation not permitted", "size=64k") {
		@Override
		void strike(Mount mount, Path data) {
			Mount.succeed("chattr", "+i", data.resolve("real.toml").toString());
		}

		@Override
		void mend(Mount mount, Path data) {
			Mount.succeed("chattr", "-i", data.resolve("real.toml").toString());
		}
	};

	private static final int MOST_FILES = 1000;

	private final String cause;

	private final String options;

	DiskFault(String cause, String options) {
		this.cause = cause;
		this.options = options;
	}

	/** What the system says. */
	String cause() {
		return this.cause;
	}

	/** Mount what it strikes. */
	Mount mount(Path data) {
		return Mount.tmpfs(data, this.options);
	}

	abstract void strike(Mount mount, Path data);

	abstract void mend(Mount mount, Path data);

	private static void fillUp(Path data, int size) {
		try {
			for (int i = 0; i < MOST_FILES; i++) {
				Files.write(data.resolve("junk" + i), new byte[size]);
			}
		}
		catch (IOException ex) {
			return;
		}
		throw new AssertionError(data + " can't be filled up");
	}

	private static void makeRoom(Path data) {
		for (int i = 0; i < MOST_FILES; i++) {
			data.resolve("junk" + i).toFile().delete();
		}
	}

}
