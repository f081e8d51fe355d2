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

package io.wolfprowler.config.history;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.SourceContent;
import io.wolfprowler.config.WritableConfigSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.jspecify.annotations.Nullable;

/**
 * The newest content that was accepted, kept where a restart finds it. Keeping it may
 * fail: that is a warning, never a lost reload.
 */
public final class LastGood {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private final WritableConfigSource store;

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create a keeper.
	 * @param store where the content is kept
	 */
	public LastGood(WritableConfigSource store) {
		this.store = store;
	}

	/**
	 * Keep a content in place of the one before.
	 * @param content an accepted content
	 */
	public void keep(byte[] content) {
		try {
			SourceContent present = newest();
			SourceContent wanted = SourceContent.of(content);
			if (present == null || !present.digest().equals(wanted.digest())) {
				this.store.write(content, (present != null) ? present.revision() : SourceContent.ABSENT);
			}
			this.warned.set(false);
		}
		catch (IOException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Cannot keep the last good content in " + this.store.description()
						+ "; a restart on a broken source will find an older one or none: " + ex);
			}
		}
	}

	/**
	 * Return the content kept.
	 * @return the content, {@code null} if there is none or it can't be read
	 */
	public @Nullable SourceContent newest() {
		try {
			return this.store.read();
		}
		catch (IOException ex) {
			logger.debug("No last good content in " + this.store.description(), ex);
			return null;
		}
	}

}
