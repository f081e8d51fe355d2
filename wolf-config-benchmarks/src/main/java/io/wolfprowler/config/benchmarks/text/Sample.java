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

package io.wolfprowler.config.benchmarks.text;

/**
 * A configuration of a given size whose one or two numbers can be chosen: the file of a
 * Wolf Prowler node with 17 keys, or a fleet of servers with ten keys each.
 *
 * @param servers the number of servers, 0 for the file of the node
 */
public record Sample(int servers) {

	/** The keys of the node's file. */
	public static final int NODE_KEYS = 17;

	private static final int KEYS_OF_A_SERVER = 10;

	private static final String NODE = """
			web_port = %d
			p2p_port = 0
			discovery_interval_secs = 30
			heartbeat_interval_secs = 10
			node_name = "wolf-node-12345"
			max_peers = %d
			enable_logging = true
			log_level = "info"
			save_state = true
			state_file = "wolf_prowler_state.json"

			[crypto]
			enable_metrics = true
			enable_audit_logging = true
			performance_optimization = true
			cipher_suite = "ChaCha20Poly1305"
			hash_function = "Blake3"
			security_level = "Maximum"
			memory_protection = "Strict"
			""";

	/**
	 * Return the configuration with a number of keys.
	 * @param keys 17, or a multiple of ten
	 * @return the configuration
	 */
	public static Sample of(int keys) {
		return new Sample((keys == NODE_KEYS) ? 0 : keys / KEYS_OF_A_SERVER);
	}

	/**
	 * Return whether this is the file of a node.
	 * @return whether the keys are those of {@code WolfConfig}
	 */
	public boolean isNode() {
		return this.servers == 0;
	}

	/**
	 * Return the key of the number that changes.
	 * @return a dotted key
	 */
	public String portKey() {
		return isNode() ? "web_port" : "servers." + changingServer() + ".port";
	}

	/**
	 * Return the key of the second number.
	 * @return a dotted key
	 */
	public String peersKey() {
		return isNode() ? "max_peers" : "servers." + changingServer() + ".max_connections";
	}

	/**
	 * Return the name of the server in the middle, whose port changes.
	 * @return the name of a table below {@code servers}
	 */
	public String changingServer() {
		return name(this.servers / 2);
	}

	/**
	 * Spell the configuration.
	 * @param format the format
	 * @param pair the numbers
	 * @return the text of the file
	 */
	public String text(Format format, Pair pair) {
		return format.spell(isNode() ? NODE.formatted(pair.port(), pair.peers()) : fleet(pair));
	}

	private String fleet(Pair pair) {
		StringBuilder text = new StringBuilder(this.servers * 280);
		for (int server = 0; server < this.servers; server++) {
			boolean changes = server == this.servers / 2;
			text.append(server(server, changes ? pair : new Pair(20_000 + server % 1000, 100)));
		}
		return text.toString();
	}

	private static String server(int server, Pair pair) {
		return "[servers." + name(server) + "]\nhost = \"host-" + server + ".example.org\"\nport = " + pair.port()
				+ "\nweight = 0." + (server % 9 + 1) + "\nenabled = " + (server % 3 != 0) + "\nzone = \"zone-"
				+ server % 7 + "\"\nmax_connections = " + pair.peers()
				+ "\ntimeout_ms = 2500\nretries = 3\nprotocol = \"Http2\"\nnote = \"number " + server
				+ " of the fleet\"\n\n";
	}

	private static String name(int server) {
		return "s%05d".formatted(server);
	}

}
