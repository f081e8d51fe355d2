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

package io.wolfprowler.config.internal.engine.notify;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.fixtures.ManagerCall;
import io.wolfprowler.config.fixtures.RecordingCallback;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.internal.engine.notify.ListenerFaultTests.ListenerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A listener may call its manager in every way: nothing waits for itself, and the next
 * edit of the source still arrives.
 */
@Tag("faults")
@Timeout(20)
class ListenerCallsTests {

	private final GatewayRig rig = new GatewayRig();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@ParameterizedTest
	@MethodSource("everyCallFromEveryKindOfListener")
	void neitherWaitForThemselvesNorEndHotReload(ListenerKind kind, ManagerCall<Gateway> reentry) {
		this.rig.manager.enableHotReload();
		AtomicBoolean called = new AtomicBoolean();
		kind.add(this.rig.manager, () -> {
			if (called.compareAndSet(false, true)) {
				reentry.call().accept(this.rig.manager);
			}
		});

		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.settle();
		this.rig.manager.enableHotReload();
		this.rig.source.put(String.valueOf(this.rig.source.text()).replace("8080", "9090"));
		this.rig.signal();

		assertThat(called).isTrue();
		assertThat(this.rig.manager.status().failures()).isZero();
		assertThat(this.rig.manager.getConfig().port()).isEqualTo(9090);
		assertThat(this.rig.callback.changes()).contains(GatewayRig.changed("port", 8080, 9090));
		assertThat(this.rig.observer.versions()).isSorted().doesNotHaveDuplicates().startsWith(2L);
	}

	@ParameterizedTest
	@EnumSource
	void closeIsTheLastThingAnybodyHears(ListenerKind kind) {
		kind.add(this.rig.manager, this.rig.manager::close);
		RecordingCallback after = new RecordingCallback();
		this.rig.manager.addCallback(after);

		this.rig.manager.updateConfig((config) -> config.withLimit(20));

		assertThat(after.changes()).hasSize((kind == ListenerKind.CALLBACK) ? 0 : 1);
		assertThat(this.rig.manager.getConfig().limit()).isEqualTo(20);
		assertThat(this.rig.manager.status().failures()).isZero();
	}

	@Test
	void mayRemoveThemselvesAndOthersAndAddOthers() {
		List<String> calls = new CopyOnWriteArrayList<>();
		List<Subscription> doomed = new CopyOnWriteArrayList<>();
		doomed.add(this.rig.manager.addCallback((change) -> {
			calls.add("first");
			doomed.forEach(Subscription::close);
			this.rig.manager.addCallback((later) -> calls.add("added"));
			this.rig.manager.view(Gateway::limit).onChange((old, now) -> calls.add("added view"));
		}));
		doomed.add(this.rig.manager.addCallback((change) -> calls.add("second")));
		doomed.add(this.rig.manager.view(Gateway::limit).onChange((old, now) -> calls.add("view")));
		this.rig.manager.addCallback((change) -> calls.add("last"));

		this.rig.manager.updateConfig((config) -> config.withLimit(20));
		this.rig.manager.updateConfig((config) -> config.withLimit(30));

		assertThat(calls).containsExactly("first", "last", "last", "added", "added view");
	}

	static Stream<Arguments> everyCallFromEveryKindOfListener() {
		return Stream.of(ListenerKind.values())
			.flatMap((kind) -> ManagerCall.<Gateway>every((config) -> config.withWorkers(5), Map.of("workers", 5))
				.map((reentry) -> Arguments.of(kind, reentry)));
	}

}
