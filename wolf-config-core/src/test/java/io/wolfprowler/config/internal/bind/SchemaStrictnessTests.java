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

package io.wolfprowler.config.internal.bind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a {@link Schema} takes no value of another type for the one that is due.
 */
class SchemaStrictnessTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					Number | number = 8443.5        | must be an integer, found 8443.5
					Number | number = 8443.0        | must be an integer, found 8443.0
					Number | number = "8080"        | must be an integer, found "8080"
					Number | number = true          | must be an integer, found true
					Number | number = {}            | must be an integer, found a table
					Number | number = [1]           | must be an integer, found an array
					Number | number = 2147483648    | must be between -2147483648 and 2147483647, found 2147483648
					Tiny   | tiny = 128             | must be between -128 and 127, found 128
					Little | little = -32769        | must be between -32768 and 32767, found -32769
					Boxed  | boxed = "7"            | must be an integer, found "7"
					Flag   | flag = "yes"           | must be true or false, found "yes"
					Flag   | flag = "true"          | must be true or false, found "true"
					Flag   | flag = 1               | must be true or false, found 1
					Text   | text = 1               | must be a string, found 1
					Text   | text = true            | must be a string, found true
					Text   | text = 2026-11-23      | must be a string, found 2026-11-23
					Letter | letter = "xy"          | must be a string of one character, found "xy"
					Letter | letter = ""            | must be a string of one character, found ""
					Real   | real = "1.5"           | must be a number, found "1.5"
					Real   | real = 9007199254740993 | must be a number, found 9007199254740993
					Real   | real = 9223372036854775807 | must be a number, found 9223372036854775807
					Single | single = 1e300         | must be a number, found 1.0E300
					Single | single = 16777217      | must be a number, found 16777217
					Big    | big = 1.0              | must be an integer, found 1.0
					Price  | price = "a lot"        | must be a number, found "a lot"
					Price  | price = nan            | must be a number, found NaN
					Price  | price = true           | must be a number, found true
					Day    | day = "Monday"         | must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, found "Monday"
					Day    | day = 0                | must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, found 0
					Wait   | pause = 5               | must be a duration like "500ms", "5s" or "1h30m", found 5
					Wait   | pause = "5"             | must be a duration like "500ms", "5s" or "1h30m", found "5"
					Wait   | pause = "99999999999999999999s" | must be a duration like "500ms", "5s" or "1h30m", found "99999999999999999999s"
					Date   | date = "2026-11-23"    | must be a date like 2026-11-23, found "2026-11-23"
					Date   | date = 2026-11-23T07:32:00 | must be a date like 2026-11-23, found 2026-11-23T07:32
					Time   | time = 7               | must be a time like 07:32:00, found 7
					Local  | local = 2026-11-23T07:32:00Z | must be a date and time like 2026-11-23T07:32:00, found 2026-11-23T07:32Z
					Moment | moment = 2026-11-23T07:32:00 | must be a date and time with an offset like 2026-11-23T07:32:00Z, found 2026-11-23T07:32
					Location | path = "\\u0000"     | must be a path, found "\\u0000"
					Address | uri = "a b"           | must be a string that is a uri, found "a b"
					Id     | id = "x"               | must be a string that is a uuid, found "x"
					Language | locale = "no_such!"  | must be a language tag like "en-GB", found "no_such!"
					Encoding | charset = "UTF-99"   | must be a charset like "UTF-8", found "UTF-99"
					Zone   | zone = "Mars/Base"     | must be a string that is a zoneid, found "Mars/Base"
					Expression | pattern = "("      | must be a regular expression, found "("
					Expression | pattern = 1        | must be a regular expression, found 1
					""")
	void valueThatDoesNotFitIsRejected(String type, String toml, String message) throws ReflectiveOperationException {
		Schema<?> schema = Schema.of(Class.forName(ScalarRecords.class.getName() + "$" + type));

		String key = toml.substring(0, toml.indexOf(' '));
		assertThat(Binding.problems(schema, toml))
			.containsExactly("1:" + (key.length() + 4) + ": " + key + " " + message);
	}

}
