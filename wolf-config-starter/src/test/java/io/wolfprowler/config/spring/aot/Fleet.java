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

package io.wolfprowler.config.spring.aot;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigType;
import io.wolfprowler.config.ConfigValidator;
import io.wolfprowler.config.Default;
import io.wolfprowler.config.Problem;
import io.wolfprowler.config.spi.ChangeMapper;
import jakarta.validation.constraints.Max;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with every way to hold a type within another.
 */
@ConfigType(validators = Fleet.Rules.class, changes = Fleet.Changes.class)
record Fleet(@Default("fleet") String name, @Default("5s") Duration patience, List<Ship> ships, Map<Port, Berth> berths,
		Optional<Flag> flag, @Nullable Fleet escort) {

	record Ship(@Default("1") @Max(9) int masts, @Default("SAIL") Power power) {

	}

	record Berth(@Default("http://localhost") URI quay, @Default("berth.log") File log) {

	}

	record Flag(@Default("red") String colour) {

	}

	enum Power {

		SAIL, STEAM

	}

	/**
	 * Makes itself from a text.
	 */
	public static final class Port {

		private final String code;

		private Port(String code) {
			this.code = code;
		}

		public static Port of(String code) {
			return new Port(code);
		}

		@Override
		public String toString() {
			return this.code;
		}

	}

	static final class Rules implements ConfigValidator<Fleet> {

		@Override
		public List<Problem> validate(Fleet candidate) {
			return List.of();
		}

	}

	static final class Changes implements ChangeMapper {

		@Override
		public ConfigChange map(ConfigChange.Property change) {
			return change;
		}

	}

}
