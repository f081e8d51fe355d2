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

import java.util.List;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The result of an operation.
 *
 * @param result the outcome; {@code STALE} if another version than expected is active,
 * {@code NOT_SAVED} if the source can't be written, {@code DONE} for operations that are
 * not attempts
 * @param version the active version after the operation
 * @param problems the problems, each with its location
 * @param restartRequired the changed keys that take effect only after a restart
 */
public record OperationResult(String result, long version, List<String> problems,
		List<String> restartRequired) implements OperationResponseBody {

	static OperationResult of(ConfigManager<?> manager, ReloadResult result) {
		return new OperationResult(result.outcome().name(), result.version(), described(manager, result.problems()),
				result.restartRequired().stream().sorted().toList());
	}

	static OperationResult of(ConfigManager<?> manager, String result, List<String> problems) {
		return new OperationResult(result, manager.getSnapshot().version(), problems, List.of());
	}

	static List<String> described(ConfigManager<?> manager, List<Problem> problems) {
		return problems.stream().map((problem) -> problem.describe(manager.getSnapshot().origin())).toList();
	}

}
