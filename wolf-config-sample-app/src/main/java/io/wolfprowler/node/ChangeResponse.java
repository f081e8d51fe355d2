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
package io.wolfprowler.node;

import java.util.List;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.ReloadResult;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The response to a request to change the configuration.
 *
 * @param outcome the outcome
 * @param version the active version
 * @param problems why it was rejected or vetoed
 */
record ChangeResponse(Outcome outcome, long version, List<String> problems) {

	static ResponseEntity<ChangeResponse> of(ReloadResult result) {
		HttpStatus status = switch (result.outcome()) {
			case REJECTED, VETOED -> HttpStatus.UNPROCESSABLE_CONTENT;
			default -> HttpStatus.OK;
		};
		return ResponseEntity.status(status)
			.body(new ChangeResponse(result.outcome(), result.version(),
					result.problems().stream().map(Problem::message).toList()));
	}

}
