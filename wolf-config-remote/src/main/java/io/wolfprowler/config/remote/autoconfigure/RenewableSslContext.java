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

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.stream.Stream;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * An SSL context whose certificates can be renewed, for clients that keep the context
 * they were created with. Open connections stay open.
 */
final class RenewableSslContext {

	private final RenewableKeys keys;

	private final RenewableTrust trust;

	private final SSLContext context;

	private RenewableSslContext(RenewableKeys keys, RenewableTrust trust, String protocol)
			throws GeneralSecurityException {
		this.keys = keys;
		this.trust = trust;
		this.context = SSLContext.getInstance(protocol);
		this.context.init(new KeyManager[] { keys }, new TrustManager[] { trust }, null);
	}

	/**
	 * Return the context of a bundle, {@code null} if its managers are not those of the
	 * JDK: only these verify the host name of a certificate themselves.
	 */
	static @Nullable RenewableSslContext of(SslBundle bundle) {
		X509ExtendedKeyManager keys = keys(bundle);
		X509ExtendedTrustManager trust = trust(bundle);
		if (keys == null || trust == null) {
			return null;
		}
		try {
			return new RenewableSslContext(new RenewableKeys(keys), new RenewableTrust(trust), bundle.getProtocol());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The SSL context of a bundle can't be created", ex);
		}
	}

	SSLContext context() {
		return this.context;
	}

	/**
	 * Use the certificates of a bundle for all connections that are opened from now on.
	 */
	void renew(SslBundle bundle) {
		X509ExtendedKeyManager renewedKeys = keys(bundle);
		X509ExtendedTrustManager renewedTrust = trust(bundle);
		if (renewedKeys == null || renewedTrust == null) {
			throw new IllegalStateException("The managers of a renewed SSL bundle can't replace the previous ones");
		}
		this.keys.renew(renewedKeys);
		this.trust.renew(renewedTrust);
		forgetSessions();
	}

	// The server of a resumed session does not present its certificate again.
	private void forgetSessions() {
		SSLSessionContext sessions = this.context.getClientSessionContext();
		for (byte[] id : Collections.list(sessions.getIds())) {
			SSLSession session = sessions.getSession(id);
			if (session != null) {
				session.invalidate();
			}
		}
	}

	private static @Nullable X509ExtendedKeyManager keys(SslBundle bundle) {
		return first(X509ExtendedKeyManager.class, bundle.getManagers().getKeyManagers());
	}

	private static @Nullable X509ExtendedTrustManager trust(SslBundle bundle) {
		return first(X509ExtendedTrustManager.class, bundle.getManagers().getTrustManagers());
	}

	private static <T> @Nullable T first(Class<T> type, Object[] managers) {
		return Stream.of(managers).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
	}

}
