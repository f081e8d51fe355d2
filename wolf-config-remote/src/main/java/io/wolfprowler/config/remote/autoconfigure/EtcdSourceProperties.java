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

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a default configuration in etcd.
 *
 * @param endpoints URLs of the members of the etcd cluster.
 * @param allowHttp Whether plain HTTP to other machines is allowed.
 * @param key Key that holds the TOML document.
 * @param user Name of the etcd user; empty for no authentication.
 * @param password Password of the etcd user.
 * @param sslBundle Name of the SSL bundle with the trusted certificates and the client
 * certificate.
 * @param pollInterval Time between two polls, varied by up to 20 %. Polls find changes
 * that the watch has missed.
 * @param connectTimeout Maximum time to connect to a member.
 * @param timeout Maximum time of a call, including attempts at other members.
 */
@ConfigurationProperties("wolf.config.etcd")
public record EtcdSourceProperties(@DefaultValue List<URI> endpoints, @DefaultValue("false") boolean allowHttp,
		@DefaultValue("/wolf/config") String key, @Nullable String user, @DefaultValue("") String password,
		@Nullable String sslBundle, @DefaultValue("30s") Duration pollInterval,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("10s") Duration timeout) {

	/**
	 * Return a description without credentials.
	 */
	@Override
	public String toString() {
		return "EtcdSourceProperties[" + this.endpoints + ", " + this.key + "]";
	}

}
