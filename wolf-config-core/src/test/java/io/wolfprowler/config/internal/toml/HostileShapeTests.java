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

package io.wolfprowler.config.internal.toml;

import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.HostileShape;
import io.wolfprowler.config.fixtures.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Texts that the parser alone would need minutes or hours for.
 */
@Tag("faults")
@Timeout(120)
class HostileShapeTests {

	/** A sixteenth of what is read by default, and all of it on demand. */
	private static final int SIZE = Math.min(Scale.of(256 * 1024), 4 * 1024 * 1024);

	@ParameterizedTest
	@MethodSource("shapes")
	void isReadOrRejected(HostileShape shape) {
		String text = shape.text(SIZE);

		assertThat(isToml(new TomlParser(64), text)).isEqualTo(shape.isToml());
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void isReadAsByTheParserAloneWhenItIsShort(HostileShape shape) {
		assertThatCode(() -> Differential.NEWEST.check(shape.text(60))).doesNotThrowAnyException();
	}

	static Stream<HostileShape> shapes() {
		return HostileShape.all().stream();
	}

	private static boolean isToml(TomlParser parser, String text) {
		try {
			return parser.parse(text).text().equals(text);
		}
		catch (TomlException ex) {
			assertThat(ex.getProblems()).isNotEmpty().hasSizeLessThanOrEqualTo(101);
			return false;
		}
	}

}
