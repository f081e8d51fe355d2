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

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.internal.toml.TomlParser;
import io.wolfprowler.config.spi.SourceContent;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Parses and binds a document in the background while the application starts, because the
 * first use of the parser takes longer than everything else on startup.
 */
class ParserPreinitializer implements BackgroundPreinitializer {

	private static final String TEXT = """
			# every kind of token once
			number = 1
			list = ["a", 'b']
			[table]
			flag = true
			""";

	@Override
	public void preinitialize() throws Exception {
		SourceContent content = SourceContent.of(TEXT.getBytes(StandardCharsets.UTF_8));
		Schema.of(Sample.class).bind(new TomlParser(2).parse(content).values());
	}

	private record Sample(int number, List<String> list, Table table) {

		private record Table(boolean flag) {

		}

	}

}
