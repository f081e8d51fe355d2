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
package io.wolfprowler.config.remote.autoconfigure;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Creates the SSL contexts of named bundles.
 */
final class SslContexts {

	private SslContexts() {
	}

	/**
	 * Return the context of a bundle, {@code null} for the default of the JDK if there is
	 * no name.
	 */
	static @Nullable SSLContext named(@Nullable String name, ObjectProvider<SslBundles> provider) {
		return (name != null) ? named(name, provider.getObject()) : null;
	}

	/**
	 * Return the context of a bundle. A renewed bundle is used for all connections that
	 * are opened afterwards.
	 */
	static SSLContext named(String name, SslBundles bundles) {
		SslBundle bundle = bundles.getBundle(name);
		RenewableSslContext renewable = RenewableSslContext.of(bundle);
		if (renewable == null) {
			return bundle.createSslContext();
		}
		bundles.addBundleUpdateHandler(name, renewable::renew);
		return renewable.context();
	}

}
