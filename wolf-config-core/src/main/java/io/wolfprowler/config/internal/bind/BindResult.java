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

import org.jspecify.annotations.Nullable;

/**
 * The result of binding values to a record.
 *
 * @param config the record, {@code null} if there are problems
 * @param problems the values that do not fit, as problems
 * @param unknownKeys the keys that no component has, as problems
 * @param <T> the record type
 */
public record BindResult<T>(@Nullable T config, List<UnlocatedProblem> problems, List<UnlocatedProblem> unknownKeys) {

}
