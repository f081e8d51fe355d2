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

import java.util.stream.Stream;

import io.wolfprowler.config.fixtures.ChildJvm;
import io.wolfprowler.config.fixtures.Requires;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What happens to a process that lacks something: rights, which root never does, or what
 * the machine has only so much of.
 */
@Tag("faults")
class PoorProcessTests {

	@TestFactory
	Stream<DynamicTest> withoutRights() throws Exception {
		Requires.root();
		return ScriptJvm.tests("permissions.txt", ScriptJvm.launch("permissions.txt").asNobody());
	}

	@TestFactory
	Stream<DynamicTest> withoutInotifyInstances() throws Exception {
		return ScriptJvm.tests("limits.txt", limited("max_inotify_instances", 0));
	}

	@TestFactory
	Stream<DynamicTest> withoutInotifyWatches() throws Exception {
		return ScriptJvm.tests("limits.txt", limited("max_inotify_watches", 0));
	}

	// A limit of a user namespace, which leaves the rest of the machine alone.
	private static ChildJvm.Launch limited(String limit, int value) {
		Requires.root();
		return ScriptJvm.launch("limits.txt")
			.through("unshare", "-Ur", "sh", "-c", "echo " + value + " > /proc/sys/user/" + limit + " && exec \"$@\"",
					"sh");
	}

}
