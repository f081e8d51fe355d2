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

package io.wolfprowler.config.benchmarks.peer;

import java.util.concurrent.TimeUnit;

import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.builder.FileBasedBuilderParametersImpl;
import org.apache.commons.configuration2.builder.ReloadingFileBasedConfigurationBuilder;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.reloading.PeriodicReloadingTrigger;
import org.apache.commons.configuration2.reloading.ReloadingController;
import org.apache.commons.configuration2.reloading.ReloadingEvent;

/**
 * Commons Configuration: looks at the file every millisecond.
 */
final class CommonsPeer implements Peer {

	private final ReloadingFileBasedConfigurationBuilder<PropertiesConfiguration> builder;

	private final PeriodicReloadingTrigger trigger;

	private final String portKey;

	private final String peersKey;

	CommonsPeer(Site site) throws ConfigurationException {
		this.builder = new ReloadingFileBasedConfigurationBuilder<>(PropertiesConfiguration.class)
			.configure(parameters(site));
		this.portKey = site.sample().portKey();
		this.peersKey = site.sample().peersKey();
		this.builder.getConfiguration();
		ReloadingController controller = this.builder.getReloadingController();
		this.trigger = new PeriodicReloadingTrigger(controller, null, 1, TimeUnit.MILLISECONDS);
		if (site.watched()) {
			controller.addEventListener(ReloadingEvent.ANY, (event) -> site.changed());
			this.trigger.start();
		}
	}

	@Override
	public int port() {
		return configuration().getInt(this.portKey);
	}

	@Override
	public int peers() {
		return configuration().getInt(this.peersKey);
	}

	@Override
	public void reload() {
		this.builder.getReloadingController().checkForReloading(null);
		configuration();
	}

	@Override
	public void close() {
		this.trigger.shutdown();
	}

	// The fluent parameters need one more library.
	private static FileBasedBuilderParametersImpl parameters(Site site) {
		FileBasedBuilderParametersImpl parameters = new FileBasedBuilderParametersImpl();
		parameters.setFile(site.file().toFile());
		parameters.setReloadingRefreshDelay(0L);
		return parameters;
	}

	private PropertiesConfiguration configuration() {
		try {
			return this.builder.getConfiguration();
		}
		catch (ConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
