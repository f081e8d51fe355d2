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
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LinkChain}.
 */
@Tag("filesystem")
class LinkChainTests {

	@TempDir
	Path temp;

	private Path dir;

	@BeforeEach
	void resolveTemp() throws IOException {
		this.dir = this.temp.toRealPath();
	}

	@Test
	void plainFileNeedsItsDirectoryOnly() throws IOException {
		Path file = Files.createFile(this.dir.resolve("x.toml"));

		LinkChain chain = LinkChain.of(file);

		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("x.toml")));
		assertThat(chain.links()).isEmpty();
		assertThat(chain.leadsTo(file)).isTrue();
	}

	@Test
	void absentFileIsAwaitedInItsDirectory() {
		LinkChain chain = LinkChain.of(this.dir.resolve("x.toml"));

		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("x.toml")));
		assertThat(chain.isComplete()).isFalse();
	}

	@Test
	void missingParentsAreAwaitedInTheNearestAncestor() {
		LinkChain chain = LinkChain.of(this.dir.resolve("a/b/x.toml"));

		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("a")));
	}

	@Test
	void fileInPlaceOfADirectoryEndsTheWay() throws IOException {
		Path file = Files.createFile(this.dir.resolve("a"));

		LinkChain chain = LinkChain.of(this.dir.resolve("a/x.toml"));

		assertThat(chain.names()).isEqualTo(Map.of(file, names("x.toml")));
		assertThat(chain.isComplete()).isFalse();
	}

	@Test
	void configMapIsWatchedAtEachLink() throws IOException {
		Path version = Files.createDirectory(this.dir.resolve("..v1"));
		Path real = Files.createFile(version.resolve("x.toml"));
		Link data = link("..data", "..v1");
		Link file = link("x.toml", "..data/x.toml");

		LinkChain chain = LinkChain.of(file.path());

		assertThat(chain.links()).containsExactly(file, data);
		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("x.toml", "..data"), version, names("x.toml")));
		assertThat(chain.leadsTo(real)).isTrue();
	}

	@Test
	void linkOnTheWayIsWatchedInItsOwnDirectory() throws IOException {
		Path conf = Files.createDirectories(this.dir.resolve("releases/7/conf"));
		Files.createFile(conf.resolve("x.toml"));
		Link current = link("releases/current", "7");

		LinkChain chain = LinkChain.of(this.dir.resolve("releases/current/conf/x.toml"));

		assertThat(chain.links()).containsExactly(current);
		assertThat(chain.names())
			.isEqualTo(Map.of(this.dir.resolve("releases"), names("current"), conf, names("x.toml")));
	}

	@Test
	void followsAbsoluteTargetsAndParents() throws IOException {
		Path real = Files.createFile(Files.createDirectories(this.dir.resolve("b/c")).resolve("x.toml"));
		Files.createDirectories(this.dir.resolve("a"));
		link("b/up", "c/../c");
		link("a/x.toml", this.dir.resolve("b/up/./x.toml").toString());

		LinkChain chain = LinkChain.of(this.dir.resolve("a/x.toml"));

		assertThat(chain.leadsTo(real)).isTrue();
		assertThat(chain.names().keySet())
			.isEqualTo(Set.of(this.dir.resolve("a"), this.dir.resolve("b"), this.dir.resolve("b/c")));
	}

	@Test
	void parentOfALinkedDirectoryIsThatOfItsTarget() throws IOException {
		Path real = Files.createFile(Files.createDirectories(this.dir.resolve("far/away")).resolveSibling("x.toml"));
		link("near", "far/away");

		LinkChain chain = LinkChain.of(this.dir.resolve("near/../x.toml"));

		assertThat(chain.leadsTo(real)).isTrue();
	}

	@Test
	void danglingLinkIsAwaitedWhereItPoints() throws IOException {
		link("x.toml", "other/y.toml");

		LinkChain chain = LinkChain.of(this.dir.resolve("x.toml"));

		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("x.toml", "other")));
		assertThat(chain.isComplete()).isFalse();
	}

	@Test
	void loopEndsAndIsStillWatched() throws IOException {
		link("a", "b");
		link("b", "a");

		LinkChain chain = LinkChain.of(this.dir.resolve("a"));

		assertThat(chain.links()).hasSize(40);
		assertThat(chain.names()).isEqualTo(Map.of(this.dir, names("a", "b")));
		assertThat(chain.isComplete()).isFalse();
	}

	@Test
	void swappedLinkIsNew() throws IOException {
		Files.createFile(this.dir.resolve("v1"));
		Files.createFile(this.dir.resolve("v2"));
		Link first = link("x.toml", "v1");
		LinkChain older = LinkChain.of(first.path());

		Files.delete(first.path());
		LinkChain between = LinkChain.of(first.path());
		link("x.toml", "v2");
		LinkChain newer = LinkChain.of(first.path());

		assertThat(older.isCurrent()).isFalse();
		assertThat(between.hasNewLinkSince(older)).isFalse();
		assertThat(newer.hasNewLinkSince(older)).isTrue();
		assertThat(newer.hasNewLinkSince(newer)).isFalse();
	}

	@Test
	void plainFileInPlaceOfALinkIsNoNewLink() throws IOException {
		Files.createFile(this.dir.resolve("v1"));
		Link link = link("x.toml", "v1");
		LinkChain older = LinkChain.of(link.path());

		Files.delete(link.path());
		Files.createFile(link.path());

		assertThat(LinkChain.of(link.path()).hasNewLinkSince(older)).isFalse();
	}

	private Link link(String path, String target) throws IOException {
		Path link = Files.createSymbolicLink(this.dir.resolve(path), Path.of(target));
		return new Link(link, Path.of(target));
	}

	private static Set<Path> names(String... names) {
		return Set.copyOf(Arrays.stream(names).map(Path::of).toList());
	}

}
