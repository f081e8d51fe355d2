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

package io.wolfprowler.config.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A context with a manager of a {@link WolfConfig} and a {@link Journal}. Nothing is
 * watched; an update returns when its listeners have run.
 */
final class LiveContext implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Journal journal = new Journal();

	private final ConfigManager<WolfConfig> manager;

	private LiveContext(Path file, Consumer<GenericApplicationContext> setup) {
		ContextConfigManagers managers = new ContextConfigManagers(this.context, List.of());
		this.manager = managers.create("wolf", WolfConfig.class, file);
		this.context.registerBean(Journal.class, () -> this.journal);
		this.context.registerBean(ContextConfigManagers.class, () -> managers);
		this.context.registerBean(ConfigManager.class, () -> this.manager);
		setup.accept(this.context);
		this.context.refresh();
		this.journal.clear();
	}

	static LiveContext in(Path directory, Class<?>... components) {
		return in(directory, (context) -> Stream.of(components).forEach(context::registerBean));
	}

	static LiveContext in(Path directory, Consumer<GenericApplicationContext> setup) {
		return new LiveContext(write(directory.resolve("config.toml"), "web_port = 8080\n"), setup);
	}

	static Path write(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	AnnotationConfigApplicationContext context() {
		return this.context;
	}

	ConfigManager<WolfConfig> manager() {
		return this.manager;
	}

	List<String> journal() {
		return this.journal.entries();
	}

	/** Change the port, and return what the listeners heard. */
	List<String> changePort(int port) {
		return update((config) -> config.webPort(port));
	}

	List<String> update(Consumer<WolfConfig.Builder> edits) {
		this.manager.updateConfig((config) -> config.with(edits));
		return journal();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
