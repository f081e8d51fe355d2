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

package io.wolfprowler.node;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.SealHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Counts cryptographic operations if {@code crypto.enable_metrics} is on, and logs them
 * if {@code crypto.enable_audit_logging} is on.
 */
@Component
class SealJournal {

	private static final Logger logger = LoggerFactory.getLogger(SealJournal.class);

	private final ConfigView<WolfConfig> config;

	private final AtomicLong sealed = new AtomicLong();

	private final AtomicLong opened = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	SealJournal(ConfigView<WolfConfig> config) {
		this.config = config;
	}

	void sealed(Path file, SealHeader header, int bytes) {
		record(this.sealed, "Sealed {} with {} and {}, {} bytes", file, header.suite(), header.hash(), bytes);
	}

	void opened(Path file, SealHeader header, int bytes) {
		record(this.opened, "Opened {} with {} and {}, {} bytes", file, header.suite(), header.hash(), bytes);
	}

	void refused(Path file, String reason) {
		record(this.refused, "Refused {}: it {}", file, reason);
	}

	Counts counts() {
		return new Counts(this.sealed.get(), this.opened.get(), this.refused.get());
	}

	private void record(AtomicLong counter, String message, Object... details) {
		if (this.config.get().crypto().enableMetrics()) {
			counter.incrementAndGet();
		}
		if (this.config.get().crypto().enableAuditLogging()) {
			logger.info(message, details);
		}
	}

	/**
	 * The numbers of operations since the node started.
	 *
	 * @param sealed how many files were sealed
	 * @param opened how many files were opened
	 * @param refused how many files could not be opened
	 */
	record Counts(long sealed, long opened, long refused) {

	}

}
