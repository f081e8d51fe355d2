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
import java.util.function.BiConsumer;

import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.fixtures.CapturedOutput;
import io.wolfprowler.config.fixtures.OutputCapture;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import io.wolfprowler.config.spi.ConfigObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveView}.
 */
class LiveViewTests {

	private final GatewayRig rig = new GatewayRig();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void callsAListenerOnlyWhenItsPartDiffers() {
		ConfigView<Gateway.Tls> view = this.rig.manager.view(Gateway::tls);
		view.onChange((old, now) -> this.calls.add(old.version() + " -> " + now.version()));

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.manager.updateConfig((config) -> config.withTls(new Gateway.Tls(false, "1.2")));

		assertThat(this.calls).containsExactly("1.3 -> 1.2");
		assertThat(view.get()).isEqualTo(new Gateway.Tls(false, "1.2"));
	}

	@Test
	void aManagerIsTheViewOfItsWholeConfiguration() {
		ConfigView<Gateway> whole = this.rig.manager;
		whole.onChange((old, now) -> this.calls.add(old.port() + " -> " + now.port()));

		this.rig.manager.updateConfig((config) -> config.withPort(1));
		this.rig.source.put("# Only a comment.\n" + this.rig.source.text());
		this.rig.manager.reload();

		assertThat(this.calls).containsExactly("8080 -> 1");
		assertThat(whole.get()).isSameAs(this.rig.manager.getConfig());
	}

	@Test
	void isToldAfterTheCallbacksAndBeforeTheObservers() {
		this.rig.manager.addObserver(new ConfigObserver<Gateway>() {

			@Override
			public void accepted(ConfigTransition<? extends Gateway> transition) {
				LiveViewTests.this.calls.add("observer " + transition.current().version());
			}

		});
		this.rig.manager.view(Gateway::port).onChange((old, now) -> this.calls.add("view " + old + " -> " + now));
		this.rig.manager.addCallback((change) -> this.calls.add("callback"));

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.calls).containsExactly("callback", "view 8080 -> 1", "observer 2");
	}

	@Test
	void alwaysAnswersFromTheVersionInForce() {
		ConfigView<Integer> port = this.rig.manager.view(Gateway::port);
		this.rig.manager.addCallback((change) -> this.calls.add("port " + port.get()));

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(this.calls).containsExactly("port 1");
	}

	@Test
	void callsAListenerForAPartThatComesAndGoes() {
		ConfigView<Object> rack = this.rig.manager.view((config) -> config.labels().get("rack"));
		rack.onChange((old, now) -> this.calls.add(old + " -> " + now));

		this.rig.manager.updateValues(Map.of("labels.rack", "7"));
		this.rig.manager.rollback(1);

		assertThat(this.calls).containsExactly("null -> 7", "7 -> null");
		assertThat(rack.get()).isNull();
	}

	@Test
	@ExtendWith(OutputCapture.class)
	void namesTheListenerThatThrows(CapturedOutput output) {
		this.rig.manager.view(Gateway::port).onChange(new Thrower());

		this.rig.manager.updateConfig((config) -> config.withPort(1));

		assertThat(output).contains(Thrower.class.getName() + " failed");
		assertThat(this.rig.manager.status().failures()).isEqualTo(1);
	}

	private static final class Thrower implements BiConsumer<Object, Object> {

		@Override
		public void accept(Object old, Object now) {
			throw new IllegalStateException("no");
		}

	}

}
