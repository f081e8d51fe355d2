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

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when a destination of the audit log is configured.
 */
class AuditDestination extends SpringBootCondition {

	private static final String FILE = "wolf.config.audit.file";

	private static final String LOG = "wolf.config.audit.log";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Audit log");
		Environment environment = context.getEnvironment();
		if (StringUtils.hasText(environment.getProperty(FILE))) {
			return ConditionOutcome.match(message.foundExactly(FILE));
		}
		return environment.getProperty(LOG, boolean.class, false) ? ConditionOutcome.match(message.foundExactly(LOG))
				: ConditionOutcome.noMatch(message.didNotFind("property", "properties").items(FILE, LOG));
	}

}
