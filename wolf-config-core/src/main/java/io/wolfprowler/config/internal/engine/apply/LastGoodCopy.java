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

package io.wolfprowler.config.internal.engine.apply;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file with the newest accepted document of a source that is not a file.
 */
public final class LastGoodCopy {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final WritableConfigSource file;

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create a copy.
	 * @param file the file, written durably and in one step
	 */
	public LastGoodCopy(WritableConfigSource file) {
		this.file = file;
	}

	/** Write a document, unless the file holds it already. A failure is one warning. */
	void write(byte[] document) {
		try {
			SourceContent present = present();
			if (present == null || !present.digest().equals(SourceContent.of(document).digest())) {
				this.file.write(document, (present != null) ? present.revision() : SourceContent.ABSENT);
			}
			this.warned.set(false);
		}
		catch (IOException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Cannot keep a copy of the active document in " + this.file.description() + ": "
						+ IoFailure.messageOf(ex));
			}
		}
	}

	private @Nullable SourceContent present() {
		try {
			return this.file.read();
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

}
