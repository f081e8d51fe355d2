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

package io.wolfprowler.config.spi;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

import io.wolfprowler.config.Default;

/**
 * Reads the default that an annotation of another framework declares, which is then
 * treated like {@link Default}. Readers are found with a {@link java.util.ServiceLoader}
 * by the class loader of this interface.
 */
@FunctionalInterface
public interface DefaultReader {

	/**
	 * Return the default that an annotation declares.
	 * @param annotation an annotation of a record component, its accessor, its field, or
	 * its parameter of the canonical constructor
	 * @return the strings as in {@link Default}, an empty list for an
	 * {@linkplain Default#value() empty} default; an empty {@code Optional} if this
	 * reader does not know the annotation
	 */
	Optional<List<String>> read(Annotation annotation);

}
