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

package io.wolfprowler.config.internal.engine.apply;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.fixtures.Gate;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;

/**
 * Three participants, each of a class of its own, that do as they are told, and note who
 * is called when: {@code 1p 2p 1r} says that the first and the second have prepared, and
 * the first was rolled back.
 */
final class Trio {

	final List<String> calls = new CopyOnWriteArrayList<>();

	final List<ConfigTransition<Gateway>> asked = new CopyOnWriteArrayList<>();

	/** Those who don't return in time wait here. */
	final Gate late = new Gate();

	private final Map<String, Runnable> deeds = new ConcurrentHashMap<>();

	private final List<Member> members = List.of(new First(this), new Second(this), new Third(this));

	/** Let a call such as {@code 2p} do something. */
	void on(String call, Runnable deed) {
		this.deeds.put(call, deed);
	}

	/** Let a call of {@code prepare()} return null. */
	void returnNull(String call) {
		this.deeds.put(call + " null", () -> {
		});
	}

	/** Let every call do nothing from now on. */
	void behave() {
		this.deeds.clear();
	}

	void join(GatewayRig rig) {
		this.members.forEach(rig.manager::addParticipant);
	}

	/** Return who was called, in order. */
	String calls() {
		return String.join(" ", this.calls);
	}

	/** Return the name that the member has in problems and in the log. */
	String name(int number) {
		return this.members.get(number - 1).getClass().getName();
	}

	private void call(String call) {
		this.calls.add(call);
		this.deeds.getOrDefault(call, () -> {
		}).run();
	}

	private abstract static class Member implements ConfigParticipant<Gateway> {

		private final Trio trio;

		private final int number;

		Member(Trio trio, int number) {
			this.trio = trio;
			this.number = number;
		}

		@Override
		public Prepared prepare(ConfigTransition<Gateway> transition) {
			this.trio.asked.add(transition);
			this.trio.call(this.number + "p");
			return this.trio.deeds.containsKey(this.number + "p null") ? null : new Prepared() {

				@Override
				public void commit() {
					Member.this.trio.call(Member.this.number + "c");
				}

				@Override
				public void rollback() {
					Member.this.trio.call(Member.this.number + "r");
				}

			};
		}

	}

	private static final class First extends Member {

		First(Trio trio) {
			super(trio, 1);
		}

	}

	private static final class Second extends Member {

		Second(Trio trio) {
			super(trio, 2);
		}

	}

	private static final class Third extends Member {

		Third(Trio trio) {
			super(trio, 3);
		}

	}

}
