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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.spring.actuate.ManagerDescription.Summary;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows the managers and, where writes are permitted, reloads, validates, updates, saves,
 * rolls back, and switches hot reload. Read-only unless
 * {@code management.endpoint.wolfconfig.access=unrestricted} says otherwise.
 */
@Endpoint(id = "wolfconfig", defaultAccess = Access.READ_ONLY)
public class ConfigEndpoint {

	private final Supplier<Collection<ConfigManager<?>>> managers;

	private final ShownValues values;

	private final Show showValues;

	private final Supplier<Stream<ConfigEndpointPart>> parts;

	/**
	 * Create an endpoint.
	 * @param managers supplies the open managers
	 * @param values masks values
	 * @param showValues when values are shown
	 * @param parts supplies the parts that other modules contribute
	 */
	public ConfigEndpoint(Supplier<Collection<ConfigManager<?>>> managers, ShownValues values, Show showValues,
			Supplier<Stream<ConfigEndpointPart>> parts) {
		this.managers = Objects.requireNonNull(managers, "managers");
		this.values = Objects.requireNonNull(values, "values");
		this.showValues = Objects.requireNonNull(showValues, "showValues");
		this.parts = Objects.requireNonNull(parts, "parts");
	}

	/**
	 * List the managers.
	 * @return a summary of each manager by name
	 */
	@ReadOperation
	public Map<String, Summary> managers() {
		Map<String, Summary> summaries = new LinkedHashMap<>();
		this.managers.get().forEach((manager) -> summaries.put(manager.name(), Summary.of(manager)));
		return Objects.requireNonNull(OperationResponseBody.of(summaries));
	}

	/**
	 * Show one manager.
	 * @param name the name of the manager
	 * @return its description, {@code null} if there is no manager of that name
	 */
	@ReadOperation
	public @Nullable ManagerDescription manager(@Selector String name) {
		return manager(name, this.showValues.isShown(true));
	}

	/**
	 * Show the history of a manager, the differences between two versions, or a part that
	 * another module contributes.
	 * @param name the name of the manager
	 * @param part {@code history}, {@code diff} or the name of another part
	 * @param from for {@code diff}, the earlier version
	 * @param to for {@code diff}, the later version
	 * @return the part, {@code null} if there is no such manager or part
	 */
	@ReadOperation
	public @Nullable Object part(@Selector String name, @Selector String part, @Nullable Long from, @Nullable Long to) {
		return part(name, part, from, to, this.showValues.isShown(true));
	}

	/**
	 * Execute an operation.
	 * @param name the name of the manager
	 * @param operation {@code reload}, {@code validate}, {@code update}, {@code save},
	 * {@code rollback} or {@code hot-reload}
	 * @param toml for {@code validate}, the document; for {@code update}, TOML with the
	 * values to set
	 * @param unset for {@code update}, comma-separated keys to reset to their defaults
	 * @param version for {@code rollback}, the version to restore
	 * @param expectedVersion the version that must be active, any if {@code null}
	 * @param save for {@code update}, whether to save the document
	 * @param enabled for {@code hot-reload}, whether to watch the source
	 * @return the result, {@code null} if there is no such manager or operation
	 */
	@WriteOperation
	public @Nullable OperationResult operate(@Selector String name, @Selector String operation, @Nullable String toml,
			@Nullable String unset, @Nullable Long version, @Nullable Long expectedVersion, @Nullable Boolean save,
			@Nullable Boolean enabled) {
		ConfigManager<?> manager = find(name);
		return (manager != null)
				? new Operation(manager, toml, unset, version, expectedVersion, save, enabled).run(operation) : null;
	}

	@Nullable ManagerDescription manager(String name, boolean shown) {
		ConfigManager<?> manager = find(name);
		return (manager != null) ? ManagerDescription.of(manager, this.values, shown) : null;
	}

	@Nullable Object part(String name, String part, @Nullable Long from, @Nullable Long to, boolean shown) {
		ConfigManager<?> manager = find(name);
		if (manager == null) {
			return null;
		}
		return switch (part) {
			case "history" -> OperationResponseBody.of(Map.of("versions", manager.inspect().history()));
			case "diff" -> OperationResponseBody.of(Map.of("changes", this.values.changes(
					manager.inspect().diff(Operation.required(from, "from"), Operation.required(to, "to")), shown)));
			default -> contributed(manager, part);
		};
	}

	private @Nullable Object contributed(ConfigManager<?> manager, String name) {
		ConfigEndpointPart part = this.parts.get().filter((each) -> each.name().equals(name)).findFirst().orElse(null);
		try {
			Object content = (part != null) ? part.read(manager) : null;
			return (content != null) ? OperationResponseBody.of(Map.of(name, content)) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex.getMessage(), ex);
		}
	}

	private @Nullable ConfigManager<?> find(String name) {
		return this.managers.get().stream().filter((manager) -> manager.name().equals(name)).findFirst().orElse(null);
	}

}
