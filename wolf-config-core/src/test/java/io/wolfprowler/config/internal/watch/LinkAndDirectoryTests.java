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

package io.wolfprowler.config.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests for {@link WatchThread}, which replay what deployment tools do to links and
 * directories.
 */
@Tag("filesystem")
class LinkAndDirectoryTests {

	private WatchRig rig;

	@BeforeEach
	void open(@TempDir Path temp) throws IOException {
		this.rig = new WatchRig(temp);
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void seesEachSwapOfAConfigMap() throws IOException {
		publishConfigMap("one");
		Files.createSymbolicLink(this.rig.file, Path.of("..data/x.toml"));
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		for (String text : List.of("two", "three", "four")) {
			Path old = this.rig.dir.resolve("..data").toRealPath();
			publishConfigMap(text);
			deleteTree(old);
			this.rig.awaitSeen(text);
		}
	}

	@Test
	void doesNotWaitForQuietWhenALinkIsSwapped() throws IOException {
		publishConfigMap("one");
		Files.createSymbolicLink(this.rig.file, Path.of("..data/x.toml"));
		this.rig.watch(this.rig.file,
				new WatchSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), false));

		publishConfigMap("two");

		this.rig.awaitSeen("two");
	}

	@Test
	void seesEachLinkOfAChainRetargeted() throws IOException {
		for (String name : List.of("a", "b", "c", "d")) {
			Files.writeString(Files.createDirectory(this.rig.dir.resolve(name)).resolve("real"), "in " + name);
		}
		retarget(this.rig.dir.resolve("b/link"), "../c/real");
		retarget(this.rig.dir.resolve("a/x.toml"), "../b/link");
		this.rig.watch(this.rig.dir.resolve("a/x.toml"), WatchRig.PUSHED);

		retarget(this.rig.dir.resolve("b/link"), "../d/real");
		this.rig.awaitSeen("in d");
		retarget(this.rig.dir.resolve("a/x.toml"), "../c/real");
		this.rig.awaitSeen("in c");
		Files.writeString(this.rig.dir.resolve("c/real"), "edited");
		this.rig.awaitSeen("edited");
	}

	@Test
	void seesTheTargetEditedInAnotherDirectory() throws IOException {
		Path real = Files.writeString(Files.createDirectory(this.rig.dir.resolve("other")).resolve("y.toml"), "one");
		Files.createSymbolicLink(this.rig.file, real);
		this.rig.watch(this.rig.file, WatchRig.PUSHED);

		Files.writeString(real, "two");
		this.rig.awaitSeen("two");
		WatchRig.renameOver(real, "three");
		this.rig.awaitSeen("three");
	}

	@Test
	void seesTheGrandparentLinkSwapped() throws IOException {
		for (String release : List.of("1", "2")) {
			Path conf = Files.createDirectories(this.rig.dir.resolve("releases").resolve(release).resolve("conf"));
			Files.writeString(conf.resolve("x.toml"), "release " + release);
		}
		Path current = this.rig.dir.resolve("releases/current");
		retarget(current, "1");
		this.rig.watch(current.resolve("conf/x.toml"), WatchRig.PUSHED);

		retarget(current, "2");

		this.rig.awaitSeen("release 2");
	}

	@Test
	void seesTheDirectoryDeletedAndMadeAgain() throws IOException {
		Path nested = Files.createDirectory(this.rig.dir.resolve("conf")).resolve("x.toml");
		Files.writeString(nested, "one");
		this.rig.watch(nested, WatchRig.PUSHED);

		deleteTree(nested.getParent());
		this.rig.awaitSeen("absent");
		Files.createDirectory(nested.getParent());
		Files.writeString(nested, "two");
		this.rig.awaitSeen("two");

		Files.writeString(nested, "three");
		this.rig.awaitSeen("three");
	}

	@Test
	void seesADirectoryPutInPlaceOfOneRenamedAway() throws IOException {
		Path nested = Files.createDirectories(this.rig.dir.resolve("etc/conf")).resolve("x.toml");
		Files.writeString(nested, "one");
		this.rig.watch(nested, WatchRig.POLLED);

		Files.move(this.rig.dir.resolve("etc"), this.rig.dir.resolve("old"));
		Files.createDirectories(nested.getParent());
		Files.writeString(nested, "two");

		this.rig.awaitSeen("two");
	}

	@Test
	void seesAFileAppearWithItsDirectories() throws IOException {
		Path nested = this.rig.dir.resolve("a/b/c/x.toml");
		this.rig.watch(nested, WatchRig.PUSHED);

		Files.createDirectories(nested.getParent());
		Files.writeString(nested, "one");

		this.rig.awaitSeen("one");
	}

	private void retarget(Path link, String target) throws IOException {
		Path fresh = Files.createSymbolicLink(link.resolveSibling("fresh"), Path.of(target));
		Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
	}

	private void publishConfigMap(String text) throws IOException {
		Path version = Files.createDirectory(this.rig.dir.resolve("..version-" + text));
		Files.writeString(version.resolve("x.toml"), text);
		retarget(this.rig.dir.resolve("..data"), version.getFileName().toString());
	}

	private static void deleteTree(Path path) throws IOException {
		try (Stream<Path> tree = Files.walk(path)) {
			for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
	}

}
