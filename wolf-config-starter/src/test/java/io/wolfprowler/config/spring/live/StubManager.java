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

package io.wolfprowler.config.spring.live;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.wolfprowler.config.Cause;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigParticipant.Prepared;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Subscription;

/**
 * A manager that changes its configuration on the thread of the test, through its
 * participants.
 *
 * @param <T> the type of the configuration
 */
final class StubManager<T> {

	private final List<ConfigParticipant<T>> participants = new ArrayList<>();

	private final Function<T, Object> value;

	private ConfigSnapshot<T> inForce;

	private Runnable onAdd = () -> {
	};

	/** Create a manager whose configurations have one value at every key. */
	StubManager(T config, Function<T, Object> value) {
		this.value = value;
		this.inForce = snapshot(1, config);
	}

	@SuppressWarnings("unchecked")
	ConfigManager<T> manager() {
		return (ConfigManager<T>) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ConfigManager.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "name" -> "stub";
					case "getConfig", "get" -> this.inForce.config();
					case "getSnapshot" -> this.inForce;
					case "addParticipant" -> add((ConfigParticipant<T>) arguments[0]);
					default -> throw new UnsupportedOperationException(method.getName());
				});
	}

	Subscription add(ConfigParticipant<T> participant) {
		this.participants.add(participant);
		this.onAdd.run();
		return () -> this.participants.remove(participant);
	}

	/** Do something while a participant is added. */
	void onAdd(Runnable action) {
		this.onAdd = action;
	}

	List<ConfigParticipant<T>> participants() {
		return this.participants;
	}

	/** Put a configuration in force, unless a participant throws. */
	void change(T config) {
		change("stub", config);
	}

	void change(String manager, T config) {
		List<Prepared> prepared = prepare(manager, config);
		this.inForce = snapshot(this.inForce.version() + 1, config);
		prepared.forEach(Prepared::commit);
	}

	List<Prepared> prepare(String manager, T config) {
		ConfigTransition<T> transition = new ConfigTransition<>(manager, this.inForce,
				snapshot(this.inForce.version() + 1, config), List.of(), Set.of());
		return this.participants.stream().map((participant) -> participant.prepare(transition)).toList();
	}

	private ConfigSnapshot<T> snapshot(long version, T config) {
		return new ConfigSnapshot<>(version, config, "", Instant.EPOCH, Cause.START, "stub",
				(key) -> this.value.apply(config));
	}

}
