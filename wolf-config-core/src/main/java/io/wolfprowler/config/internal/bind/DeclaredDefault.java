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

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.internal.toml.KeyPath;

/**
 * The default an annotation declares for a component.
 *
 * @param annotation the annotation
 * @param text the strings
 */
record DeclaredDefault(Annotation annotation, List<String> text) {

	static Optional<DeclaredDefault> on(Component component) {
		return component.find(Default.class)
			.map((declared) -> new DeclaredDefault(declared, List.of(declared.value())));
	}

	/** Return the TOML value of the default. */
	Object valueFor(Shape shape, Component component) {
		Findings findings = new Findings((key) -> false, Map.of());
		try {
			Object toml = shape.parse(this.text.toArray(String[]::new));
			shape.read(toml, KeyPath.ROOT, findings);
			if (findings.count() == 0) {
				return toml;
			}
			throw new IllegalArgumentException(findings.problems().get(0).problem().message());
		}
		catch (RuntimeException ex) {
			throw new TypeMistake(
					name() + " of " + component.place() + " is not a "
							+ component.declared().getGenericType().getTypeName() + ": " + String.join(", ", this.text),
					ex);
		}
	}

	private String name() {
		return "@" + this.annotation.annotationType().getSimpleName();
	}

}
