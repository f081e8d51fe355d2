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
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.wolfprowler.config.Default;

/**
 * A record component with its annotations. Depending on its {@code @Target}, an
 * annotation is found on the component, its accessor, its field, its type or its
 * parameter of the canonical constructor.
 *
 * @param declared the component
 * @param annotations its annotations, one of each type
 * @param within the annotations on the type arguments of its type
 */
record Component(RecordComponent declared, List<Annotation> annotations, List<Annotation> within) {

	private static final String OURS = Default.class.getPackageName();

	static List<Component> of(Constructor<?> canonical) {
		RecordComponent[] declared = canonical.getDeclaringClass().getRecordComponents();
		Annotation[][] parameters = canonical.getParameterAnnotations();
		List<Component> components = new ArrayList<>();
		for (int i = 0; i < declared.length; i++) {
			components.add(of(declared[i], parameters[i]));
		}
		return components;
	}

	private static Component of(RecordComponent declared, Annotation[] parameter) {
		Stream<AnnotatedElement> fields = Stream.of(declared.getDeclaringRecord().getDeclaredFields())
			.filter((field) -> field.getName().equals(declared.getName()))
			.map((field) -> field);
		Stream<AnnotatedElement> elements = Stream
			.concat(Stream.of(declared, declared.getAccessor(), declared.getAnnotatedType()), fields);
		Stream<Annotation> all = elements.flatMap((element) -> Stream.of(element.getAnnotations()));
		return new Component(declared, oneOfEach(Stream.concat(all, Stream.of(parameter))),
				oneOfEach(within(declared.getAnnotatedType())));
	}

	private static Stream<Annotation> within(AnnotatedType type) {
		return (type instanceof AnnotatedParameterizedType generic)
				? Stream.of(generic.getAnnotatedActualTypeArguments())
					.flatMap((argument) -> Stream.concat(Stream.of(argument.getAnnotations()), within(argument)))
				: Stream.empty();
	}

	private static List<Annotation> oneOfEach(Stream<Annotation> annotations) {
		List<Annotation> found = new ArrayList<>();
		annotations.forEach((annotation) -> {
			if (find(found, annotation.annotationType()).isEmpty()) {
				found.add(annotation);
			}
		});
		return found;
	}

	private static <A extends Annotation> Optional<A> find(List<Annotation> annotations, Class<A> type) {
		return annotations.stream().filter(type::isInstance).map(type::cast).findFirst();
	}

	<A extends Annotation> Optional<A> find(Class<A> type) {
		return find(this.annotations, type);
	}

	boolean has(Class<? extends Annotation> type) {
		return find(type).isPresent();
	}

	/** Return the annotations that are not ours; most components have none. */
	List<Annotation> foreign() {
		return Stream.concat(this.annotations.stream(), this.within.stream())
			.filter((annotation) -> !annotation.annotationType().getPackageName().equals(OURS))
			.toList();
	}

	boolean isNullable() {
		return !this.declared.getType().isPrimitive() && this.annotations.stream()
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	String name() {
		return this.declared.getName();
	}

	/** Return the name of the record and the component, for messages. */
	String qualifiedName() {
		return this.declared.getDeclaringRecord().getSimpleName() + "." + name();
	}

}
