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

package io.wolfprowler.config;

import java.nio.file.Path;

/**
 * Which accepted versions a manager keeps, and where.
 *
 * @see ConfigManagerBuilder#history
 */
public interface HistoryOptions {

	/**
	 * Set how many accepted versions are kept for a rollback.
	 * @param size at least 1; 20 by default
	 * @return these options
	 */
	HistoryOptions size(int size);

	/**
	 * Also keep the accepted versions in a directory, where they survive a restart. Each
	 * document is a file that only its owner may read, written after the listeners have
	 * run. A version that can't be written is logged as a warning.
	 * @param directory the directory, created when it is needed; a relative path is
	 * resolved against the directory of the {@link ConfigManager#configPath()}. By
	 * default there is none, and {@code .wolf-config} where the start mode or
	 * {@link #required(boolean)} needs one
	 * @return these options
	 */
	HistoryOptions directory(Path directory);

	/**
	 * Set whether a version must be written to the directory before it becomes active. A
	 * version that can't be written is then vetoed.
	 * @param required {@code false} by default
	 * @return these options
	 */
	HistoryOptions required(boolean required);

}
