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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigAttempt;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigSnapshot;
import io.wolfprowler.config.ConfigStatus;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.spi.ConfigObserver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reports the state of this node to the fleet: at once, after every attempt, and when a
 * version has settled. A report that could not be stored is retried with the next
 * renewal. Only the newest state is reported.
 */
public final class FleetReporter implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	// A report stays short however many problems a document has.
	private static final int MOST_PROBLEMS = 10;

	private final ConfigManager<?> manager;

	private final FleetNode node;

	private final FleetStore store;

	private final Scheduler scheduler;

	private final Executor executor;

	private final Clock clock;

	private final Duration renewal;

	private final Subscription observation;

	private final AtomicBoolean pending = new AtomicBoolean();

	private volatile boolean failing;

	private volatile boolean closed;

	private volatile long acceptedAt;

	private @Nullable NodeReport published;

	private final Subscription renewals;

	/**
	 * Start to report.
	 * @param manager the manager of the configuration
	 * @param node this node
	 * @param store the store of the reports
	 * @param scheduler times renewals
	 * @param executor runs calls that may block
	 * @param clock supplies the time of a report
	 * @param renewal time between two renewals
	 */
	public FleetReporter(ConfigManager<?> manager, FleetNode node, FleetStore store, Scheduler scheduler,
			Executor executor, Clock clock, Duration renewal) {
		this.manager = Objects.requireNonNull(manager, "manager");
		this.node = Objects.requireNonNull(node, "node");
		this.store = Objects.requireNonNull(store, "store");
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.executor = Objects.requireNonNull(executor, "executor");
		this.clock = Objects.requireNonNull(clock, "clock");
		this.renewal = Objects.requireNonNull(renewal, "renewal");
		this.observation = manager.addObserver(new AttemptObserver());
		accepted();
		reportLater();
		this.renewals = new Repetition(scheduler, renewal, this::reportLater);
	}

	/** Stop reporting. The last report remains until the store is closed. */
	@Override
	public void close() {
		this.closed = true;
		this.observation.close();
		this.renewals.close();
	}

	private void accepted() {
		this.acceptedAt = this.scheduler.nanoTime();
		this.scheduler.schedule(this.node.soak(), this::reportLater);
	}

	private void reportLater() {
		if (this.closed || !this.pending.compareAndSet(false, true)) {
			return;
		}
		boolean begun = false;
		try {
			this.executor.execute(this::report);
			begun = true;
		}
		finally {
			if (!begun) {
				this.pending.set(false);
			}
		}
	}

	// One at a time, so that the report stored last is the newest.
	private synchronized void report() {
		this.pending.set(false);
		if (this.closed) {
			return;
		}
		try {
			publish(currentReport());
			succeeded();
		}
		catch (IOException | RuntimeException ex) {
			this.published = null;
			failed(ex);
		}
	}

	private void publish(NodeReport report) throws IOException {
		NodeReport before = this.published;
		if (before != null && report.at(before.reportedAt()).equals(before)) {
			this.store.renew();
			return;
		}
		this.store.publish(Fleet.group(this.manager.name(), report.canary()), report.node(), ReportText.of(report));
		this.published = report;
	}

	private NodeReport currentReport() {
		ConfigSnapshot<?> active = this.manager.getSnapshot();
		ConfigStatus status = this.manager.status();
		ConfigAttempt last = status.lastReload().at().isAfter(status.lastAttempt().at()) ? status.lastReload()
				: status.lastAttempt();
		boolean settled = this.scheduler.nanoTime() - this.acceptedAt >= this.node.soak().toNanos();
		return new NodeReport(this.node.name(), this.node.canary(), active.version(), active.digest(),
				isRolledBack(status), settled, last.result().outcome(), last.digest(), problems(last, active.origin()),
				this.clock.instant());
	}

	private static List<String> problems(ConfigAttempt attempt, String origin) {
		List<Problem> problems = attempt.result().problems();
		Stream<String> first = problems.stream().limit(MOST_PROBLEMS).map((problem) -> problem.describe(origin));
		int more = problems.size() - MOST_PROBLEMS;
		return Stream.concat(first, (more > 0) ? Stream.of("and " + more + " more") : Stream.empty()).toList();
	}

	// Usually a rollback writes the source; then the active document has its values.
	private static boolean isRolledBack(ConfigStatus status) {
		return !status.unsaved().isEmpty() && switch (status.active().cause()) {
			case ROLLBACK, AUTO_ROLLBACK -> true;
			default -> false;
		};
	}

	private void succeeded() {
		if (this.failing) {
			this.failing = false;
			logger.info("Reporting to the fleet works again");
		}
	}

	private void failed(Exception failure) {
		if (!this.failing && !this.closed) {
			this.failing = true;
			logger.warn("Could not report to the fleet; retrying every " + this.renewal + ": " + failure.getMessage());
		}
	}

	/** Triggers reports. The state is read when the report is made. */
	private final class AttemptObserver implements ConfigObserver<Object> {

		@Override
		public void accepted(ConfigTransition<?> transition) {
			FleetReporter.this.accepted();
		}

		@Override
		public void attempted(ConfigAttempt attempt) {
			reportLater();
		}

	}

}
