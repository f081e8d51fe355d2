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

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;

import io.wolfprowler.config.internal.bind.ConfigTemplate;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationListener;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Prints a template of the configuration file and exits when the application is started
 * with {@code --wolf.config.template}. The template is for the type in
 * {@code wolf.config.type}, or in {@code --wolf.config.template=CLASS}.
 * <p>
 * It runs when the environment is ready, before the banner, any bean and the web server.
 * Only the command line counts, so that a forgotten property can't end an application.
 */
class TemplateCommand implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final String OPTION = "wolf.config.template";

	private final PrintStream output;

	private final IntConsumer exit;

	TemplateCommand() {
		this(System.out, System::exit);
	}

	/**
	 * Create a command.
	 * @param output receives the template
	 * @param exit exits the application
	 */
	TemplateCommand(PrintStream output, IntConsumer exit) {
		this.output = output;
		this.exit = exit;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		DefaultApplicationArguments arguments = new DefaultApplicationArguments(event.getArgs());
		List<String> values = arguments.getOptionValues(OPTION);
		if (values == null) {
			return;
		}
		String name = values.stream()
			.filter(StringUtils::hasText)
			.findFirst()
			.orElseGet(() -> DefaultManagerType.nameIn(event.getEnvironment()));
		// As bytes, because TOML is UTF-8 whatever the encoding of the terminal.
		this.output.writeBytes(template(name, event).getBytes(StandardCharsets.UTF_8));
		this.output.flush();
		this.exit.accept(0);
	}

	private static String template(String name, ApplicationEnvironmentPreparedEvent event) {
		try {
			Class<?> type = ClassUtils.forName(name, event.getSpringApplication().getClassLoader());
			return ConfigTemplate.of(type).toToml();
		}
		catch (ClassNotFoundException | LinkageError | IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(OPTION, name,
					"It must be the name of a record class: " + ex.getMessage());
		}
	}

}
