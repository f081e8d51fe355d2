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

package io.wolfprowler.config.spring;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for which listeners hear of what.
 */
class ListenerSignatureTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Variant                | WebServer
					AnyChange              | WebServer, P2PNetwork
					ClassesAttribute       | WebServer, P2PNetwork
					ClassesWithoutArgument | called
					EventOfVariant         | ConfigChangeEvent<WebServer>
					EventOfAny             | ConfigChangeEvent<WebServer>, ConfigChangeEvent<P2PNetwork>
					EventOfBound           | ConfigChangeEvent<WebServer>, ConfigChangeEvent<P2PNetwork>
					RawEvent               | ConfigChangeEvent<WebServer>, ConfigChangeEvent<P2PNetwork>
					EventOfRoot            |
					PayloadEvent           | ConfigChangeEvent<WebServer>
							AnyEvent               | ConfigChangeEvent<WebServer>, ConfigChangeEvent<P2PNetwork>, ConfigReloadedEvent<WolfConfig>
					Anything               | WebServer, P2PNetwork, WolfConfig
					ListenerBean           | ConfigChangeEvent<WebServer>
					PayloadListenerBean    | WebServer
					Config                 | WolfConfig
							ReloadedEvent          | ConfigReloadedEvent<WolfConfig>
					AnyReloadedEvent       | ConfigReloadedEvent<WolfConfig>
					OtherReloadedEvent     |
					Rejected               |
					ConditionThatHolds     | WebServer
					ConditionThatDoesNot   |
					ConditionOnArgument    | WebServer
					ConditionOnManager     | ConfigChangeEvent<WebServer>
					""")
	void hearsWhatItsSignatureAsksFor(String listener, String heard) throws ClassNotFoundException {
		try (LiveContext live = LiveContext.in(this.directory,
				Class.forName(Listeners.class.getName() + "$" + listener))) {

			List<String> journal = live.update((config) -> config.webPort(9090).maxPeers(100));

			assertThat(journal).containsExactlyElementsOf((heard != null) ? List.of(heard.split(", ")) : List.of());
			assertThat(live.manager().status().failures()).isZero();
		}
	}

}
