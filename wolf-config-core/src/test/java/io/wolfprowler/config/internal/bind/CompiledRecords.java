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

package io.wolfprowler.config.internal.bind;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.ElementType;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records named {@code Sample} with one component, compiled with annotations that are
 * known by their names: those on the class path, and a stub for each other one.
 */
final class CompiledRecords {

	private final Path directory;

	private final Set<Path> sources = new LinkedHashSet<>();

	private final Set<String> classPath = new LinkedHashSet<>();

	private final Map<String, String> recordsByAnnotation = new LinkedHashMap<>();

	CompiledRecords(Path directory) {
		this.directory = directory;
	}

	/** Add a record with an annotation on its component. */
	CompiledRecords add(String annotation, ElementType... targets) throws IOException {
		return add(annotation, use(annotation, targets) + " String value");
	}

	/** Add a record with an annotation on the type argument of its component. */
	CompiledRecords addOnElement(String annotation) throws IOException {
		return add(annotation, "java.util.List<" + use(annotation, ElementType.TYPE_USE) + " String> value");
	}

	private CompiledRecords add(String annotation, String component) throws IOException {
		String packageName = "sample" + this.recordsByAnnotation.size();
		this.recordsByAnnotation.put(annotation, packageName + ".Sample");
		write(packageName + ".Sample", "package " + packageName + "; public record Sample(" + component + ") { }");
		return this;
	}

	/** Compile all, and return the record for each annotation. */
	Map<String, Class<?>> compile() throws IOException, ClassNotFoundException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		List<String> options = List.of("-proc:none", "-d", this.directory.toString(), "-classpath",
				String.join(System.getProperty("path.separator"), this.classPath));
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			assertThat(compiler
				.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(this.sources))
				.call()).as(messages.toString()).isTrue();
		}
		ClassLoader loader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() },
				getClass().getClassLoader());
		Map<String, Class<?>> records = new LinkedHashMap<>();
		for (Map.Entry<String, String> entry : this.recordsByAnnotation.entrySet()) {
			records.put(entry.getKey(), loader.loadClass(entry.getValue()));
		}
		return records;
	}

	private String use(String annotation, ElementType... targets) throws IOException {
		Class<?> known = find(annotation);
		if (known == null) {
			write(annotation.replaceAll("\\$.*", ""), stub(annotation, targets));
			return "@" + annotation.replace('$', '.');
		}
		useClassPathOf(known);
		String attributes = Stream.of(known.getDeclaredMethods())
			.filter((attribute) -> attribute.getDefaultValue() == null)
			.map((attribute) -> attribute.getName() + " = " + value(attribute))
			.collect(Collectors.joining(", "));
		return "@" + annotation.replace('$', '.') + "(" + attributes + ")";
	}

	private String value(Method attribute) {
		Class<?> type = attribute.getReturnType();
		useClassPathOf(type);
		if (type.isEnum()) {
			return type.getName() + "." + ((Enum<?>) type.getEnumConstants()[0]).name();
		}
		return type.isArray() ? "{}" : "\"x\"";
	}

	private void useClassPathOf(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		if (source != null) {
			this.classPath.add(source.getLocation().getPath());
		}
	}

	private void write(String type, String source) throws IOException {
		Path file = this.directory.resolve(type.replace('.', '/') + ".java");
		Files.createDirectories(file.getParent());
		if (this.sources.add(file)) {
			Files.writeString(file, source);
		}
		else {
			// Two annotations within one type.
			String before = Files.readString(file);
			Files.writeString(file, before.substring(0, before.lastIndexOf('}')) + within(source) + "}");
		}
	}

	private static String within(String source) {
		return source.substring(source.indexOf('{') + 1, source.lastIndexOf('}'));
	}

	private static String stub(String annotation, ElementType... targets) {
		int dot = annotation.lastIndexOf('.');
		String[] nested = annotation.substring(dot + 1).split("\\$");
		String where = Stream.of(targets)
			.map((target) -> "java.lang.annotation.ElementType." + target)
			.collect(Collectors.joining(", "));
		String type = "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
				+ " @java.lang.annotation.Target({ " + where + " }) public @interface " + nested[nested.length - 1]
				+ " { }";
		return "package " + annotation.substring(0, dot) + "; "
				+ ((nested.length > 1) ? "public interface " + nested[0] + " { " + type + " }" : type);
	}

	private static Class<?> find(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

}
