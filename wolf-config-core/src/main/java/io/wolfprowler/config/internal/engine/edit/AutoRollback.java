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

package io.wolfprowler.config.internal.engine.edit;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.ReloadResult;
import io.wolfprowler.config.StaleConfigException;
import io.wolfprowler.config.internal.engine.apply.ProbeMonitor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Restores the previous healthy version when a version fails its probes, unless another
 * version is active by then.
 *
 * @param rollback restores versions
 * @param gate makes the call
 */
public record AutoRollback(Rollback<?> rollback, OperationGate gate) implements ProbeMonitor.Failure {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	@Override
	public void failed(long version, long healthy, String probe) {
		try {
			ReloadResult result = this.gate.call(() -> this.rollback.from(version, healthy, probe));
			if (result.version() == version) {
				logger.error("Version " + version + " stays active: " + reason(result, healthy));
			}
		}
		catch (StaleConfigException | IllegalStateException ex) {
			logger.debug("Version " + version + " is no longer active", ex);
		}
	}

	private String reason(ReloadResult result, long healthy) {
		return result.problems().isEmpty() ? "version " + healthy + " has the same values"
				: result.problems().get(0).describe(this.gate.path().toString());
	}

}
