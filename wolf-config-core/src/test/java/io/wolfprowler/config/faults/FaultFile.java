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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a file of scripts.
 *
 * <pre>
 * == name
 * &#64;option value     see {@link Bench}
 * step            before the manager starts, if -- follows
 * --
 * step            see {@link FileSteps} and {@link ManagerSteps}
 * -&gt; 2 3          what is applied, one after the other; "2?" may be passed over
 * -&gt; REJECTED ..  or what the last look says
 * </pre>
 */
final class FaultFile {

	private final List<FaultCase> cases = new ArrayList<>();

	private String name = "";

	private Map<String, String> options = new LinkedHashMap<>();

	private List<String> given = List.of();

	private List<String> steps = new ArrayList<>();

	private FaultFile() {
	}

	static List<FaultCase> read(String file) {
		try (InputStream in = FaultFile.class.getResourceAsStream("/faults/" + file)) {
			String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
			FaultFile read = new FaultFile();
			text.lines().map((line) -> line.replaceFirst("(^|\\s+)# .*", "").strip()).forEach(read::take);
			return List.copyOf(read.cases);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void take(String line) {
		if (line.startsWith("== ")) {
			this.name = line.substring(3);
			this.options = new LinkedHashMap<>();
			this.given = List.of();
			this.steps = new ArrayList<>();
		}
		else if (line.startsWith("@")) {
			String[] option = line.substring(1).split("\\s+", 2);
			this.options.put(option[0], (option.length > 1) ? option[1] : "");
		}
		else if (line.equals("--")) {
			this.given = this.steps;
			this.steps = new ArrayList<>();
		}
		else if (line.startsWith("-> ")) {
			this.cases.add(ended(line.substring(3)));
		}
		else if (!line.isEmpty()) {
			this.steps.add(line);
		}
	}

	private FaultCase ended(String end) {
		int words = end.replaceFirst("[A-Z]{3,}.*", "").length();
		String applied = end.substring(0, words).strip();
		return new FaultCase(this.name, Map.copyOf(this.options), List.copyOf(this.given), List.copyOf(this.steps),
				applied.isEmpty() ? List.of() : List.of(applied.split("\\s+")), end.substring(words).strip());
	}

}
