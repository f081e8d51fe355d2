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

import java.util.ArrayList;
import java.util.List;

import io.wolfprowler.config.PartialWriteStats;
import io.wolfprowler.config.internal.engine.manager.Gateway;
import io.wolfprowler.config.internal.engine.manager.GatewayRig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Tests for {@link PartialWriteHeuristics}: a writer stops for longer than the debounce,
 * at every single character of what it writes.
 */
@Tag("faults")
class PartialWriteHeuristicsTests {

	private static final String BEFORE = """
			name = "gate"
			port = 8080
			limit = 10
			workers = 4

			[tls]
			enabled = false
			version = "1.3"

			[[peers]]
			host = "a"
			weight = 100

			[labels]
			zone = "north"
			rack = "r10"
			""";

	private static final String PEERS = BEFORE.replaceFirst("(?s)\\[labels].*", "");

	// The order of the text is not that of the values.
	private static final String SPLIT = """
			name = "gate"
			tls.enabled = false
			port = 8080
			tls.version = "1.3"

			[[peers]]
			host = "a"

			[labels]
			zone = "north"

			[[peers]]
			host = "r10"
			""";

	private static final String REORDERED = """
			limit = 10
			name = "city"
			port = 8080
			workers = 4

			[[peers]]
			host = "a"
			weight = 100

			[labels]
			zone = "south"
			rack = "r10"

			[tls]
			enabled = false
			version = "1.3"
			""";

	/** The writer truncates the file; what it writes keeps every key. */
	static final List<Arguments> NEVER_SHOWN = List.of(
			argumentSet("values changed", BEFORE,
					BEFORE.replace("8080", "9090").replace("north", "south").replace("r10", "r20")),
			argumentSet("every value changed", BEFORE,
					BEFORE.replace("gate", "city").replaceAll("[0-9]+\n", "77\n").replace("false", "true")),
			argumentSet("keys added in the middle", BEFORE,
					BEFORE.replace("weight = 100", "weight = 1\n[[peers]]\nhost = \"b\"")),
			argumentSet("keys removed in the middle", BEFORE, BEFORE.replace("limit = 10\n", "")),
			argumentSet("a table removed in the middle", BEFORE,
					BEFORE.replace("[tls]\nenabled = false\nversion = \"1.3\"\n", "").replace("gate", "city")),
			argumentSet("another order", BEFORE, REORDERED),
			argumentSet("a table in two places", SPLIT, SPLIT.replace("8080", "9090").replace("r10", "r20")),
			argumentSet("comments and blank lines added", BEFORE,
					"# edited\n\n" + BEFORE.replace("\n\n", "\n# next\n\n")),
			argumentSet("line ends changed", BEFORE, BEFORE.replace("8080", "9090").replace("\n", "\r\n")));

	@ParameterizedTest
	@FieldSource("NEVER_SHOWN")
	void neverShowsTheBeginningOfATextThatKeepsEveryKey(String before, String after) {
		assertThat(beginningsShown(before, after)).isEmpty();
	}

	/** What can't be told apart: every key in force is there, and every line is whole. */
	@Test
	void takesATextForWholeThatHasAllKeysInForceAndLacksAddedOnes() {
		String added = BEFORE + "row = \"7\"\nseat = \"8\"\n";

		assertThat(beginningsShown(BEFORE, added)).containsExactly(BEFORE + "row = \"7\"\n");
	}

	@Test
	void takesATextForWholeFromWhichATableWasMovedFurtherDown() {
		String tls = "[tls]\nenabled = false\nversion = \"1.3\"\n";

		assertThat(beginningsShown(BEFORE, BEFORE.replace(tls, "").replace("8080", "9090") + tls.replace("1.3", "1.2")))
			.allMatch((beginning) -> beginning.contains("rack = \"r10\"\n"))
			.isNotEmpty();
	}

	@Test
	void takesATextForWholeThatEndsWithinAValueLikeTheOneInForce() {
		assertThat(beginningsShown("name = \"gate\"\nport = 8080", "name = \"city\"\nport = 9090"))
			.containsExactly("name = \"city\"\nport = 9", "name = \"city\"\nport = 90", "name = \"city\"\nport = 909");
	}

	@Test
	void countsWhatWasHeldBackAndWhatWasMeant() {
		try (GatewayRig rig = watching(BEFORE)) {
			rig.source.put(PEERS);
			rig.signal();
			rig.signal();
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(1, 0, 0));

			rig.advance(GatewayRig.MAX_WAIT);

			assertThat(rig.manager.getConfig().labels()).isEmpty();
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(1, 1, 0));
		}
	}

	@Test
	void doesNotSuspectWhatItHeldBackOrWasVouchedFor() {
		try (GatewayRig rig = watching(BEFORE)) {
			rig.source.put(PEERS);
			rig.signal();
			rig.advance(GatewayRig.MAX_WAIT);
			rig.source.put(PEERS + "[labels]\nrack = \"1\"\n");
			rig.manager.reload();
			rig.source.put(PEERS + "[labels]\nrack = \"1\"\nrow = \"2\"\n");
			rig.signal();

			assertThat(rig.observer.versions()).hasSize(3);
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(1, 1, 0));
		}
	}

	@Test
	void suspectsAVersionThatTheNextOneContinues() {
		String added = BEFORE + "row = \"7\"\nseat = \"8\"\n";
		try (GatewayRig rig = watching(BEFORE)) {
			rig.source.put(BEFORE + "row = \"7\"\n");
			rig.signal();
			rig.source.put(added);
			rig.signal();
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(0, 0, 1));

			rig.source.put(added.replace("8080", "9090"));
			rig.signal();
			rig.advance(GatewayRig.MAX_WAIT);
			rig.source.put(added.replace("8080", "9090").replace("r10", "r20"));
			rig.signal();

			assertThat(rig.observer.versions()).hasSize(4);
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(0, 0, 1));
		}
	}

	@Test
	void suspectsAVersionWrittenInPlaceWithoutTruncation() {
		String after = BEFORE.replace("8080", "9090").replace("r10", "r20");
		try (GatewayRig rig = watching(BEFORE)) {
			rig.source.put(after.substring(0, 100) + BEFORE.substring(100));
			rig.signal();
			rig.source.put(after);
			rig.signal();

			assertThat(rig.observer.versions()).hasSize(2);
			assertThat(rig.manager.status().partialWrites()).isEqualTo(new PartialWriteStats(0, 0, 1));
		}
	}

	private static List<String> beginningsShown(String before, String after) {
		List<String> shown = new ArrayList<>();
		for (int cut = 0; cut < after.length(); cut++) {
			String beginning = after.substring(0, cut);
			if (isShown(before, beginning, after)) {
				shown.add(beginning);
			}
		}
		return shown;
	}

	private static boolean isShown(String before, String beginning, String after) {
		try (GatewayRig rig = watching(before)) {
			Gateway old = rig.manager.getConfig();
			rig.source.put(beginning);
			rig.signal();
			Gateway now = rig.manager.getConfig();
			rig.source.put(after);
			rig.signal();
			assertThat(rig.manager.status().active().digest()).as(beginning).isEqualTo(digestOf(after));
			return !now.equals(old) && !now.equals(rig.manager.getConfig());
		}
	}

	private static String digestOf(String text) {
		try (GatewayRig rig = new GatewayRig(text)) {
			return rig.manager.getSnapshot().digest();
		}
	}

	private static GatewayRig watching(String text) {
		GatewayRig rig = new GatewayRig(text);
		rig.manager.enableHotReload();
		rig.settle();
		return rig;
	}

}
