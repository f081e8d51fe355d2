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

import java.nio.file.Path;

import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.HistoryOptions;
import io.wolfprowler.config.LimitOptions;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.WatchOptions;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties.HotReload;

import org.springframework.core.Ordered;

/**
 * Applies the properties of the application to every manager.
 *
 * @param properties the settings
 */
record PropertiesCustomizer(WolfConfigProperties properties) implements ConfigManagerCustomizer, Ordered {

	@Override
	public <T> void customize(ConfigManagerBuilder<T> builder, String name, Class<T> type) {
		builder.startMode(this.properties.startMode())
			.createIfMissing(this.properties.createIfMissing())
			.unknownKeys(this.properties.unknownKeys())
			.allowEmpty(this.properties.allowEmpty())
			.tomlVersion(TomlVersion.of(this.properties.tomlVersion()))
			.slowCallback(this.properties.slowCallback())
			.participantTimeout(this.properties.participantTimeout())
			.watch(this::customize)
			.history(this::customize)
			.limits(this::customize)
			.security((security) -> security.filePermissions(this.properties.security().filePermissions()))
			.probes((probes) -> probes.window(this.properties.probe().window())
				.interval(this.properties.probe().interval()));
	}

	private void customize(WatchOptions watch) {
		HotReload hotReload = this.properties.hotReload();
		watch.debounce(hotReload.debounce())
			.maxWait(hotReload.maxWait())
			.pollInterval(hotReload.pollInterval())
			.eager(hotReload.eager());
	}

	private void customize(HistoryOptions history) {
		history.size(this.properties.history().size()).required(this.properties.history().required());
		if (!this.properties.history().directory().isBlank()) {
			history.directory(Path.of(this.properties.history().directory()));
		}
	}

	private void customize(LimitOptions limits) {
		limits.maxSize(this.properties.maxSize().toBytes())
			.maxDepth(this.properties.maxDepth())
			.maxKeys(this.properties.maxKeys());
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
