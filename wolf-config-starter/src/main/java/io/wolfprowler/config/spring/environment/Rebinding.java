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
package io.wolfprowler.config.spring.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.core.env.MutablePropertySources;

/**
 * Binds {@code @ConfigurationProperties} beans again when their properties change. A new
 * bean is bound and validated before the version becomes active; if that fails, the
 * version is vetoed. Then its properties are copied to the bean of the application.
 */
public final class Rebinding implements ConfigParticipant<Object> {

	private static final Log logger = LogFactory.getLog(Rebinding.class);

	private final ConfigManager<?> manager;

	private final LiveProperties properties;

	private final PropertiesBeans beans;

	private final Set<String> notRebound = ConcurrentHashMap.newKeySet();

	/**
	 * Create a participant.
	 * @param manager the manager of the values
	 * @param properties the properties with its values
	 * @param beans the beans to bind again
	 */
	public Rebinding(ConfigManager<?> manager, LiveProperties properties, PropertiesBeans beans) {
		this.manager = Objects.requireNonNull(manager, "manager");
		this.properties = Objects.requireNonNull(properties, "properties");
		this.beans = Objects.requireNonNull(beans, "beans");
	}

	@Override
	public Prepared prepare(ConfigTransition<Object> transition) throws ConfigVetoException {
		List<ConfigurationPropertiesBean> affected = affected(transition);
		if (affected.isEmpty()) {
			return Prepared.NOTHING;
		}
		List<PropertiesCopy> copies = new ArrayList<>();
		MutablePropertySources sources = this.properties.with(transition.current(), this.manager);
		BindFailures failures = new BindFailures(sources);
		try (PropertiesTrial trial = new PropertiesTrial(this.beans.context(), sources)) {
			for (ConfigurationPropertiesBean bean : affected) {
				Object inUse = Objects.requireNonNull(bean.getInstance());
				failures.collect(bean, () -> copies.add(new PropertiesCopy(trial.bind(bean), inUse)));
			}
		}
		failures.veto();
		return new Copying(copies);
	}

	private List<ConfigurationPropertiesBean> affected(ConfigTransition<?> transition) {
		List<ConfigurationPropertiesBean> affected = this.beans
			.boundTo(this.properties.changed(transition.previous(), transition.current()));
		affected.removeIf(this::isNotRebound);
		return affected;
	}

	private boolean isNotRebound(ConfigurationPropertiesBean bean) {
		String reason = reasonNotToRebind(bean);
		if (reason != null && this.notRebound.add(bean.getName())) {
			logger.info("Did not bind the bean '" + bean.getName() + "' again: " + reason);
		}
		return reason != null;
	}

	private @Nullable String reasonNotToRebind(ConfigurationPropertiesBean bean) {
		if (bean.asBindTarget().getBindMethod() == BindMethod.VALUE_OBJECT) {
			return "it is bound by its constructor; inject a ConfigView for values that must follow changes";
		}
		return PropertiesTrial.canMake(bean, this.beans.context()) ? null
				: "Spring did not create it, so it can't create another one to validate a version with";
	}

	/**
	 * Copies the trial beans to those of the application.
	 *
	 * @param copies one for each bean
	 */
	private record Copying(List<PropertiesCopy> copies) implements Prepared {

		@Override
		public void commit() {
			this.copies.forEach(PropertiesCopy::run);
		}

		@Override
		public void rollback() {
		}

	}

}
