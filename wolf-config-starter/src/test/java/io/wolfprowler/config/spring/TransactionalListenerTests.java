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

package io.wolfprowler.config.spring;

import java.nio.file.Path;

import io.wolfprowler.config.ConfigChange;
import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.wolf.WolfConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that wait for a transaction. Events come from the thread of the manager,
 * where none is: such a listener hears nothing, unless it has a fallback, and then it
 * hears at once. The transaction of whoever updates, a listener too, is none of its: it
 * has ended or is on another thread. A listener that publishes again within a transaction
 * of its own is heard when that commits.
 */
@Tag("faults")
class TransactionalListenerTests {

	@TempDir
	private Path directory;

	@Test
	void areNotCalledWithoutAFallback() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, WithoutFallback.class,
				Listeners.Variant.class)) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(live.manager().status().failures()).isZero();
		}
	}

	@Test
	void areCalledAtOnceWithAFallback() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, WithFallback.class,
				Listeners.Variant.class)) {

			assertThat(live.changePort(9090)).containsExactlyInAnyOrder("fallback 9090", "WebServer");
		}
	}

	@Test
	void areNotPartOfATransactionThatUpdates() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, WithoutFallback.class,
				WithFallback.class)) {
			TransactionOperations transaction = live.context().getBean(TransactionOperations.class);

			transaction.executeWithoutResult((status) -> {
				assertThat(live.changePort(9090)).containsExactly("fallback 9090");
				status.setRollbackOnly();
			});

			assertThat(live.journal()).containsExactly("fallback 9090");
			assertThat(live.manager().getConfig().webPort()).isEqualTo(9090);
		}
	}

	@Test
	void areNotPartOfATransactionOfAListenerThatUpdates() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, WithoutFallback.class,
				WithFallback.class, UpdatesInTransaction.class)) {

			live.update((config) -> config.maxPeers(7));
			live.manager().disableHotReload();

			assertThat(live.journal()).containsExactly("updated", "fallback 9090");
		}
	}

	@Test
	void areCalledOnCommitOfAListenerThatPublishesInATransaction() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, WithoutFallback.class,
				PublishesInTransaction.class)) {

			live.update((config) -> config.maxPeers(7));

			assertThat(live.journal()).containsExactly("published", "committed 7070");
		}
	}

	@Test
	void endNothingByWhatTheyThrow() {
		try (LiveContext live = LiveContext.in(this.directory, Transactions.class, ThrowsWithFallback.class,
				Listeners.Variant.class)) {

			assertThat(live.changePort(9090)).containsExactly("WebServer");
			assertThat(live.changePort(9191)).containsExactly("WebServer", "WebServer");

			assertThat(live.manager().status().failures()).isEqualTo(2);
		}
	}

	record WithoutFallback(Journal journal) {

		@TransactionalEventListener
		public void on(ConfigChange.WebServer change) {
			this.journal.add("committed " + change.newPort());
		}

	}

	record WithFallback(Journal journal) {

		@TransactionalEventListener(fallbackExecution = true)
		public void on(ConfigChange.WebServer change) {
			this.journal.add("fallback " + change.newPort());
		}

	}

	static class ThrowsWithFallback {

		@Order(1)
		@TransactionalEventListener(fallbackExecution = true)
		public void on(ConfigChange.WebServer change) {
			throw new IllegalStateException("transactional");
		}

	}

	record UpdatesInTransaction(Journal journal, TransactionOperations transaction,
			ObjectProvider<ConfigManager<WolfConfig>> manager) {

		@EventListener
		void on(ConfigChange.P2PNetwork change) {
			this.transaction.executeWithoutResult((status) -> {
				this.manager.getObject().updateConfig((config) -> config.with((edit) -> edit.webPort(9090)));
				this.journal.add("updated");
			});
		}

	}

	record PublishesInTransaction(Journal journal, TransactionOperations transaction,
			ApplicationEventPublisher publisher) {

		@EventListener
		void on(ConfigChange.P2PNetwork change) {
			this.transaction.executeWithoutResult((status) -> {
				this.publisher.publishEvent(new ConfigChange.WebServer(6060, 7070));
				this.journal.add("published");
			});
		}

	}

	@EnableTransactionManagement
	@Configuration(proxyBeanMethods = false)
	static class Transactions {

		@Bean
		TransactionOperations transaction() {
			return new TransactionTemplate(new NothingToCommit());
		}

		@Bean
		PlatformTransactionManager transactionManager() {
			return new NothingToCommit();
		}

	}

	private static final class NothingToCommit extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

}
