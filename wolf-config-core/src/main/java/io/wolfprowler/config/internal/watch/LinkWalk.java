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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Resolves a path name by name, as the kernel does.
 */
final class LinkWalk {

	// As on Linux, where the 41st link of a path is an error.
	private static final int MAX_LINKS = 40;

	private final List<Link> links = new ArrayList<>();

	private final Map<Path, Set<Path>> names = new HashMap<>();

	private final Deque<Path> remaining = new ArrayDeque<>();

	private Path current;

	LinkWalk(Path path) {
		this.current = Objects.requireNonNull(path.getRoot(), "root");
		pushRemaining(path);
	}

	LinkChain walk() {
		while (!this.remaining.isEmpty()) {
			if (!step(this.remaining.pop())) {
				return new LinkChain(this.links, this.names, null);
			}
		}
		return new LinkChain(this.links, this.names, this.current);
	}

	private boolean step(Path name) {
		return switch (name.toString()) {
			case "", "." -> true;
			case ".." -> stepUp();
			default -> stepInto(name);
		};
	}

	private boolean stepUp() {
		this.current = Objects.requireNonNullElse(this.current.getParent(), this.current);
		return true;
	}

	private boolean stepInto(Path name) {
		Path next = this.current.resolve(name);
		BasicFileAttributes attributes = attributes(next);
		boolean plain = attributes != null && !attributes.isSymbolicLink();
		if (!plain || this.remaining.isEmpty()) {
			this.names.computeIfAbsent(this.current, (directory) -> new HashSet<>()).add(name);
		}
		if (!plain) {
			return attributes != null && follow(next);
		}
		this.current = next;
		return true;
	}

	private boolean follow(Path path) {
		if (this.links.size() == MAX_LINKS) {
			return false;
		}
		try {
			Link link = Link.read(path);
			this.links.add(link);
			this.current = Objects.requireNonNullElse(link.target().getRoot(), this.current);
			pushRemaining(link.target());
			return true;
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	private void pushRemaining(Path path) {
		for (int i = path.getNameCount() - 1; i >= 0; i--) {
			this.remaining.push(path.getName(i));
		}
	}

	private static @Nullable BasicFileAttributes attributes(Path path) {
		try {
			return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

}
