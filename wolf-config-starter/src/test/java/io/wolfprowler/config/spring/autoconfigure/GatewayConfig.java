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

package io.wolfprowler.config.spring.autoconfigure;

import java.util.List;

import io.wolfprowler.config.Default;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * A configuration of an application's own.
 *
 * @param limit has a bound
 * @param routes have rules of their own
 */
record GatewayConfig(@Default("10") @Min(1) int limit, List<@Valid Route> routes) {

	record Route(@Default("") @NotBlank String targetHost) {

	}

}
