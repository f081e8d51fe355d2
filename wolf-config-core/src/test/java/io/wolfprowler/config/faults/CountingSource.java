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

package io.wolfprowler.config.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;

/**
 * A source that counts how often it was looked at, and how many new states were there to
 * be seen, whole.
 */
final class CountingSource implements ConfigSource {

	private final ConfigSource source;

	private final Predicate<byte[]> whole;

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicInteger states = new AtomicInteger();

	private String last = "";

	CountingSource(ConfigSource source, Predicate<byte[]> whole) {
		this.source = source;
		this.whole = whole;
	}

	@Override
	public String description() {
		return this.source.description();
	}

	@Override
	public SourceContent read() throws IOException {
		this.looks.incrementAndGet();
		SourceContent content = this.source.read();
		if (this.whole.test(content.bytes())) {
			count(content.digest());
		}
		return content;
	}

	@Override
	public Subscription watch(Runnable signal) {
		return this.source.watch(signal);
	}

	@Override
	public HotReloadMode watchMode() {
		return this.source.watchMode();
	}

	int looks() {
		return this.looks.get();
	}

	int states() {
		return this.states.get();
	}

	private synchronized void count(String digest) {
		if (!digest.equals(this.last)) {
			this.last = digest;
			this.states.incrementAndGet();
		}
	}

}
