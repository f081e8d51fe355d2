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
 * Maps the results of operations to HTTP statuses, and shows values to users who may see
 * them.
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
	 * @param roles the roles that may see them, for {@link Show#WHEN_AUTHORIZED}
	 */
	public ConfigEndpointWebExtension(ConfigEndpoint endpoint, Show showValues, Set<String> roles) {
		this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
		this.showValues = Objects.requireNonNull(showValues, "showValues");
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Show one manager.
	 * @param securityContext the security context of the request
	 * @param name the name of the manager
	 * @return its description, or 404
	 */
	@ReadOperation
	public WebEndpointResponse<ManagerDescription> manager(SecurityContext securityContext, @Selector String name) {
		return found(this.endpoint.manager(name, isShown(securityContext)));
	}

	/**
	 * Show the history of a manager, the differences between two versions, or a part that
	 * another module contributes.
	 * @param securityContext the security context of the request
	 * @param name the name of the manager
	 * @param part {@code history}, {@code diff} or the name of another part
	 * @param from for {@code diff}, the earlier version
	 * @param to for {@code diff}, the later version
	 * @return the part, 404 if there is none, 503 if it can't be read at the moment
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
	 * Execute an operation.
	 * @param name the name of the manager
	 * @param operation the operation
	 * @param toml a TOML document or values to set
	 * @param unset comma-separated keys to reset to their defaults
	 * @param version the version to restore
	 * @param expectedVersion the version that must be active
	 * @param save whether to save the document
	 * @param enabled whether to watch the source
	 * @return 200, 404 if there is no such manager or operation, 409 if another version
	 * than expected is active, 422 with all problems if it did not succeed
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
