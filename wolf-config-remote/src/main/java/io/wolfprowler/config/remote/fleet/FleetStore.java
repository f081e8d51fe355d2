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
 * Stores the reports of the nodes of a fleet. Methods block until they are done or time
 * out. Thread-safe.
 */
public interface FleetStore extends AutoCloseable {

	/**
	 * Store a report and replace the previous one of the node. It is removed when this
	 * store is closed, or when it is not renewed in time, for example because the node
	 * was killed.
	 * @param group the name of the group of the node, whose parts are separated by '/'
	 * @param node the name of the node
	 * @param report the report
	 * @throws IOException when it could not be stored
	 */
	void publish(String group, String node, String report) throws IOException;

	/**
	 * Renew the reports of this store. Call it several times within the life of a report.
	 * @throws IOException when that failed; reports that expire meanwhile are stored
	 * again with the next success
	 */
	void renew() throws IOException;

	/**
	 * Return the reports of all live nodes of a group.
	 * @param group the name of the group
	 * @return the reports by node name
	 * @throws IOException when they can't be read
	 */
	Map<String, String> reports(String group) throws IOException;

	/**
	 * Remove the reports of this node, if that is possible without delay.
	 */
	@Override
	void close();

}
