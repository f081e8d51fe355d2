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

package io.wolfprowler.config.wolf;

import java.util.Objects;
import java.util.function.Consumer;

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Doc;

/**
 * The configuration of a Wolf Prowler node.
 *
 * @param webPort the port of the web server, 0 for any free one
 * @param p2pPort the port of the peer-to-peer network, 0 for any free one
 * @param maxPeers the largest number of peers connected at once
 * @param discoveryIntervalSecs the seconds between two searches for peers
 * @param heartbeatIntervalSecs the seconds between two heartbeats to the peers
 * @param nodeName the name of this node among its peers
 * @param enableLogging whether the node logs
 * @param logLevel the level of the root logger
 * @param saveState whether the state is written at shutdown and read at startup
 * @param stateFile the file of the state, required if the state is saved
 * @param crypto the cryptographic settings
 */
@ConfigType(validators = WolfConfigRules.class, changes = WolfConfigChanges.class)
public record WolfConfig(
		@Doc("Port of the web server, 0 for any free one.") @Default("8080") @Bounds(min = 0, max = 65535) int webPort,
		@Doc("Port of the peer-to-peer network, 0 for any free one.") @Default("0") @Bounds(min = 0,
				max = 65535) int p2pPort,
		@Doc("Largest number of peers connected at once.") @Default("50") @Bounds(min = 1, max = 100_000) int maxPeers,
		@Doc("Seconds between two searches for peers.") @Default("30") @Bounds(min = 1,
				max = 86_400) int discoveryIntervalSecs,
		@Doc("Seconds between two heartbeats to the peers.") @Default("10") @Bounds(min = 1,
				max = 86_400) int heartbeatIntervalSecs,
		@Doc("Name of this node among its peers.") @Default("wolf-node") String nodeName,
		@Doc("Whether the node logs.") @Default("true") boolean enableLogging,
		@Doc("Level of the root logger: trace, debug, info, warn, error or off.") @Default("info") String logLevel,
		@Doc("Whether the state is written at shutdown and read at startup.") @Default("true") boolean saveState,
		@Doc("File of the state, required if the state is saved.") @Default("wolf_prowler_state.json") String stateFile,
		@Doc("Cryptographic settings.") CryptoConfig crypto) {

	/**
	 * Create an edited copy.
	 * @param edits sets the components that differ
	 * @return a configuration that is otherwise equal to this one
	 */
	public WolfConfig with(Consumer<Builder> edits) {
		Builder builder = new Builder(this);
		edits.accept(builder);
		return builder.build();
	}

	/**
	 * Edits a copy of a {@link WolfConfig}.
	 */
	public static final class Builder {

		private int webPort;

		private int p2pPort;

		private int maxPeers;

		private int discoveryIntervalSecs;

		private int heartbeatIntervalSecs;

		private String nodeName;

		private boolean enableLogging;

		private String logLevel;

		private boolean saveState;

		private String stateFile;

		private CryptoConfig crypto;

		private Builder(WolfConfig origin) {
			this.webPort = origin.webPort;
			this.p2pPort = origin.p2pPort;
			this.maxPeers = origin.maxPeers;
			this.discoveryIntervalSecs = origin.discoveryIntervalSecs;
			this.heartbeatIntervalSecs = origin.heartbeatIntervalSecs;
			this.nodeName = origin.nodeName;
			this.enableLogging = origin.enableLogging;
			this.logLevel = origin.logLevel;
			this.saveState = origin.saveState;
			this.stateFile = origin.stateFile;
			this.crypto = origin.crypto;
		}

		/**
		 * Set the port of the web server.
		 * @param webPort the new value
		 * @return this builder
		 */
		public Builder webPort(int webPort) {
			this.webPort = webPort;
			return this;
		}

		/**
		 * Set the port of the peer-to-peer network.
		 * @param p2pPort the new value
		 * @return this builder
		 */
		public Builder p2pPort(int p2pPort) {
			this.p2pPort = p2pPort;
			return this;
		}

		/**
		 * Set the largest number of peers.
		 * @param maxPeers the new value
		 * @return this builder
		 */
		public Builder maxPeers(int maxPeers) {
			this.maxPeers = maxPeers;
			return this;
		}

		/**
		 * Set the seconds between two searches for peers.
		 * @param discoveryIntervalSecs the new value
		 * @return this builder
		 */
		public Builder discoveryIntervalSecs(int discoveryIntervalSecs) {
			this.discoveryIntervalSecs = discoveryIntervalSecs;
			return this;
		}

		/**
		 * Set the seconds between two heartbeats.
		 * @param heartbeatIntervalSecs the new value
		 * @return this builder
		 */
		public Builder heartbeatIntervalSecs(int heartbeatIntervalSecs) {
			this.heartbeatIntervalSecs = heartbeatIntervalSecs;
			return this;
		}

		/**
		 * Set the name of this node.
		 * @param nodeName the new value
		 * @return this builder
		 */
		public Builder nodeName(String nodeName) {
			this.nodeName = Objects.requireNonNull(nodeName, "nodeName");
			return this;
		}

		/**
		 * Set whether the node logs.
		 * @param enableLogging the new value
		 * @return this builder
		 */
		public Builder enableLogging(boolean enableLogging) {
			this.enableLogging = enableLogging;
			return this;
		}

		/**
		 * Set the level of the root logger.
		 * @param logLevel the new value
		 * @return this builder
		 */
		public Builder logLevel(String logLevel) {
			this.logLevel = Objects.requireNonNull(logLevel, "logLevel");
			return this;
		}

		/**
		 * Set whether the state is saved.
		 * @param saveState the new value
		 * @return this builder
		 */
		public Builder saveState(boolean saveState) {
			this.saveState = saveState;
			return this;
		}

		/**
		 * Set the file of the state.
		 * @param stateFile the new value
		 * @return this builder
		 */
		public Builder stateFile(String stateFile) {
			this.stateFile = Objects.requireNonNull(stateFile, "stateFile");
			return this;
		}

		/**
		 * Set the cryptographic settings.
		 * @param crypto the new value
		 * @return this builder
		 */
		public Builder crypto(CryptoConfig crypto) {
			this.crypto = Objects.requireNonNull(crypto, "crypto");
			return this;
		}

		/**
		 * Edit the cryptographic settings.
		 * @param edits sets the components that differ
		 * @return this builder
		 */
		public Builder crypto(Consumer<CryptoConfig.Builder> edits) {
			this.crypto = this.crypto.with(edits);
			return this;
		}

		private WolfConfig build() {
			return new WolfConfig(this.webPort, this.p2pPort, this.maxPeers, this.discoveryIntervalSecs,
					this.heartbeatIntervalSecs, this.nodeName, this.enableLogging, this.logLevel, this.saveState,
					this.stateFile, this.crypto);
		}

	}

}
