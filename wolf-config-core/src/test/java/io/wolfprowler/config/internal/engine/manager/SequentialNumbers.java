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

package io.wolfprowler.config.internal.engine.manager;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.internal.engine.manager.NumbersRig.Numbers;

/**
 * What {@link NumbersRig} is for one caller at a time.
 */
public class SequentialNumbers {

	private final TreeMap<Long, Numbers> versions = new TreeMap<>(Map.of(1L, NumbersRig.START));

	private Numbers document = NumbersRig.START;

	private Numbers source;

	private boolean enabled;

	private boolean closed;

	SequentialNumbers(Numbers source) {
		this.source = source;
	}

	public String snapshot() {
		return NumbersRig.snapshot(version(), inForce());
	}

	public List<Long> history() {
		return List.copyOf(this.versions.descendingKeySet());
	}

	public boolean increment() {
		checkOpen();
		return accept(inForce().incremented());
	}

	public String incrementIf(long version) {
		checkOpen();
		return (version == version()) ? String.valueOf(increment()) : "stale " + version();
	}

	public boolean set(int value) {
		checkOpen();
		return accept(new Numbers(value, value));
	}

	public String edit(int port) {
		this.source = new Numbers(port, 0);
		return "edited";
	}

	public String reload() {
		checkOpen();
		Numbers before = this.document;
		this.document = this.source;
		boolean changed = accept(
				new Numbers((this.source.port() != before.port()) ? this.source.port() : inForce().port(),
						(this.source.limit() != before.limit()) ? this.source.limit() : inForce().limit()));
		return (changed ? Outcome.APPLIED : Outcome.UNCHANGED) + " " + version();
	}

	public String save() {
		reload();
		this.document = inForce();
		this.source = this.document;
		return "saved";
	}

	public String rollback(long version) {
		checkOpen();
		Numbers kept = this.versions.get(version);
		if (kept == null) {
			return Outcome.REJECTED + " " + version();
		}
		if (!accept(kept)) {
			return Outcome.UNCHANGED + " " + version();
		}
		if (this.source.equals(this.document)) {
			this.document = kept;
			this.source = kept;
		}
		return Outcome.APPLIED + " " + version();
	}

	public String enable(boolean wanted) {
		this.enabled = wanted;
		return "switched";
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public String close() {
		this.closed = true;
		return "closed";
	}

	private boolean accept(Numbers next) {
		if (next.equals(inForce())) {
			return false;
		}
		this.versions.put(version() + 1, next);
		if (this.versions.size() > NumbersRig.KEPT) {
			this.versions.pollFirstEntry();
		}
		return true;
	}

	private Numbers inForce() {
		return this.versions.lastEntry().getValue();
	}

	private long version() {
		return this.versions.lastKey();
	}

	private void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("closed");
		}
	}

	/** One whose source has been edited and not read since. */
	public static class Edited extends SequentialNumbers {

		public Edited() {
			super(NumbersRig.EDIT);
		}

	}

	/** One whose source holds what is in force. */
	public static class Unedited extends SequentialNumbers {

		public Unedited() {
			super(NumbersRig.START);
		}

	}

}
