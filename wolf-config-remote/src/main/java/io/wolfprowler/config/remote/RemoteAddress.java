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

import java.net.URI;
import java.util.Set;

/**
 * Checks the URLs of remote sources.
 */
public final class RemoteAddress {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private RemoteAddress() {
	}

	/**
	 * Check that a URL is HTTPS, or HTTP to this machine or where HTTP is allowed, and
	 * that it has a host and no credentials, which would be logged.
	 * @param name the name of the setting, for the message
	 * @param address the URL
	 * @param allowHttp whether plain HTTP to other machines is allowed
	 * @return the URL
	 * @throws IllegalArgumentException when it must not be used
	 */
	public static URI check(String name, URI address, boolean allowHttp) {
		boolean https = "https".equalsIgnoreCase(address.getScheme());
		boolean http = "http".equalsIgnoreCase(address.getScheme());
		if (address.getHost() == null || !(https || http)) {
			throw new IllegalArgumentException(
					name + " must be an https URL with a host, found '" + withoutUser(address) + "'");
		}
		if (address.getRawUserInfo() != null) {
			throw new IllegalArgumentException(
					name + " must not contain credentials, which have their own settings; found some before the host "
							+ address.getHost());
		}
		if (http && !allowHttp && !isLoopback(address.getHost())) {
			throw new IllegalArgumentException(name + " must be https unless http is allowed, found '" + address + "'");
		}
		return address;
	}

	private static String withoutUser(URI address) {
		return address.toString().replaceFirst("//[^/@]*@", "//***@");
	}

	private static boolean isLoopback(String host) {
		return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
	}

}
