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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Java blocks of a document, compiled together against the class path of the test, so
 * that a block may use the types of another.
 * <p>
 * A block that parses as types is compiled as it is. One that does not, but parses as
 * members of a class, is put into a class; any other into a method. What readers import
 * without being told, {@link #IMPORTS}, is imported. Lines are those of the document.
 */
final class JavaBlocks {

	private static final String IMPORTS = Stream.of("java.nio.file.*", "java.time.*", "java.util.*",
			"io.wolfprowler.config.*", "io.wolfprowler.config.spring.*", "io.wolfprowler.config.test.*",
			"io.wolfprowler.config.wolf.*", "org.junit.jupiter.api.Test",
			"org.springframework.beans.factory.annotation.Autowired", "org.springframework.boot.SpringApplication",
			"org.springframework.boot.autoconfigure.SpringBootApplication",
			"org.springframework.boot.test.context.SpringBootTest", "org.springframework.context.annotation.Bean",
			"org.springframework.context.annotation.Configuration", "org.springframework.context.event.EventListener",
			"org.springframework.core.annotation.Order", "static org.assertj.core.api.Assertions.assertThat",
			"org.springframework.stereotype.*", "org.springframework.web.bind.annotation.*")
		.map((name) -> "import " + name + ";")
		.collect(Collectors.joining());

	private static final List<String> WRAPPINGS = List.of("%2$s", "class Block%1$d { %2$s }",
			"class Block%1$d { void run() throws Exception { %2$s } }");

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	private final Path output;

	private final List<String> complaints;

	JavaBlocks(List<CodeBlock> blocks, Path output) {
		this.output = output;
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		task(diagnostics, blocks.stream().map(this::wrapped).toList()).call();
		this.complaints = texts(diagnostics);
	}

	/** Return what the compiler has to say. */
	List<String> complaints() {
		return this.complaints;
	}

	/** Load the records that the blocks declare at the top level. */
	Stream<Class<?>> records() {
		try (Stream<Path> files = Files.list(this.output)) {
			URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() },
					getClass().getClassLoader());
			List<Class<?>> records = new ArrayList<>();
			for (Path file : files.filter((each) -> each.toString().endsWith(".class")).sorted().toList()) {
				records.add(loader.loadClass(file.getFileName().toString().replace(".class", "")));
			}
			return records.stream().filter((type) -> type.isRecord());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Source wrapped(CodeBlock block) {
		List<Source> sources = WRAPPINGS.stream().map((wrapping) -> new Source(block, wrapping)).toList();
		return sources.stream().filter(this::parses).findFirst().orElse(sources.get(sources.size() - 1));
	}

	private boolean parses(Source source) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try {
			((JavacTask) task(diagnostics, List.of(source))).parse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return diagnostics.getDiagnostics().isEmpty();
	}

	private JavaCompiler.CompilationTask task(DiagnosticCollector<JavaFileObject> diagnostics, List<Source> sources) {
		List<String> options = List.of("-proc:none", "-parameters", "--release", "17",
				"-Xlint:deprecation,rawtypes,removal,unchecked", "-d", this.output.toString(), "-cp",
				System.getProperty("java.class.path"));
		return this.compiler.getTask(null, null, diagnostics, options, null, sources);
	}

	private static List<String> texts(DiagnosticCollector<JavaFileObject> diagnostics) {
		return diagnostics.getDiagnostics().stream().map(JavaBlocks::text).toList();
	}

	private static String text(Diagnostic<?> diagnostic) {
		return "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		private Source(CodeBlock block, String wrapping) {
			super(URI.create("string:///Line" + block.line() + Kind.SOURCE.extension), Kind.SOURCE);
			this.text = IMPORTS + "\n".repeat(block.line() - 1)
					+ String.format(Locale.ROOT, wrapping, block.line(), block.text());
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
