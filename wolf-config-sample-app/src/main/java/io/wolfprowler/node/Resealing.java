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

package io.wolfprowler.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;

import io.wolfprowler.config.ConfigParticipant;
import io.wolfprowler.config.ConfigTransition;
import io.wolfprowler.config.ConfigVetoException;
import io.wolfprowler.config.wolf.WolfConfig;
import io.wolfprowler.node.seal.BrokenSealException;
import io.wolfprowler.node.seal.MissingAlgorithmException;

import org.springframework.stereotype.Component;

/**
 * Re-encrypts the state when {@code crypto.cipher_suite}, {@code crypto.hash_function},
 * {@code state_file} or {@code save_state} changes. If that fails, the version is vetoed.
 */
@Component
class Resealing implements ConfigParticipant<WolfConfig> {

	private static final String STATE_FILE = "state_file";

	private final StateKeeper keeper;

	Resealing(StateKeeper keeper) {
		this.keeper = keeper;
	}

	@Override
	public Prepared prepare(ConfigTransition<WolfConfig> transition) {
		WolfConfig config = transition.current().config();
		try {
			StateSettings next = StateSettings.of(config);
			return next.equals(this.keeper.settings()) ? Prepared.NOTHING : new Reseal(this.keeper.prepare(next));
		}
		catch (InvalidPathException ex) {
			throw new ConfigVetoException(STATE_FILE, "must be the path of a file, found " + ex.getMessage());
		}
		catch (MissingAlgorithmException ex) {
			throw new ConfigVetoException(ex.getKey(), ex.getReason());
		}
		catch (BrokenSealException ex) {
			throw veto(config, "it " + ex.getMessage() + "; move it away, or name another file");
		}
		catch (IOException ex) {
			throw veto(config, Failures.reason(ex));
		}
	}

	private static ConfigVetoException veto(WolfConfig config, String reason) {
		return new ConfigVetoException(STATE_FILE,
				"must be a file that the state can be sealed in, found \"" + config.stateFile() + "\": " + reason);
	}

	private final class Reseal implements Prepared {

		private final StateChange change;

		private Reseal(StateChange change) {
			this.change = change;
		}

		@Override
		public void commit() {
			try {
				Resealing.this.keeper.adopt(this.change);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot save the state in " + this.change.settings().file() + ": "
						+ Failures.reason(ex) + ". The next change of the peers tries again", ex);
			}
		}

		@Override
		public void rollback() {
			this.change.discard();
		}

	}

}
