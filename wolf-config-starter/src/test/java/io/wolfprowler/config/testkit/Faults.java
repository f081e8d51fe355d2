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

package io.wolfprowler.config.testkit;

import java.io.IOException;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;

/**
 * Everything that code of a user may throw.
 */
@NullMarked
public final class Faults {

	private Faults() {
	}

	/**
	 * One of each kind.
	 * @return what can be thrown
	 */
	public static Stream<Throwable> all() {
		return Stream.of(new IllegalStateException("unchecked"), new IOException("checked"),
				new AssertionError("assertion"), new StackOverflowError("too deep"),
				new OutOfMemoryError("thrown by hand"), new NoClassDefFoundError("com/example/Gone"),
				new InterruptedException("interrupted"), new Throwable("bare"));
	}

	/**
	 * Throws anything, declared or not.
	 * @param failure what is thrown
	 * @param <R> what the caller would return
	 * @param <E> what the compiler takes it for
	 * @return never
	 * @throws E what was given
	 */
	@SuppressWarnings("unchecked")
	public static <R, E extends Throwable> R sneak(Throwable failure) throws E {
		throw (E) failure;
	}

}
