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

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the web server follow the port in the default configuration.
 * <p>
 * The new port is opened before the version becomes active, so that a port that can't be
 * opened vetoes the version. Then both ports serve requests. The old one is closed when
 * its clients have left, or when their time is up. Only a context that stops waits for
 * that. While no web server runs, nothing happens; a server that restarts uses the active
 * port.
 *
 * @param <T> the type of the configuration
 */
public final class WebPort<T> implements ConfigParticipant<T>, SmartLifecycle, AutoCloseable {

	private static final Log logger = LogFactory.getLog(WebPort.class);

	private static final String MANAGER = "wolf";

	private final StartPort<T> start;

	private final List<PortOpener> openers;

	private final ConfigurableApplicationContext context;

	private final PortRetirements retirements;

	private final PortAnnouncement announcement;

	private volatile @Nullable MovableServer server;

	private volatile boolean running;

	/**
	 * Create a participant.
	 * @param start has the key of the port, and whether it is followed
	 * @param openers the openers, one for each kind of server
	 * @param settings the durations of the retirement of an old port
	 * @param context the context of the web server
	 */
	public WebPort(StartPort<T> start, List<PortOpener> openers, WebPortSettings settings,
			ConfigurableApplicationContext context) {
		this.start = Objects.requireNonNull(start, "start");
		this.openers = List.copyOf(openers);
		this.context = Objects.requireNonNull(context, "context");
		this.announcement = new PortAnnouncement(context);
		this.retirements = new PortRetirements(settings, this::settled);
	}

	@Override
	public Prepared prepare(ConfigTransition<T> transition) throws ConfigVetoException {
		int wanted = this.start.setting().in(transition.current().config());
		boolean differs = wanted != this.start.setting().in(transition.previous().config());
		if (!differs || !transition.manager().equals(MANAGER) || !isFollowing()) {
			return Prepared.NOTHING;
		}
		MovableServer movable = this.server;
		if (movable == null) {
			throw new ConfigVetoException(this.start.setting().key(),
					"can't change while this server runs: restart the application");
		}
		return move(movable, wanted);
	}

	@Override
	public void start() {
		WebServer present = webServer();
		if (present != null && this.start.isFollowed()) {
			MovableServer movable = this.server;
			if (movable == null || movable.current().number() <= 0) {
				movable = MovableServer.of(present, this.openers);
				this.server = movable;
			}
			if (movable != null) {
				catchUp(movable);
			}
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.retirements.finish();
		MovableServer movable = this.server;
		if (movable != null) {
			movable.prepareRestart();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return the phase: just after the web server has started, and on shutdown between
	 * its graceful shutdown and its stop.
	 * @return the phase
	 */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void close() {
		this.running = false;
		this.retirements.close();
	}

	private boolean isFollowing() {
		return this.running && this.start.isFollowed() && !this.context.isClosed() && webServer() != null;
	}

	private @Nullable WebServer webServer() {
		return (this.context instanceof WebServerApplicationContext web) ? web.getWebServer() : null;
	}

	// The port may have changed before the server started, and some servers restart on
	// the
	// port of their first start.
	private void catchUp(MovableServer movable) {
		OptionalInt wanted = this.start.wanted();
		if (wanted.isPresent() && wanted.getAsInt() > 0) {
			try {
				move(movable, wanted.getAsInt()).commit();
			}
			catch (ConfigVetoException ex) {
				logger.warn("The web server stays at port " + movable.current().number() + ": " + ex.getMessage());
			}
		}
	}

	private Prepared move(MovableServer movable, int wanted) throws ConfigVetoException {
		if (wanted == movable.current().number()) {
			return Prepared.NOTHING;
		}
		OpenPort reclaimed = this.retirements.reclaim(wanted);
		OpenPort next = (reclaimed != null) ? reclaimed : movable.open(this.start.setting().key(), wanted);
		return new PortMove(next, reclaimed != null, () -> moveTo(movable, next), this.retirements);
	}

	private void moveTo(MovableServer movable, OpenPort next) {
		OpenPort old = movable.current();
		movable.moveTo(next);
		logger.info("Web server moves from port " + old.number() + " to " + next.number());
		this.announcement.moved(movable.webServer(), next.number());
		this.retirements.retire(old);
	}

	private void settled() {
		MovableServer movable = this.server;
		if (this.running && movable != null && this.retirements.isEmpty()) {
			this.announcement.settled(movable.webServer(), movable.current().number());
		}
	}

}
