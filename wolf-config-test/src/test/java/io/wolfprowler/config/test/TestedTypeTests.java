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

package io.wolfprowler.config.test;

import java.time.Duration;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Default;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WolfConfigTest} with a type of the test's own, where the extension of
 * Spring is named besides.
 */
@ExtendWith(SpringExtension.class)
@WolfConfigTest(type = TestedTypeTests.GatewayConfig.class, value = """
		timeout = '2s'
		""")
class TestedTypeTests {

	@Autowired
	private Pool pool;

	@Test
	void makesTheManagerOfTheType(TestConfig<GatewayConfig> config) {
		assertThat(this.pool.timeout()).hasSeconds(2);

		config.set("timeout = '4s'");

		assertThat(this.pool.timeout()).hasSeconds(4);
	}

	record GatewayConfig(@Default("5s") Duration timeout) {
	}

	record Pool(ConfigManager<GatewayConfig> config) {

		Duration timeout() {
			return this.config.getConfig().timeout();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Pool pool(ConfigManager<GatewayConfig> config) {
			return new Pool(config);
		}

	}

}
