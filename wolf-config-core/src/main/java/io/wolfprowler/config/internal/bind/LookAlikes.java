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

package io.wolfprowler.config.internal.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annotations of other libraries that compile on a record component and look as if they
 * had an effect here, but have none. They are recognized by name, so the libraries need
 * not be on the class path. Constraints of Jakarta Validation are never among them.
 */
final class LookAlikes {

	// Jakarta Validation has left this namespace, but kept the names.
	private static final String OLD_CONSTRAINTS = "javax.validation.constraints.";

	private static final String OLD_VALID = "javax.validation.Valid";

	static final Map<String, Remedy> REMEDIES = Map.ofEntries(Map.entry("jakarta.ws.rs.DefaultValue", Remedy.DEFAULT),
			Map.entry("javax.ws.rs.DefaultValue", Remedy.DEFAULT),
			Map.entry("io.smallrye.config.WithDefault", Remedy.DEFAULT),
			Map.entry("org.aeonbits.owner.Config$DefaultValue", Remedy.DEFAULT),
			// The starter brings a reader for it; without the starter nobody reads it.
			Map.entry("org.springframework.boot.context.properties.bind.DefaultValue", Remedy.DEFAULT),
			Map.entry("com.electronwill.nightconfig.core.serde.annotations.SerdeDefault", Remedy.DEFAULT),

			Map.entry("com.fasterxml.jackson.annotation.JsonAlias", Remedy.KEY),
			Map.entry("com.fasterxml.jackson.annotation.JsonProperty", Remedy.KEY),
			Map.entry("com.google.gson.annotations.SerializedName", Remedy.KEY),
			Map.entry("jakarta.json.bind.annotation.JsonbProperty", Remedy.KEY),
			Map.entry("io.smallrye.config.WithName", Remedy.KEY), Map.entry("jdk.jfr.Name", Remedy.KEY),
			Map.entry("org.aeonbits.owner.Config$Key", Remedy.KEY),
			Map.entry("com.electronwill.nightconfig.core.conversion.Path", Remedy.KEY),
			Map.entry("com.electronwill.nightconfig.core.serde.annotations.SerdeKey", Remedy.KEY),
			Map.entry("org.springframework.boot.context.properties.bind.Name", Remedy.KEY),

			Map.entry("org.eclipse.microprofile.config.inject.ConfigProperty", Remedy.KEY_AND_DEFAULT),
			Map.entry("org.github.gestalt.config.annotations.Config", Remedy.KEY_AND_DEFAULT),
			Map.entry("org.springframework.beans.factory.annotation.Value", Remedy.PLACEHOLDER),

			Map.entry("jdk.jfr.Description", Remedy.DOC), Map.entry("jdk.jfr.Label", Remedy.DOC),
			Map.entry("com.electronwill.nightconfig.core.serde.annotations.SerdeComment", Remedy.DOC),
			Map.entry("org.springframework.context.annotation.Description", Remedy.DOC),

			Map.entry("com.electronwill.nightconfig.core.conversion.SpecIntInRange", Remedy.BOUNDS),
			Map.entry("com.electronwill.nightconfig.core.conversion.SpecLongInRange", Remedy.BOUNDS),

			Map.entry("org.springframework.boot.convert.DataSizeUnit", Remedy.UNIT),
			Map.entry("org.springframework.boot.convert.DurationUnit", Remedy.UNIT),
			Map.entry("org.springframework.boot.convert.PeriodUnit", Remedy.UNIT),
			Map.entry("org.springframework.boot.convert.DurationFormat", Remedy.SPELLING),
			Map.entry("org.springframework.boot.convert.PeriodFormat", Remedy.SPELLING),
			Map.entry("org.springframework.format.annotation.DateTimeFormat", Remedy.SPELLING),
			Map.entry("org.springframework.format.annotation.DurationFormat", Remedy.SPELLING),
			Map.entry("org.springframework.format.annotation.NumberFormat", Remedy.SPELLING),
			Map.entry("org.springframework.boot.convert.Delimiter", Remedy.ARRAY));

	private LookAlikes() {
	}

	/** Return a mistake for each one on a component. */
	static List<TypeDeclarationException> on(Component component) {
		return component.foreign()
			.stream()
			.filter((annotation) -> !DeclaredDefault.isRead(annotation))
			.map((annotation) -> annotation.annotationType().getName())
			.distinct()
			.flatMap((name) -> remedy(name, component).stream()
				.map((remedy) -> new TypeDeclarationException(
						component.qualifiedName() + " has @" + name + ", which is not read; " + remedy)))
			.toList();
	}

	private static Optional<String> remedy(String name, Component component) {
		if (name.startsWith(OLD_CONSTRAINTS) || name.equals(OLD_VALID)) {
			return Optional.of("use @jakarta" + name.substring("javax".length()));
		}
		return Optional.ofNullable(REMEDIES.get(name))
			.filter((remedy) -> !remedy.isFollowedBy(component))
			.map(Remedy::words);
	}

}
