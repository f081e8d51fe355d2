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

import java.util.concurrent.TimeUnit;

import org.aeonbits.owner.Config;
import org.aeonbits.owner.ConfigFactory;
import org.aeonbits.owner.Factory;
import org.aeonbits.owner.Reloadable;

/**
 * OWNER: looks at the file every millisecond.
 */
final class OwnerPeer implements Peer {

	private final Ports config;

	OwnerPeer(Site site) {
		Factory factory = ConfigFactory.newInstance();
		factory.setProperty("file", site.file().toUri().toString());
		this.config = factory.create(type(site));
		this.config.addReloadListener((event) -> site.changed());
	}

	@Override
	public int port() {
		return this.config.port();
	}

	@Override
	public int peers() {
		return this.config.peers();
	}

	@Override
	public void reload() {
		this.config.reload();
	}

	// The names of keys and the way of reloading are in annotations.
	private static Class<? extends Ports> type(Site site) {
		if (site.watched()) {
			return HotNode.class;
		}
		return switch (site.sample().servers()) {
			case 0 -> Node.class;
			case 1000 -> Thousand.class;
			default -> TenThousand.class;
		};
	}

	/**
	 * What is read.
	 */
	public interface Ports extends Reloadable {

		/**
		 * Return the port.
		 * @return the port
		 */
		int port();

		/**
		 * Return the number of peers.
		 * @return the number of peers
		 */
		int peers();

	}

	/**
	 * The file of a node.
	 */
	@Config.Sources("${file}")
	public interface Node extends Ports {

		@Override
		@Key("web_port")
		int port();

		@Override
		@Key("max_peers")
		int peers();

	}

	/**
	 * The file of a node, watched.
	 */
	@Config.HotReload(value = 1, unit = TimeUnit.MILLISECONDS, type = Config.HotReloadType.ASYNC)
	@Config.Sources("${file}")
	public interface HotNode extends Ports {

		@Override
		@Key("web_port")
		int port();

		@Override
		@Key("max_peers")
		int peers();

	}

	/**
	 * A thousand servers.
	 */
	@Config.Sources("${file}")
	public interface Thousand extends Ports {

		@Override
		@Key("servers.s00500.port")
		int port();

		@Override
		@Key("servers.s00500.max_connections")
		int peers();

	}

	/**
	 * Ten thousand servers.
	 */
	@Config.Sources("${file}")
	public interface TenThousand extends Ports {

		@Override
		@Key("servers.s05000.port")
		int port();

		@Override
		@Key("servers.s05000.max_connections")
		int peers();

	}

}
