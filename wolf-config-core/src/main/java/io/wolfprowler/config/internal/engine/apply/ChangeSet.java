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

package io.wolfprowler.config.internal.engine.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.internal.bind.Difference;
import io.wolfprowler.config.internal.bind.Differences;
import io.wolfprowler.config.internal.bind.Schema;
import io.wolfprowler.config.spi.ChangeMapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Turns the differences between two records into the changes that are published.
 *
 * @param schema knows secrets and what needs a restart
 * @param mapper maps each change to a variant of the type
 */
public record ChangeSet(Schema<?> schema, ChangeMapper mapper) {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	List<ConfigChange> changes(Differences differences, Object before, Object after) {
		List<ConfigChange> changes = new ArrayList<>();
		if (differences.isStructural()) {
			changes.add(new ConfigChange.FullReload(before, after));
		}
		changes.addAll(changes(differences));
		return changes;
	}

	/** Return the changes of the single values. */
	List<ConfigChange> changes(Differences differences) {
		return differences.values().stream().map(this::change).toList();
	}

	Set<String> restartRequired(Differences differences) {
		Set<String> keys = new LinkedHashSet<>();
		for (Difference difference : differences.values()) {
			if (this.schema.isRestartRequired(difference.key())) {
				keys.add(difference.key().toString());
			}
		}
		return keys;
	}

	private ConfigChange change(Difference difference) {
		ConfigChange.Property found = new ConfigChange.Property(difference.key().toString(), difference.oldValue(),
				difference.newValue(), this.schema.isSecret(difference));
		try {
			ConfigChange mapped = Objects.requireNonNull(this.mapper.map(found), "change");
			checkKey(found, mapped);
			return (found.secret() && !mapped.secret()) ? found : mapped;
		}
		catch (RuntimeException ex) {
			logger.error(this.mapper.getClass().getName() + " failed for " + difference.key()
					+ "; the change is published as it was found", ex);
			return found;
		}
	}

	// Otherwise the log and the audit log would name a key that has not changed.
	private static void checkKey(ConfigChange found, ConfigChange mapped) {
		if (!found.key().equals(mapped.key())) {
			throw new IllegalStateException(
					"the key of the change must stay '" + found.key() + "', found '" + mapped.key() + "'");
		}
	}

}
