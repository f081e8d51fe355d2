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

import io.wolfprowler.config.ConfigVetoException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Collects the failures of beans that were bound on trial, for one veto.
 */
final class BindFailures {

	private final Iterable<ConfigurationPropertySource> sources;

	private final List<Failure> failures = new ArrayList<>();

	BindFailures(MutablePropertySources sources) {
		this.sources = ConfigurationPropertySources.from(sources);
	}

	void collect(ConfigurationPropertiesBean bean, Runnable binding) {
		try {
			binding.run();
		}
		catch (BeansException ex) {
			add(bean.getName(), ex);
		}
	}

	/**
	 * Veto if there are failures, at the key of the first one whose key is known.
	 * @throws ConfigVetoException with all failures
	 */
	void veto() throws ConfigVetoException {
		if (this.failures.isEmpty()) {
			return;
		}
		Failure first = this.failures.stream()
			.filter((failure) -> failure.key() != null)
			.findFirst()
			.orElse(this.failures.get(0));
		this.failures.remove(first);
		StringBuilder reason = new StringBuilder(first.reason());
		this.failures.forEach((failure) -> reason.append("; ").append(failure.describe()));
		throw (first.key() != null) ? new ConfigVetoException(first.key(), reason.toString())
				: new ConfigVetoException(first.name() + " " + reason);
	}

	private void add(String bean, BeansException ex) {
		String suffix = " (bean '" + bean + "')";
		BindValidationException invalid = cause(ex, BindValidationException.class);
		BindException unbound = cause(ex, BindException.class);
		if (invalid != null) {
			ValidationErrors errors = invalid.getValidationErrors();
			errors.getAllErrors().forEach((error) -> this.failures.add(failure(error, errors, suffix)));
		}
		else if (unbound != null) {
			this.failures.add(new Failure(key(unbound.getName()), unbound.getName().toString(),
					"can't be bound: " + reason(unbound) + suffix));
		}
		else {
			this.failures.add(new Failure(null, "bean '" + bean + "'", "can't be made: " + reason(ex)));
		}
	}

	private Failure failure(ObjectError error, ValidationErrors errors, String suffix) {
		String name = errors.getName() + ((error instanceof FieldError field) ? "." + field.getField() : "");
		return new Failure(key(ConfigurationPropertyName.adapt(name, '.')), name,
				Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid") + suffix);
	}

	private static String reason(Exception ex) {
		return Objects.requireNonNullElse(NestedExceptionUtils.getMostSpecificCause(ex).getMessage(),
				"no reason given");
	}

	// A failure does not always name the property.
	private @Nullable String key(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				LiveOrigin origin = LiveOrigin.of(property.getOrigin());
				return (origin != null) ? origin.key() : null;
			}
		}
		return null;
	}

	private static <E extends Throwable> @Nullable E cause(Throwable ex, Class<E> type) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	/**
	 * One failure.
	 *
	 * @param key the TOML key, {@code null} if the value is from another source
	 * @param name the name of the property or bean
	 * @param reason what is wrong
	 */
	private record Failure(@Nullable String key, String name, String reason) {

		String describe() {
			return ((this.key != null) ? this.key : this.name) + " " + this.reason;
		}

	}

}
