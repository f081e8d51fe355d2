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
package io.wolfprowler.config.remote.etcd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.remote.fleet.FleetStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stores reports in etcd: one key for each node, {@code <prefix>/<group>/<node>}, with a
 * lease that expires when the node is gone. Thread-safe.
 */
public final class EtcdFleetStore implements FleetStore {

	private static final Log logger = LogFactory.getLog(ConfigManager.class);

	private static final Duration PARTING = Duration.ofSeconds(2);

	// So many reports of maximum length fit into one response.
	private static final int PAGE = 200;

	private static final long ANSWER = 16L * 1024 * 1024;

	private final EtcdClient client;

	private final String prefix;

	private final Duration life;

	private final Map<String, String> reports = new LinkedHashMap<>();

	private @Nullable String lease;

	/**
	 * Create a store.
	 * @param settings how to connect to etcd; the key and the maximum size of the
	 * document are not used
	 * @param prefix the prefix of the keys of reports, without a slash at its end
	 * @param life how long a report is kept if it is not renewed, in whole seconds
	 */
	public EtcdFleetStore(EtcdSettings settings, String prefix, Duration life) {
		this.client = new EtcdClient(settings.withMaxSize(ANSWER));
		this.prefix = prefix;
		this.life = life;
	}

	// One caller at a time, so that a lost lease is granted only once.
	@Override
	public synchronized void publish(String group, String node, String report) throws IOException {
		String key = this.prefix + "/" + group + "/" + node;
		this.reports.put(key, report);
		String present = this.lease;
		if (present == null) {
			begin();
			return;
		}
		try {
			put(key, report, present);
		}
		catch (EtcdException ex) {
			// The lease may have expired. If it has not, the next attempt fails in the
			// same way.
			logger.debug("A report could not be stored under its lease", ex);
			begin();
		}
	}

	@Override
	public synchronized void renew() throws IOException {
		String present = this.lease;
		if (present == null || !isRenewed(present)) {
			begin();
		}
	}

	@Override
	public Map<String, String> reports(String group) throws IOException {
		String start = this.prefix + "/" + group + "/";
		String end = start.substring(0, start.length() - 1) + (char) ('/' + 1);
		Map<String, String> found = new TreeMap<>();
		for (String next = start; next != null;) {
			next = page(start, next, end, found);
		}
		return found;
	}

	@Override
	public synchronized void close() {
		String present = this.lease;
		this.lease = null;
		if (present != null) {
			try {
				this.client.call(this.client.endpoint(0), "/v3/lease/revoke", Map.of("ID", present), PARTING);
			}
			catch (IOException ex) {
				logger.debug("The reports of this node expire in " + this.life, ex);
			}
		}
		this.client.close();
	}

	private void begin() throws IOException {
		this.lease = null;
		Map<String, Object> answer = this.client.call("/v3/lease/grant", Map.of("TTL", this.life.toSeconds()));
		String fresh = String.valueOf(answer.get("ID"));
		for (Map.Entry<String, String> report : this.reports.entrySet()) {
			put(report.getKey(), report.getValue(), fresh);
		}
		this.lease = fresh;
	}

	private void put(String key, String report, String lease) throws IOException {
		this.client.call("/v3/kv/put", Map.of("key", Json.base64(key), "value", Json.base64(report), "lease", lease));
	}

	private boolean isRenewed(String lease) throws IOException {
		Map<String, Object> answer = this.client.call("/v3/lease/keepalive", Map.of("ID", lease));
		return KeyState.number(Json.object(answer.get("result")).get("TTL")) > 0;
	}

	// Returns the start of the next page. A report that is added or removed meanwhile
	// does
	// not move the others.
	private @Nullable String page(String start, String from, String end, Map<String, String> found) throws IOException {
		Map<String, Object> answer = this.client.call("/v3/kv/range",
				Map.of("key", Json.base64(from), "range_end", Json.base64(end), "limit", PAGE));
		String last = from;
		for (Object each : Json.array(answer.get("kvs"))) {
			Map<String, Object> pair = Json.object(each);
			last = text(pair.get("key"));
			found.put(last.substring(start.length()), text(pair.get("value")));
		}
		return Boolean.parseBoolean(String.valueOf(answer.get("more"))) ? last + '\0' : null;
	}

	private static String text(@Nullable Object encoded) {
		return (encoded != null) ? new String(Base64.getDecoder().decode(encoded.toString()), StandardCharsets.UTF_8)
				: "";
	}

}
