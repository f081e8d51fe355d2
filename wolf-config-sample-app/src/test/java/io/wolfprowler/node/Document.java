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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigException;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;

/**
 * A document for users, whose blocks are tried.
 *
 * @param path its path from the root of the project
 * @param blocks its blocks
 */
record Document(String path, List<CodeBlock> blocks) {

	private static final Path ROOT = Path.of("..");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

	static Document at(String path) {
		return new Document(path, CodeBlock.in(ROOT.resolve(path)));
	}

	Stream<CodeBlock> blocks(String language) {
		return this.blocks.stream().filter((block) -> block.language().equals(language));
	}

	/** Compile its Java to a directory. */
	JavaBlocks compiled(Path directory) {
		return new JavaBlocks(blocks("java").toList(), directory);
	}

	/** Return the files that it links to. */
	List<Path> links() {
		Path file = ROOT.resolve(this.path);
		return LINK.matcher(textOf(file)).results().map((link) -> file.resolveSibling(link.group(1))).toList();
	}

	/**
	 * Return why a block of TOML is the configuration neither of a node nor of a record
	 * in this document, empty if it is.
	 */
	static String complaints(CodeBlock toml, JavaBlocks java, Path directory) {
		StringBuilder problems = new StringBuilder();
		Path file = directory.resolve("block.toml");
		try {
			Files.writeString(file, toml.text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		boolean fits = Stream.concat(Stream.of(WolfConfig.class), java.records())
			.anyMatch((type) -> fits(file, type, problems));
		return fits ? "" : problems.toString();
	}

	@Override
	public String toString() {
		return this.path;
	}

	private static boolean fits(Path file, Class<?> type, StringBuilder problems) {
		try (ConfigManager<?> manager = ConfigManager.builder(type).file(file).build()) {
			return manager.getConfig() != null;
		}
		catch (ConfigException | IllegalArgumentException ex) {
			problems.append(System.lineSeparator()).append(type.getSimpleName()).append(": ").append(ex.getMessage());
			return false;
		}
	}

	private static String textOf(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
