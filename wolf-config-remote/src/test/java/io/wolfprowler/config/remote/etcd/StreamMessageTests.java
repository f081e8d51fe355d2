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
package io.wolfprowler.config.remote.etcd;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamMessage}, with lines of etcd 3.4 and 3.5.
 */
class StreamMessageTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none",
			textBlock = """
					{"result":{"header":{"revision":"7"},"created":true}}                                         | OPENED   | 0 | none
					{"result":{"header":{"revision":"9"},"events":[{"kv":{"key":"YQ==","mod_revision":"8"}},{"kv":{"key":"YQ==","mod_revision":"9"}}]}} | CHANGED | 9 | none
					{"result":{"header":{"revision":"9"},"events":[{"type":"DELETE","kv":{"key":"YQ==","mod_revision":"9"}}]}} | CHANGED | 9 | none
					{"result":{"header":{"revision":"9"}}}                                                        | PROGRESS | 0 | none
					{"result":{"header":{"revision":"9"},"created":true,"canceled":true,"watch_id":"-1","cancel_reason":"rpc error: permission denied"}} | ENDED | 0 | rpc error: permission denied
					{"result":{"header":{"revision":"9"},"canceled":true,"compact_revision":"6"}}                 | LOST     | 0 | the watch was cancelled
					{"error":{"grpc_code":14,"http_code":503,"message":"etcdserver: no leader","http_status":"Service Unavailable"}} | ENDED | 0 | m0: etcdserver: no leader
					{"error":{"code":14,"message":"etcdserver: no leader"}}                                       | ENDED    | 0 | m0: etcdserver: no leader
					{"error":"etcdserver: invalid auth token","code":16}                                          | ENDED    | 0 | m0: etcdserver: invalid auth token
					404 page not found                                                                            | ENDED    | 0 | the response is not JSON
					{"result":{"header":{"revision":"x"},"events":[{}]}}                                          | ENDED    | 0 | a line of the watch is malformed
					""")
	void saysWhatALineMeans(String line, StreamMessage.Kind kind, long modRevision, @Nullable String failure) {
		StreamMessage message = StreamMessage.of("m0", line);

		assertThat(message.kind()).isEqualTo(kind);
		assertThat(message.modRevision()).isEqualTo(modRevision);
		if (failure == null) {
			assertThat(message.failure()).isNull();
		}
		else {
			assertThat(message.failure()).hasMessage(failure);
		}
	}

}
