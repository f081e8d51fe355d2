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
package io.wolfprowler.config.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a call, and what would be right, where the client of the JDK
 * says little.
 */
final class RemoteFailure {

	private RemoteFailure() {
	}

	static IOException noAnswer(URI address, Duration timeout) {
		return new IOException(address.getAuthority() + " has not answered within " + timeout.toMillis() + " ms");
	}

	static IOException of(URI address, @Nullable Throwable failure) {
		if (failure instanceof BodyTooLargeException tooLarge) {
			return tooLarge;
		}
		if (failure instanceof RuntimeException || failure instanceof Error) {
			return new IOException(String.valueOf(failure), failure);
		}
		return new IOException(reason(address, failure), failure);
	}

	private static String reason(URI address, @Nullable Throwable failure) {
		String host = address.getAuthority();
		if (cause(failure, UnresolvedAddressException.class) != null) {
			return "the host " + address.getHost() + " is not known; check its name";
		}
		if (failure instanceof HttpConnectTimeoutException) {
			return host + " does not take connections in time; check the address, what is between, and that it speaks "
					+ address.getScheme() + " on this port";
		}
		if (failure instanceof ConnectException) {
			return host + " refuses connections; check that it runs, and the address";
		}
		SSLException tls = cause(failure, SSLException.class);
		if (tls != null) {
			return host + ": " + tlsReason(tls);
		}
		String message = (failure != null && failure.getMessage() != null) ? failure.getMessage() : "";
		if (message.contains("header parser received no bytes")) {
			return host + " has closed the connection without an answer; check that it speaks " + address.getScheme()
					+ " on this port" + (https(address) ? ", and whether it wants a certificate of this client" : "");
		}
		if (message.contains("fixed content-length") || message.contains("chunked transfer") || message.contains("EOF")
				|| message.contains("closed")) {
			return "the answer of " + host + " was cut short";
		}
		return host + ": " + (message.isEmpty() ? String.valueOf(failure) : message);
	}

	// With TLS 1.3 the reason may come too late to be read.
	private static boolean https(URI address) {
		return "https".equalsIgnoreCase(address.getScheme());
	}

	private static String tlsReason(SSLException failure) {
		String message = String.valueOf(failure.getMessage());
		String text = message.toLowerCase(Locale.ROOT);
		if (cause(failure, CertificateExpiredException.class) != null) {
			return "its certificate has expired";
		}
		if (cause(failure, CertificateNotYetValidException.class) != null) {
			return "its certificate is not valid yet; check the clocks";
		}
		if (text.contains("no subject alternative") || text.contains("no name matching")) {
			return "its certificate is for another host: " + message;
		}
		if (text.contains("path building failed") || text.contains("path validation failed")) {
			return "its certificate is not trusted; name an SSL bundle with the authority that has signed it";
		}
		if (text.contains("certificate_required") || text.contains("bad_certificate")) {
			return "it wants a certificate of this client; name an SSL bundle that has one";
		}
		if (text.contains("plaintext") || text.contains("unrecognized ssl message")) {
			return "it does not speak TLS on this port";
		}
		return "TLS failed: " + message;
	}

	private static <E extends Throwable> @Nullable E cause(@Nullable Throwable failure, Class<E> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
