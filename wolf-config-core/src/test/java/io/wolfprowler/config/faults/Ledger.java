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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ConfigManagerBuilder;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Problem;

/**
 * A configuration that can tell whether it is whole: one key is the checksum of all the
 * others. Each entry changes the number and one more key, to a text of another length.
 */
record Ledger(long number, String note, Remark remark, List<Integer> marks, long checksum) {

	static final String TEXT = new Ledger(0, "", new Remark("", 0), List.of(), 0).sealed().toToml();

	private static final int LONGEST = 2000;

	/** Not valid unless it is whole. */
	static ConfigManagerBuilder<Ledger> managerOf(Path file) {
		ConfigValidator<Ledger> whole = (ledger) -> ledger.equals(ledger.sealed()) ? List.of()
				: List.of(Problem.invalid("checksum", "must be that of the other keys: it is torn"));
		return ConfigManager.builder(Ledger.class)
			.file(file)
			.history((history) -> history.directory(Path.of(".wolf-config")))
			.validator(whole);
	}

	Ledger next(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> new Ledger(this.number + 1, text(random), this.remark, this.marks, 0).sealed();
			case 1 ->
				new Ledger(this.number + 1, this.note, this.remark.withText(text(random)), this.marks, 0).sealed();
			case 2 -> new Ledger(this.number + 1, this.note, this.remark.next(), this.marks, 0).sealed();
			default -> new Ledger(this.number + 1, this.note, this.remark, marks(random), 0).sealed();
		};
	}

	/** Whether a text still has the comments that it was given at first. */
	static boolean hasItsComments(String text) {
		return text.startsWith("# A ledger.\n") && text.contains(" # counts the entries\n")
				&& text.contains("\n\n# What there is to say.\n[remark]\n");
	}

	private Ledger sealed() {
		CRC32 sum = new CRC32();
		String others = this.number + "\n" + this.note + "\n" + this.remark + "\n" + this.marks;
		sum.update(others.getBytes(StandardCharsets.UTF_8));
		return new Ledger(this.number, this.note, this.remark, this.marks, sum.getValue());
	}

	private String toToml() {
		return """
				# A ledger.
				number = %d # counts the entries
				note = "%s"
				marks = []
				checksum = %d

				# What there is to say.
				[remark]
				text = "%s"
				weight = %d
				""".formatted(this.number, this.note, this.checksum, this.remark.text(), this.remark.weight());
	}

	private static String text(Random random) {
		return "x".repeat(random.nextInt(LONGEST));
	}

	private static List<Integer> marks(Random random) {
		return random.ints(random.nextInt(20), 0, 1000).boxed().toList();
	}

	record Remark(String text, int weight) {

		Remark withText(String other) {
			return new Remark(other, this.weight);
		}

		Remark next() {
			return new Remark(this.text, this.weight + 1);
		}

	}

}
