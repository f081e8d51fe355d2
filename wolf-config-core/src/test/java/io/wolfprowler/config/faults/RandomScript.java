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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A script that a seed has written: writers of all kinds, good and bad contents and other
 * things in the file's place, one after the other at any pace. In the end there is a good
 * file.
 */
final class RandomScript {

	private static final List<String> BAD = List.of("syntax", "type", "unknown", "twice", "nul", "latin1", "utf16",
			"cut-character", "deep");

	private static final List<String> GOOD = List.of("", "+bom", "+crlf", "+comment", "+long-line");

	private final Random random;

	private final List<String> steps = new ArrayList<>();

	private final List<String> expected = new ArrayList<>();

	private int number = 1;

	private RandomScript(long seed) {
		this.random = new Random(seed);
	}

	static FaultCase of(long seed) {
		return new RandomScript(seed).script("random script " + seed);
	}

	private FaultCase script(String name) {
		int length = 3 + this.random.nextInt(8);
		for (int i = 0; i < length; i++) {
			addSteps();
			if (this.random.nextInt(3) > 0) {
				add("pause " + this.random.nextInt(120) + "ms");
			}
		}
		add("rmtree config.toml");
		add("write config.toml " + good());
		this.expected.set(this.expected.size() - 1, String.valueOf(this.number));
		return new FaultCase(name, Map.of("refusals", "", "events", "no"), List.of(), this.steps, this.expected, "");
	}

	private void addSteps() {
		switch (this.random.nextInt(12)) {
			case 0 -> add("rmtree config.toml", "write config.toml " + good());
			case 1 -> add("write draft " + good(), "rmtree config.toml", "rename draft config.toml");
			case 2 -> inTwoParts("head", "tail");
			case 3 -> inTwoParts("cut", "rest");
			case 4 -> add("rmtree config.toml", "create config.toml", "pause 20ms", "append config.toml " + good());
			case 5 -> add("rmtree config.toml", "write config.toml 8+" + one(BAD));
			case 6 -> add("rmtree config.toml");
			case 7 -> add("rmtree config.toml", "mkdir config.toml/within");
			case 8 -> add("rmtree config.toml", "write real" + this.number + " " + good(),
					"link config.toml real" + (this.number - 1));
			case 9 ->
				add("siblings /etc 50", "rmtree config.toml~", "rmtree config.toml", "write config.toml " + good());
			case 10 -> add("disable", "rmtree config.toml", "write config.toml " + good(), "enable");
			default -> add("lose-events", "rmtree config.toml", "link config.toml config.toml");
		}
	}

	private void inTwoParts(String first, String second) {
		int next = Integer.parseInt(good().replaceFirst("\\+.*", ""));
		add("rmtree config.toml", "write config.toml " + next + "/" + first, "pause " + this.random.nextInt(200) + "ms",
				"append config.toml " + next + "/" + second);
	}

	/** Return the next good content, which may be applied or passed over. */
	private String good() {
		this.number++;
		this.expected.add(this.number + "?");
		return this.number + one(GOOD);
	}

	private String one(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private void add(String... more) {
		this.steps.addAll(List.of(more));
	}

}
