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
 * Explains failed calls: what is wrong and what to do. The messages of the JDK's client
 * say little.
 */
final class RemoteFailure {

	private RemoteFailure() {
	}

	static IOException noAnswer(URI address, Duration timeout) {
		return new IOException(address.getAuthority() + " did not respond within " + timeout.toMillis() + " ms");
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
			return "the host " + address.getHost() + " is unknown; check its name";
		}
		if (failure instanceof HttpConnectTimeoutException) {
			return host + " did not accept a connection in time; check the address, the network, and that it speaks "
					+ address.getScheme() + " on this port";
		}
		if (failure instanceof ConnectException) {
			return host + " refuses connections; check the address and that the server is running";
		}
		SSLException tls = cause(failure, SSLException.class);
		if (tls != null) {
			return host + ": " + tlsReason(tls);
		}
		String message = (failure != null && failure.getMessage() != null) ? failure.getMessage() : "";
		if (message.contains("header parser received no bytes")) {
			return host + " closed the connection without a response; check that it speaks " + address.getScheme()
					+ " on this port" + (https(address) ? ", and whether it requires a client certificate" : "");
		}
		if (message.contains("fixed content-length") || message.contains("chunked transfer") || message.contains("EOF")
				|| message.contains("closed")) {
			return "the response of " + host + " is incomplete";
		}
		return host + ": " + (message.isEmpty() ? String.valueOf(failure) : message);
	}

	// With TLS 1.3 the alert may arrive too late to be read.
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
			return "its certificate is not valid yet; check the clocks of both machines";
		}
		if (text.contains("no subject alternative") || text.contains("no name matching")) {
			return "its certificate is for another host: " + message;
		}
		if (text.contains("path building failed") || text.contains("path validation failed")) {
			return "its certificate is not trusted; configure an SSL bundle with the authority that signed it";
		}
		if (text.contains("certificate_required") || text.contains("bad_certificate")) {
			return "it requires a client certificate; configure an SSL bundle that has one";
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
