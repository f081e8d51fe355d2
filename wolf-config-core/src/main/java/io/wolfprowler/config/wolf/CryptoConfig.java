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

package io.wolfprowler.config.wolf;

import java.util.Objects;
import java.util.function.Consumer;

import io.wolfprowler.config.Default;
import io.wolfprowler.config.Doc;
import io.wolfprowler.config.RestartRequired;

/**
 * The cryptographic settings of a Wolf Prowler node. The switches apply at once. The
 * algorithms and levels are chosen at startup: a change of them is accepted, and applies
 * after a restart.
 *
 * @param enableMetrics whether cryptographic operations are counted
 * @param enableAuditLogging whether cryptographic operations are logged for audits
 * @param performanceOptimization whether speed is preferred over low memory use
 * @param cipherSuite the cipher for the traffic between peers
 * @param hashFunction the hash function for state and messages
 * @param securityLevel how strict the checks are
 * @param memoryProtection how keys are protected in memory
 */
public record CryptoConfig(@Doc("Whether cryptographic operations are counted.") @Default("true") boolean enableMetrics,
		@Doc("Whether cryptographic operations are logged for audits.") @Default("true") boolean enableAuditLogging,
		@Doc("Whether speed is preferred over low memory use.") @Default("true") boolean performanceOptimization,
		@Doc("Cipher for the traffic between peers.") @Default("ChaCha20Poly1305") @RestartRequired CipherSuite cipherSuite,
		@Doc("Hash function for state and messages.") @Default("Blake3") @RestartRequired HashFunction hashFunction,
		@Doc("How strict the checks are.") @Default("Maximum") @RestartRequired SecurityLevel securityLevel,
		@Doc("How keys are protected in memory.") @Default("Strict") @RestartRequired MemoryProtection memoryProtection) {

	/**
	 * Create an edited copy.
	 * @param edits sets the components that differ
	 * @return settings that are otherwise equal
	 */
	public CryptoConfig with(Consumer<Builder> edits) {
		Builder builder = new Builder(this);
		edits.accept(builder);
		return builder.build();
	}

	/**
	 * Edits a copy of a {@link CryptoConfig}.
	 */
	public static final class Builder {

		private boolean enableMetrics;

		private boolean enableAuditLogging;

		private boolean performanceOptimization;

		private CipherSuite cipherSuite;

		private HashFunction hashFunction;

		private SecurityLevel securityLevel;

		private MemoryProtection memoryProtection;

		private Builder(CryptoConfig origin) {
			this.enableMetrics = origin.enableMetrics;
			this.enableAuditLogging = origin.enableAuditLogging;
			this.performanceOptimization = origin.performanceOptimization;
			this.cipherSuite = origin.cipherSuite;
			this.hashFunction = origin.hashFunction;
			this.securityLevel = origin.securityLevel;
			this.memoryProtection = origin.memoryProtection;
		}

		/**
		 * Set whether cryptographic operations are counted.
		 * @param enableMetrics the new value
		 * @return this builder
		 */
		public Builder enableMetrics(boolean enableMetrics) {
			this.enableMetrics = enableMetrics;
			return this;
		}

		/**
		 * Set whether cryptographic operations are logged for audits.
		 * @param enableAuditLogging the new value
		 * @return this builder
		 */
		public Builder enableAuditLogging(boolean enableAuditLogging) {
			this.enableAuditLogging = enableAuditLogging;
			return this;
		}

		/**
		 * Set whether speed is preferred over low memory use.
		 * @param performanceOptimization the new value
		 * @return this builder
		 */
		public Builder performanceOptimization(boolean performanceOptimization) {
			this.performanceOptimization = performanceOptimization;
			return this;
		}

		/**
		 * Set the cipher for the traffic between peers.
		 * @param cipherSuite the new value
		 * @return this builder
		 */
		public Builder cipherSuite(CipherSuite cipherSuite) {
			this.cipherSuite = Objects.requireNonNull(cipherSuite, "cipherSuite");
			return this;
		}

		/**
		 * Set the hash function.
		 * @param hashFunction the new value
		 * @return this builder
		 */
		public Builder hashFunction(HashFunction hashFunction) {
			this.hashFunction = Objects.requireNonNull(hashFunction, "hashFunction");
			return this;
		}

		/**
		 * Set how strict the checks are.
		 * @param securityLevel the new value
		 * @return this builder
		 */
		public Builder securityLevel(SecurityLevel securityLevel) {
			this.securityLevel = Objects.requireNonNull(securityLevel, "securityLevel");
			return this;
		}

		/**
		 * Set how keys are protected in memory.
		 * @param memoryProtection the new value
		 * @return this builder
		 */
		public Builder memoryProtection(MemoryProtection memoryProtection) {
			this.memoryProtection = Objects.requireNonNull(memoryProtection, "memoryProtection");
			return this;
		}

		private CryptoConfig build() {
			return new CryptoConfig(this.enableMetrics, this.enableAuditLogging, this.performanceOptimization,
					this.cipherSuite, this.hashFunction, this.securityLevel, this.memoryProtection);
		}

	}

}
