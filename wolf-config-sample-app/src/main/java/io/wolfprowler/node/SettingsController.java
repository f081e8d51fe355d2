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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.wolfprowler.config.ConfigBatch;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigRejectedException;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes configuration values and saves them. Requests within half a second are combined
 * into one version and one save.
 */
@RestController
class SettingsController implements AutoCloseable {

	private static final Duration WINDOW = Duration.ofMillis(500);

	private final ConfigManager<WolfConfig> manager;

	private final ConfigBatch<WolfConfig> batch;

	SettingsController(ConfigManager<WolfConfig> manager) {
		this.manager = manager;
		this.batch = manager.batch(WINDOW);
	}

	@PatchMapping("/settings")
	CompletableFuture<Saved> change(@RequestBody Map<String, Object> valuesByKey) {
		return this.batch.updateValues(valuesByKey)
			.thenApply((changed) -> new Saved(changed, this.manager.getSnapshot().version()));
	}

	@ExceptionHandler
	ProblemDetail refused(ConfigRejectedException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, ex.getProblems().get(0).message());
	}

	@Override
	public void close() {
		this.batch.close();
	}

	record Saved(boolean changed, long version) {

	}

}
