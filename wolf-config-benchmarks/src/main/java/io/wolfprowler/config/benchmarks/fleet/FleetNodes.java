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
package io.wolfprowler.config.benchmarks.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.etcd.EtcdFleetStore;
import io.wolfprowler.config.remote.etcd.EtcdSettings;
import io.wolfprowler.config.remote.etcd.EtcdSource;
import io.wolfprowler.config.remote.fleet.FleetNode;
import io.wolfprowler.config.remote.fleet.FleetReporter;
import io.wolfprowler.config.remote.fleet.FleetStore;

/**
 * Some nodes of a fleet in one JVM, each with a manager, a source and connections of its
 * own. Tells {@code ready} when all are watching, and at the end of its input, for each
 * node and write, how many nanoseconds it took from the write until it was applied. With
 * {@code -Dreports=true} each node reports to the fleet, as it does by default in an
 * application.
 */
public final class FleetNodes {

	private FleetNodes() {
	}

	/**
	 * Runs the nodes.
	 * @param args their number, then the addresses of the members
	 */
	public static void main(String[] args) throws Exception {
		URI[] endpoints = Stream.of(args).skip(1).map(URI::create).toArray(URI[]::new);
		List<Map<Long, Long>> applied = new ArrayList<>();
		List<ConfigManager<Written>> managers = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(args[0]); i++) {
			Map<Long, Long> own = new ConcurrentHashMap<>();
			applied.add(own);
			EtcdSettings settings = EtcdSettings.of(endpoints);
			managers.add(start(new EtcdSource(settings, WatchThread.shared()), own));
			if (Boolean.getBoolean("reports")) {
				report(managers.get(i), "node-" + ProcessHandle.current().pid() + "-" + i, settings);
			}
		}
		while (managers.stream().anyMatch((manager) -> manager.status().hotReload() != HotReloadMode.PUSH)) {
			// Nothing tells that the last of them watches.
			Thread.sleep(50);
		}
		System.out.println("ready");
		System.in.readAllBytes();
		for (Map<Long, Long> own : applied) {
			own.forEach((writtenAt, appliedAt) -> System.out.println(writtenAt + " " + (appliedAt - writtenAt)));
		}
		System.exit(0);
	}

	private static ConfigManager<Written> start(EtcdSource source, Map<Long, Long> applied) {
		ConfigManager<Written> manager = ConfigManager.builder(Written.class)
			.source(source, Path.of("config.toml"))
			.build();
		manager.addParticipant((transition) -> new ConfigParticipant.Prepared() {

			@Override
			public void commit() {
				applied.put(transition.current().config().writtenAt(), System.nanoTime());
			}

			@Override
			public void rollback() {
			}

		});
		manager.enableHotReload();
		return manager;
	}

	private static void report(ConfigManager<Written> manager, String name, EtcdSettings settings) {
		FleetStore store = new EtcdFleetStore(settings, "/wolf/fleet", Duration.ofSeconds(30));
		// It reports as long as the process lives.
		Object unused = new FleetReporter(manager, new FleetNode(name, false, Duration.ofSeconds(60)), store,
				WatchThread.shared(), IdleThreads.named("report", null), Clock.systemUTC(), Duration.ofSeconds(10));
	}

	/**
	 * The configuration.
	 *
	 * @param writtenAt when it was written, on the clock that all processes of a machine
	 * share
	 * @param padding makes it as long as configurations are
	 */
	record Written(long writtenAt, String padding) {

	}

}
