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

package io.wolfprowler.config.testkit;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import io.wolfprowler.config.SourceContent;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WritableConfigSource;
import org.jspecify.annotations.NullMarked;

/**
 * Another source, around whose reads and writes something happens once.
 */
@NullMarked
public final class HookedSource implements WritableConfigSource {

	private final WritableConfigSource source;

	private final Map<Moment, Runnable> hooks = new EnumMap<>(Moment.class);

	/**
	 * Wraps a source.
	 * @param source the source
	 */
	public HookedSource(WritableConfigSource source) {
		this.source = source;
	}

	/**
	 * Runs something at the next such moment.
	 * @param moment when
	 * @param action what happens
	 */
	public synchronized void at(Moment moment, Runnable action) {
		this.hooks.put(moment, action);
	}

	@Override
	public String description() {
		return this.source.description();
	}

	@Override
	public SourceContent read() throws IOException {
		reach(Moment.BEFORE_READ);
		SourceContent content = this.source.read();
		reach(Moment.AFTER_READ);
		return content;
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		reach(Moment.BEFORE_WRITE);
		SourceContent written = this.source.write(content, expectedRevision);
		reach(Moment.AFTER_WRITE);
		return written;
	}

	@Override
	public Subscription watch(Runnable signal) {
		return this.source.watch(signal);
	}

	private void reach(Moment moment) {
		Runnable action;
		synchronized (this) {
			action = this.hooks.remove(moment);
		}
		if (action != null) {
			action.run();
		}
	}

	/**
	 * When something may happen.
	 */
	public enum Moment {

		/** Before the content is taken. */
		BEFORE_READ,

		/** When the content was taken and is not returned yet. */
		AFTER_READ,

		/** Before the revision is checked. */
		BEFORE_WRITE,

		/** When the content was replaced. */
		AFTER_WRITE

	}

}
