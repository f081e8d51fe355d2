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

package io.wolfprowler.config.faults;

import java.util.List;

import io.wolfprowler.config.Default;

/**
 * The configuration of the fault suite: one number, said several times from the first
 * line to the last, so that whoever reads two parts of different texts knows.
 */
record Sheet(int number, String title, Part first, List<Row> rows, Part last) {

	private static final String TEXT = """
			# what the node goes by
			number = 1001 # the same everywhere
			title = "sheet 1001"

			[first]
			number = 1001
			fixed = 7

			[[rows]]
			number = 1001

			[[rows]]
			number = 1001

			[last]
			number = 1001
			""";

	/** Return the text that says a number, 1 to 8999, everywhere. */
	static String text(int number) {
		return TEXT.replace("1001", String.valueOf(1000 + number));
	}

	int said() {
		return this.number - 1000;
	}

	boolean isWhole() {
		return this.rows.size() == 2 && this.title.equals("sheet " + this.number) && this.first.number == this.number
				&& this.last.number == this.number && this.rows.stream().allMatch((row) -> row.number == this.number);
	}

	Sheet saying(int other) {
		int number = 1000 + other;
		Part part = new Part(number, 0);
		return new Sheet(number, "sheet " + number, new Part(number, this.first.fixed),
				List.of(new Row(number), new Row(number)), part);
	}

	/**
	 * A row of the sheet.
	 */
	record Row(int number) {

	}

	/**
	 * A part of the sheet.
	 */
	record Part(int number, @Default("0") int fixed) {

	}

}
