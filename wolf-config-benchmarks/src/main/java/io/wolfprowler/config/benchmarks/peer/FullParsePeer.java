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

package io.wolfprowler.config.benchmarks.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.benchmarks.text.Sample;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;

/**
 * Everything again for each change: decode, parse with tomlj, flatten, compare.
 */
final class FullParsePeer implements Peer {

	private final Path file;

	private final Sample sample;

	private volatile Map<String, Object> values;

	private volatile Set<String> changed = Set.of();

	private final Runnable stop;

	FullParsePeer(Site site) throws IOException {
		this.file = site.file();
		this.sample = site.sample();
		this.values = flatten();
		this.stop = DirectoryWatch.reloading(site, () -> reload());
	}

	@Override
	public int port() {
		return number(this.sample.portKey());
	}

	@Override
	public int peers() {
		return number(this.sample.peersKey());
	}

	@Override
	public void reload() throws IOException {
		Map<String, Object> fresh = flatten();
		Set<String> keys = new HashSet<>();
		fresh.forEach((key, value) -> {
			if (!value.equals(this.values.get(key))) {
				keys.add(key);
			}
		});
		this.values.keySet().stream().filter((key) -> !fresh.containsKey(key)).forEach(keys::add);
		this.values = fresh;
		this.changed = keys;
		if (!this.changed.contains(this.sample.portKey())) {
			throw new IllegalStateException("Nothing has changed");
		}
	}

	@Override
	public void close() {
		this.stop.run();
	}

	private int number(String key) {
		return ((Number) Objects.requireNonNull(this.values.get(key))).intValue();
	}

	private Map<String, Object> flatten() throws IOException {
		TomlParseResult result = Toml.parse(new String(Files.readAllBytes(this.file), StandardCharsets.UTF_8),
				TomlParseOptions.sourceless());
		if (result.hasErrors()) {
			throw new IllegalStateException(result.errors().toString());
		}
		Map<String, Object> flat = new HashMap<>();
		result.dottedEntrySet().forEach((entry) -> flat.put(entry.getKey(), entry.getValue()));
		return flat;
	}

}
