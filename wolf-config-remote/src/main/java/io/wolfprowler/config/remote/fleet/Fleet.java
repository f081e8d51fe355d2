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
package io.wolfprowler.config.remote.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spi.ConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * All nodes that follow one configuration. Thread-safe. Each call queries the store and
 * blocks meanwhile.
 */
public final class Fleet implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final String manager;

	private final FleetStore store;

	private final ConfigSource source;

	/**
	 * Create a fleet.
	 * @param manager the name of the manager on each node
	 * @param store the store of the reports; closed with the fleet
	 * @param source the source that all nodes follow; closed with the fleet
	 */
	public Fleet(String manager, FleetStore store, ConfigSource source) {
		this.manager = Objects.requireNonNull(manager, "manager");
		this.store = Objects.requireNonNull(store, "store");
		this.source = Objects.requireNonNull(source, "source");
	}

	/**
	 * Return the name of the manager.
	 * @return the name
	 */
	public String manager() {
		return this.manager;
	}

	/**
	 * Read the source and all reports.
	 * @return the latest reports of all live nodes
	 * @throws IOException when the source or the reports can't be read
	 */
	public FleetStatus status() throws IOException {
		return FleetStatus.of(this.source.read(), reports());
	}

	/**
	 * Close the source and the store, and remove the report of this node.
	 */
	@Override
	public void close() {
		this.store.close();
		this.source.close();
	}

	/** Return all reports that can be read. */
	List<NodeReport> reports() throws IOException {
		return Stream.concat(reports(true).stream(), reports(false).stream())
			.sorted(Comparator.comparing(NodeReport::node))
			.toList();
	}

	/** Return the reports of the canaries. */
	List<NodeReport> canaries() throws IOException {
		return reports(true);
	}

	/**
	 * Return the group of a node. Canaries have a group of their own, because all other
	 * nodes poll their reports and should not read the whole fleet.
	 */
	static String group(String manager, boolean canary) {
		return manager + (canary ? "/canaries" : "/others");
	}

	private List<NodeReport> reports(boolean canaries) throws IOException {
		List<NodeReport> reports = new ArrayList<>();
		for (Map.Entry<String, String> each : this.store.reports(group(this.manager, canaries)).entrySet()) {
			try {
				reports.add(ReportText.parse(each.getKey(), each.getValue()));
			}
			catch (IOException ex) {
				logger.debug(ex.getMessage(), ex);
			}
		}
		return reports;
	}

}
