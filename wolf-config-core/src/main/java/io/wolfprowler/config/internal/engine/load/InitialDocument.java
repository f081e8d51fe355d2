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

package io.wolfprowler.config.internal.engine.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.wolfprowler.config.internal.bind.ConfigTemplate;
import io.wolfprowler.config.internal.engine.attempt.IoFailure;
import io.wolfprowler.config.internal.engine.notify.ReloadLog;
import io.wolfprowler.config.internal.file.FileSource;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.StaleRevisionException;
import io.wolfprowler.config.spi.WritableConfigSource;

/**
 * Creates the first document of a source: the template of the configuration type.
 *
 * @param source the source
 * @param path the path of the file
 * @param template the document
 * @param log informs the operator
 */
public record InitialDocument(ConfigSource source, Path path, ConfigTemplate template, ReloadLog log) {

	/**
	 * Write the template to a source that is absent.
	 * @return what the source holds now, which may be what somebody else has written
	 */
	public SourceReadResult write() {
		try {
			checkDirectory();
			if (!(this.source instanceof WritableConfigSource writable)) {
				throw new IOException("it is read-only");
			}
			writable.write(this.template.toToml().getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);
			this.log.created();
		}
		catch (StaleRevisionException ex) {
			return SourceReadResult.of(this.source);
		}
		catch (IOException ex) {
			return new SourceReadResult.Missing(SourceReadResult.Missing.Reason.UNREADABLE,
					"does not exist, and can't be created: " + IoFailure.messageOf(ex));
		}
		return SourceReadResult.of(this.source);
	}

	// A missing directory may be a typing error, or a volume that is not mounted yet.
	private void checkDirectory() throws IOException {
		Path directory = this.path.toAbsolutePath().getParent();
		if (this.source instanceof FileSource && directory != null && !Files.isDirectory(directory)) {
			throw new IOException("there is no directory " + directory);
		}
	}

}
