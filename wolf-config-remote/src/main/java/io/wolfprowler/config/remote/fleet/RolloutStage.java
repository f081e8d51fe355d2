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
package io.wolfprowler.config.remote.fleet;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The second stage of a staged roll-out. It opens for a document that is active and
 * settled on all canaries. It stays closed if one of them has rejected the document or
 * rolled it back.
 */
public final class RolloutStage {

	private final Fleet fleet;

	/**
	 * Create a stage.
	 * @param fleet the fleet whose canaries are asked
	 */
	public RolloutStage(Fleet fleet) {
		this.fleet = Objects.requireNonNull(fleet, "fleet");
	}

	/**
	 * Return why a document must not be applied yet.
	 * @param digest the SHA-256 of the document
	 * @return the reason, {@code null} if the stage is open
	 */
	@Nullable String reasonToWait(String digest) {
		return reason((canaries) -> {
			String rejection = rejection(canaries, digest);
			if (rejection != null || !canaries.isEmpty()) {
				return (rejection != null) ? rejection : unsettled(canaries);
			}
			return "there is no live canary";
		});
	}

	/**
	 * Return why a node must not start with a document. It may start if the canaries have
	 * only just started with it, and if there are none: a whole fleet must be able to
	 * start.
	 * @param digest the SHA-256 of the document
	 * @return the reason, {@code null} if it may start
	 */
	@Nullable String reasonNotToStart(String digest) {
		return reason((canaries) -> rejection(canaries, digest));
	}

	private @Nullable String reason(Function<List<NodeReport>, @Nullable String> rule) {
		try {
			return rule.apply(this.fleet.canaries());
		}
		catch (IOException ex) {
			return "the reports of the canaries can't be read: " + ex.getMessage();
		}
	}

	private static @Nullable String rejection(List<NodeReport> canaries, String digest) {
		for (NodeReport canary : canaries) {
			if (canary.hasRejected(digest)) {
				return "the canary " + canary.node() + " has rejected it: " + canary.problems().get(0);
			}
			if (canary.goneBack()) {
				return "the canary " + canary.node() + " has rolled it back";
			}
			if (!canary.digest().equals(digest)) {
				return "it is not active on the canary " + canary.node();
			}
		}
		return null;
	}

	private static @Nullable String unsettled(List<NodeReport> canaries) {
		return canaries.stream()
			.filter((canary) -> !canary.settled())
			.findFirst()
			.map((canary) -> "it has not been active for long enough on the canary " + canary.node())
			.orElse(null);
	}

}
