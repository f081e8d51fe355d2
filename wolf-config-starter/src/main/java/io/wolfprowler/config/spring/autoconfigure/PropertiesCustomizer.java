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

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.TomlVersion;
import io.wolfprowler.config.spring.ConfigManagerCustomizer;
import io.wolfprowler.config.spring.autoconfigure.WolfConfigProperties.HotReload;

import org.springframework.core.Ordered;

/**
 * Gives every manager the settings of the application.
 *
 * @param properties the settings
 */
record PropertiesCustomizer(WolfConfigProperties properties) implements ConfigManagerCustomizer, Ordered {

	@Override
	public <T> void customize(ConfigManager.Builder<T> builder, String name, Class<T> type) {
		HotReload hotReload = this.properties.hotReload();
		builder.startMode(this.properties.startMode())
			.createIfMissing(this.properties.createIfMissing())
			.unknownKeys(this.properties.unknownKeys())
			.allowEmpty(this.properties.allowEmpty())
			.maxSize(this.properties.maxSize().toBytes())
			.maxDepth(this.properties.maxDepth())
			.maxKeys(this.properties.maxKeys())
			.tomlVersion(TomlVersion.of(this.properties.tomlVersion()))
			.slowCallback(this.properties.slowCallback())
			.participantTimeout(this.properties.participantTimeout())
			.probation(this.properties.probe().window(), this.properties.probe().interval())
			.debounce(hotReload.debounce(), hotReload.maxWait())
			.pollInterval(hotReload.pollInterval())
			.eager(hotReload.eager())
			.historySize(this.properties.history().size())
			.historyRequired(this.properties.history().required())
			.filePermissions(this.properties.security().filePermissions());
		if (!this.properties.history().directory().isBlank()) {
			builder.historyDirectory(Path.of(this.properties.history().directory()));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
