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

import java.nio.file.Path;

import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.SealHeader;

/**
 * The part of the configuration that defines how the state is saved.
 *
 * @param saved whether it is saved
 * @param file the state file
 * @param header the algorithms it is sealed with
 */
record StateSettings(boolean saved, Path file, SealHeader header) {

	static StateSettings of(WolfConfig config) {
		return new StateSettings(config.saveState(), Path.of(config.stateFile()).normalize(),
				new SealHeader(config.crypto().cipherSuite(), config.crypto().hashFunction()));
	}

	@Override
	public String toString() {
		return this.saved ? this.file + ", sealed with " + this.header.suite() + " and " + this.header.hash()
				: "no file";
	}

}
