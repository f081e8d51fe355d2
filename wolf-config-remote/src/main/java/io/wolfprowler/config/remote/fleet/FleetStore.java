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
import java.util.Map;

/**
 * Where the nodes of a fleet leave their reports. Methods block until they are done or
 * their time limit is over; the caller has a thread for that. May be used from any
 * thread.
 */
public interface FleetStore extends AutoCloseable {

	/**
	 * Leave a report in place of the node's last one. It is taken away when this store is
	 * closed or has not been renewed in time, such as when the node is killed.
	 * @param group the name of the group that the node belongs to, in parts with '/'
	 * between them
	 * @param node the name of the node
	 * @param report the report
	 * @throws IOException when it could not be left
	 */
	void publish(String group, String node, String report) throws IOException;

	/**
	 * Let the reports of this store live on. Has to be called more often than
	 * {@link #publish}: several times in the life of a report that is not renewed.
	 * @throws IOException when that failed; reports that were lost meanwhile are left
	 * again with the next success
	 */
	void renew() throws IOException;

	/**
	 * Return the reports of all nodes of a group that are alive.
	 * @param group the name of the group
	 * @return the reports by the names of the nodes
	 * @throws IOException when they can't be had
	 */
	Map<String, String> reports(String group) throws IOException;

	/**
	 * Take the reports of this node away, as far as that is possible at once.
	 */
	@Override
	void close();

}
