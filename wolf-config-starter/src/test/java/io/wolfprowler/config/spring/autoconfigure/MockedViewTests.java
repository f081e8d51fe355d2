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

package io.wolfprowler.config.spring.autoconfigure;

import io.wolfprowler.config.ConfigView;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests that a mock of a {@link ConfigView} does where no manager is needed.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "wolf.config.type=none")
class MockedViewTests {

	@MockitoBean
	private ConfigView<GatewayConfig> config;

	@Test
	void aReaderGetsTheMock(@Autowired Limit limit) {
		given(this.config.get()).willReturn(new GatewayConfig(3, null));

		assertThat(limit.config().get().limit()).isEqualTo(3);
	}

	record Limit(ConfigView<GatewayConfig> config) {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WolfConfigAutoConfiguration.class)
	static class Application {

		@Bean
		Limit limit(ConfigView<GatewayConfig> config) {
			return new Limit(config);
		}

	}

}
