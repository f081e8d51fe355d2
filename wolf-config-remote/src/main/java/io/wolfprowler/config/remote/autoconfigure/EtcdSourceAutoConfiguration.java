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
package io.wolfprowler.config.remote.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.time.IdleThreads;
import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.remote.etcd.EtcdFleetStore;
import io.wolfprowler.config.remote.etcd.EtcdSettings;
import io.wolfprowler.config.remote.etcd.EtcdSource;
import io.wolfprowler.config.remote.fleet.Fleet;
import io.wolfprowler.config.remote.fleet.FleetNode;
import io.wolfprowler.config.remote.fleet.FleetReporter;
import io.wolfprowler.config.remote.fleet.FleetStore;
import io.wolfprowler.config.remote.fleet.RolloutStage;
import io.wolfprowler.config.remote.fleet.StagedSource;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.WritableConfigSource;
import io.wolfprowler.config.spring.autoconfigure.DefaultManagerRegistrar;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigAutoConfiguration;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration for a default configuration in etcd, and for the fleet that follows
 * it.
 */
@AutoConfiguration(before = WolfConfigAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "wolf.config.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "wolf.config.source", havingValue = "etcd")
@ConditionalOnMissingBean(ConfigSource.class)
@EnableConfigurationProperties({ EtcdSourceProperties.class, FleetProperties.class, WolfConfigProperties.class })
public final class EtcdSourceAutoConfiguration {

	private static final int RENEWALS = 3;

	@Bean
	EtcdSettings wolfConfigEtcdSettings(EtcdSourceProperties properties, WolfConfigProperties general,
			ObjectProvider<SslBundles> bundles) {
		if (properties.endpoints().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("wolf.config.etcd.endpoints", null,
					"It is required because wolf.config.source is etcd: set the URLs of the cluster members");
		}
		return new EtcdSettings(properties.endpoints(), properties.allowHttp(), properties.key(), properties.user(),
				properties::password, SslContexts.named(properties.sslBundle(), bundles), properties.pollInterval(),
				properties.connectTimeout(), properties.timeout(), general.maxSize().toBytes());
	}

	// The manager closes it after the last read.
	@Bean(destroyMethod = "")
	WritableConfigSource wolfConfigEtcdSource(EtcdSettings settings, FleetProperties properties,
			ObjectProvider<FleetNode> node, ObjectProvider<Fleet> fleet) {
		EtcdSource source = new EtcdSource(settings, WatchThread.shared());
		boolean staged = properties.enabled() && properties.rollout().enabled() && !node.getObject().canary();
		return staged ? new StagedSource(source, new RolloutStage(fleet.getObject()), WatchThread.shared(),
				properties.rollout().interval()) : source;
	}

	/**
	 * The reports of the nodes.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "wolf.config.fleet.enabled", matchIfMissing = true)
	static class FleetConfiguration {

		@Bean
		FleetNode wolfConfigFleetNode(FleetProperties properties) {
			return NodeName.node(properties);
		}

		// The fleet closes it.
		@Bean(destroyMethod = "")
		FleetStore wolfConfigFleetStore(EtcdSettings settings, FleetProperties properties) {
			return new EtcdFleetStore(settings, properties.prefix(), properties.life());
		}

		@Bean
		Fleet wolfConfigFleet(EtcdSettings settings, FleetStore store) {
			return new Fleet(DefaultManagerRegistrar.NAME, store, new EtcdSource(settings, WatchThread.shared()));
		}

		@Bean
		FleetPart wolfConfigFleetPart(Fleet fleet) {
			return new FleetPart(fleet);
		}

		@Bean
		@Lazy(false)
		FleetReporter wolfConfigFleetReporter(FleetNode node, FleetStore store, FleetProperties properties,
				@Qualifier(DefaultManagerRegistrar.BEAN_NAME) ConfigManager<?> manager) {
			Duration renewal = properties.life().dividedBy(RENEWALS);
			return new FleetReporter(manager, node, store, WatchThread.shared(),
					IdleThreads.named("wolf-config-fleet", getClass().getClassLoader()), Clock.systemUTC(), renewal);
		}

	}

}
