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
package io.wolfprowler.config.spring.actuate;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * Answers over HTTP with a status that says what came of an operation, and shows values
 * to those who may see them.
 */
@EndpointWebExtension(endpoint = ConfigEndpoint.class)
public class ConfigEndpointWebExtension {

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final ConfigEndpoint endpoint;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create an extension.
	 * @param endpoint the endpoint
	 * @param showValues when values are shown
	 * @param roles who may see them, for {@link Show#WHEN_AUTHORIZED}
	 */
	public ConfigEndpointWebExtension(ConfigEndpoint endpoint, Show showValues, Set<String> roles) {
		this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
		this.showValues = Objects.requireNonNull(showValues, "showValues");
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Show one manager.
	 * @param securityContext who asks
	 * @param name the name of the manager
	 * @return everything about it, or 404
	 */
	@ReadOperation
	public WebEndpointResponse<ManagerDescription> manager(SecurityContext securityContext, @Selector String name) {
		return found(this.endpoint.manager(name, isShown(securityContext)));
	}

	/**
	 * Show the history of a manager, compare two of its versions, or show a part that
	 * another module adds.
	 * @param securityContext who asks
	 * @param name the name of the manager
	 * @param part {@code history}, {@code diff} or the name of another part
	 * @param from for {@code diff}, the version before
	 * @param to for {@code diff}, the version after
	 * @return what was asked for, or 404; 503 where the part can't be read at present
	 */
	@ReadOperation
	public WebEndpointResponse<Object> part(SecurityContext securityContext, @Selector String name,
			@Selector String part, @Nullable Long from, @Nullable Long to) {
		try {
			return found(this.endpoint.part(name, part, from, to, isShown(securityContext)));
		}
		catch (ConfigException ex) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		catch (UncheckedIOException ex) {
			return new WebEndpointResponse<>(Map.of("problem", String.valueOf(ex.getMessage())),
					WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
		}
	}

	/**
	 * Change something.
	 * @param name the name of the manager
	 * @param operation the operation
	 * @param toml a text
	 * @param unset keys to return to their defaults
	 * @param version the version to return to
	 * @param expectedVersion the version that has to be in force
	 * @param save whether to write the source
	 * @param enabled whether the source is watched
	 * @return 200, 404 if there is no such manager or operation, 409 if another version
	 * is in force than expected, 422 with all problems if it was refused
	 */
	@WriteOperation
	public WebEndpointResponse<OperationResult> operate(@Selector String name, @Selector String operation,
			@Nullable String toml, @Nullable String unset, @Nullable Long version, @Nullable Long expectedVersion,
			@Nullable Boolean save, @Nullable Boolean enabled) {
		OperationResult result = this.endpoint.operate(name, operation, toml, unset, version, expectedVersion, save,
				enabled);
		return (result != null) ? new WebEndpointResponse<>(result, statusOf(result)) : found(null);
	}

	private boolean isShown(SecurityContext securityContext) {
		return this.showValues.isShown(securityContext, this.roles);
	}

	private static int statusOf(OperationResult result) {
		return switch (result.result()) {
			case "STALE" -> CONFLICT;
			case "REJECTED", "VETOED", "UNAVAILABLE", "NOT_SAVED" -> UNPROCESSABLE;
			default -> WebEndpointResponse.STATUS_OK;
		};
	}

	private static <B> WebEndpointResponse<B> found(@Nullable B body) {
		return (body != null) ? new WebEndpointResponse<>(body)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
