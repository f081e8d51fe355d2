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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The resolution of a path: the symbolic links that were followed, and the names that
 * determine where the path leads. Watching the directories of these names is enough to
 * notice when the path leads elsewhere.
 *
 * <pre>
 * /etc/wolf/config.toml -&gt; ..data/config.toml     links
 * /etc/wolf/..data      -&gt; ..2026_11_23
 * /etc/wolf             {config.toml, ..data}      names
 * /etc/wolf/..2026_11_23 {config.toml}
 * </pre>
 *
 * @param links the links, in the order in which they were followed
 * @param names for each directory, the names looked up in it. If the resolution is
 * incomplete, the last one is the missing name
 * @param end the path of the file without links; {@code null} if the resolution is
 * incomplete
 */
public record LinkChain(List<Link> links, Map<Path, Set<Path>> names, @Nullable Path end) {

	/**
	 * Copy the collections.
	 */
	public LinkChain {
		links = List.copyOf(links);
		names = Map.copyOf(names);
	}

	/**
	 * Resolve a path. What can't be read counts as missing.
	 * @param path an absolute path
	 * @return the present chain
	 */
	public static LinkChain of(Path path) {
		return new LinkWalk(path).walk();
	}

	boolean isComplete() {
		return this.end != null;
	}

	boolean leadsTo(Path path) {
		return path.equals(this.end);
	}

	/**
	 * Return whether a link was added or changed its target.
	 * @param older the chain to compare with
	 * @return whether this chain is complete and has a link that the older one does not
	 * have
	 */
	boolean hasNewLinkSince(LinkChain older) {
		return isComplete() && !older.links.containsAll(this.links);
	}

	// The equals method of a record takes milliseconds when it is first called.
	boolean isSameAs(LinkChain other) {
		return this.links.equals(other.links) && this.names.equals(other.names) && Objects.equals(this.end, other.end);
	}

	boolean isCurrent() {
		for (Link link : this.links) {
			if (!link.isCurrent()) {
				return false;
			}
		}
		return true;
	}

}
