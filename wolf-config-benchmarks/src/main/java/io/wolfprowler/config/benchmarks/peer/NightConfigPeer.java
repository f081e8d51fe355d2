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

import java.time.Duration;

import com.electronwill.nightconfig.core.file.FileConfig;
import com.electronwill.nightconfig.core.file.FileWatcher;

/**
 * Night Config: waits for events of the file system, with its debounce at a millisecond.
 */
final class NightConfigPeer implements Peer {

	private final FileConfig config;

	private final String portKey;

	private final String peersKey;

	NightConfigPeer(Site site) {
		var builder = FileConfig.builder(site.file()).sync();
		if (site.watched()) {
			builder = builder.autoreload(new FileWatcher(Duration.ofMillis(1))).onAutoReload(site::changed);
		}
		this.config = builder.build();
		this.config.load();
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
	}

	@Override
	public int port() {
		return this.config.getInt(this.portKey);
	}

	@Override
	public int peers() {
		return this.config.getInt(this.peersKey);
	}

	@Override
	public void reload() {
		this.config.load();
	}

	@Override
	public void close() {
		this.config.close();
	}

}
