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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

import io.wolfprowler.config.Outcome;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spi.ConfigSource;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a source.
 *
 * @param content the content, {@code null} if there is none to be had
 * @param outcome what the lack of a content means
 * @param problems why there is none
 * @param absent whether the source has no content at all
 */
public record SourceReadResult(@Nullable SourceContent content, Outcome outcome, List<Problem> problems,
		boolean absent) {

	public static SourceReadResult of(ConfigSource source) {
		try {
			return new SourceReadResult(Objects.requireNonNull(source.read(), "content"), Outcome.APPLIED, List.of(),
					false);
		}
		catch (SourceRejectedException ex) {
			return failed(Outcome.REJECTED, messageOf(ex), false);
		}
		catch (NoSuchFileException ex) {
			return failed(Outcome.UNAVAILABLE, "does not exist", true);
		}
		catch (IOException | RuntimeException ex) {
			return failed(Outcome.UNAVAILABLE, "can't be read: " + messageOf(ex), false);
		}
	}

	public static String messageOf(Exception failure) {
		if (failure instanceof AccessDeniedException denied) {
			return "permission denied for " + denied.getFile();
		}
		if (failure instanceof FileSystemException system && system.getReason() != null) {
			return system.getReason();
		}
		String message = failure.getMessage();
		return (message != null) ? message : failure.getClass().getSimpleName();
	}

	private static SourceReadResult failed(Outcome outcome, String message, boolean absent) {
		return new SourceReadResult(null, outcome, List.of(new Problem(Problem.Stage.READ, null, 0, 0, message)),
				absent);
	}

}
