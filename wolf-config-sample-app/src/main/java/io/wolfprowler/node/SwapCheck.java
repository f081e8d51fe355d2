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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.wolfprowler.config.ConfigView;
import io.wolfprowler.config.wolf.MemoryProtection;
import io.wolfprowler.config.wolf.WolfConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Warns if {@code memory_protection} requires what Java can't do: prevent memory from
 * being swapped out.
 */
@Component
class SwapCheck {

	private static final Logger logger = LoggerFactory.getLogger(SwapCheck.class);

	@Autowired
	SwapCheck(ConfigView<WolfConfig> config) {
		this(config, Path.of("/proc/swaps"));
	}

	SwapCheck(ConfigView<WolfConfig> config, Path swaps) {
		if (config.get().crypto().memoryProtection() == MemoryProtection.Strict && hasEntries(swaps)) {
			logger.warn("Keys may be swapped out for the moments they are in use, and memory_protection is Strict: "
					+ "turn swap off on this machine, or encrypt it");
		}
	}

	// The first line is a heading.
	private static boolean hasEntries(Path swaps) {
		try (Stream<String> lines = Files.lines(swaps)) {
			return lines.count() > 1;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
