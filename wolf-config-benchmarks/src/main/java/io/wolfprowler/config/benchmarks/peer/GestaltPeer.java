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

import java.util.List;

import org.github.gestalt.config.Gestalt;
import org.github.gestalt.config.builder.GestaltBuilder;
import org.github.gestalt.config.exceptions.GestaltException;
import org.github.gestalt.config.reload.ConfigReloadStrategy;
import org.github.gestalt.config.reload.CoreReloadListener;
import org.github.gestalt.config.reload.FileChangeReloadStrategy;
import org.github.gestalt.config.reload.ManualConfigReloadStrategy;
import org.github.gestalt.config.source.ConfigSourcePackage;
import org.github.gestalt.config.source.FileConfigSourceBuilder;

/**
 * Gestalt: waits for events of the file system. The extension of the file chooses the
 * loader.
 */
final class GestaltPeer implements Peer {

	private final ManualConfigReloadStrategy manual = new ManualConfigReloadStrategy();

	private final Gestalt gestalt;

	// Gestalt refers to it weakly.
	private final CoreReloadListener listener;

	private final String portKey;

	private final String peersKey;

	GestaltPeer(Site site) throws GestaltException {
		ConfigReloadStrategy strategy = site.watched() ? new FileChangeReloadStrategy() : this.manual;
		ConfigSourcePackage source = FileConfigSourceBuilder.builder()
			.setPath(site.file())
			.addConfigReloadStrategy(strategy)
			.build();
		this.gestalt = new GestaltBuilder().setSources(List.of(source)).build();
		this.gestalt.loadConfigs();
		this.listener = site::changed;
		this.gestalt.registerListener(this.listener);
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
	}

	@Override
	public int port() {
		return number(this.portKey);
	}

	@Override
	public int peers() {
		return number(this.peersKey);
	}

	@Override
	public void reload() throws GestaltException {
		this.manual.reload();
	}

	private int number(String key) {
		try {
			return this.gestalt.getConfig(key, Integer.class);
		}
		catch (GestaltException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
