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

import io.wolfprowler.config.Bounds;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Doc;
import io.wolfprowler.config.TomlKey;

/**
 * What to do about an annotation that has no effect.
 */
enum Remedy {

	DEFAULT("use " + name(Default.class), List.of(Default.class)),

	KEY("use " + name(TomlKey.class), List.of(TomlKey.class)),

	KEY_AND_DEFAULT("use " + name(TomlKey.class) + " for its key and " + name(Default.class) + " for its default",
			List.of(TomlKey.class, Default.class)),

	DOC("use " + name(Doc.class), List.of(Doc.class)),

	BOUNDS("use " + name(Bounds.class), List.of(Bounds.class)),

	PLACEHOLDER(
			"use " + name(Default.class)
					+ " for a default; a value from outside is a placeholder like ${NAME} in the document",
			List.of(Default.class)),

	UNIT("remove it, and write the unit in the document, as in \"5s\" or \"10MB\"", List.of()),

	SPELLING("remove it, and write the value in the document in the notation of TOML or its type", List.of()),

	ARRAY("remove it, and write an array in the document", List.of());

	private final String words;

	private final List<Class<? extends Annotation>> ours;

	Remedy(String words, List<Class<? extends Annotation>> ours) {
		this.words = words;
		this.ours = ours;
	}

	private static String name(Class<? extends Annotation> ours) {
		return "@" + ours.getName();
	}

	String words() {
		return this.words;
	}

	/** Return those of our annotations that the words name. */
	List<Class<? extends Annotation>> ours() {
		return this.ours;
	}

	/**
	 * Return whether a component has followed it: the other annotation is then meant for
	 * another reader of the record.
	 */
	boolean isFollowedBy(Component component) {
		return this.ours.stream().anyMatch(component::has);
	}

}
