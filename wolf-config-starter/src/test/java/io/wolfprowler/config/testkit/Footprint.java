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

package io.wolfprowler.config.testkit;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;
import org.jspecify.annotations.NullMarked;

/**
 * What this process takes of its machine.
 *
 * @param heap bytes that are in use after garbage collection
 * @param threads how many live
 * @param descriptors how many files are open; zero where it is not known
 */
@NullMarked
public record Footprint(long heap, int threads, long descriptors) {

	/**
	 * Measures it.
	 * @return the present one
	 */
	public static Footprint now() {
		long heap = Long.MAX_VALUE;
		for (int i = 0; i < 4; i++) {
			System.gc();
			heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		long descriptors = (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
		return new Footprint(heap, ManagementFactory.getThreadMXBean().getThreadCount(), descriptors);
	}

	/**
	 * How it has grown.
	 * @param before an earlier one
	 * @return the differences
	 */
	public Footprint since(Footprint before) {
		return new Footprint(this.heap - before.heap, this.threads - before.threads,
				this.descriptors - before.descriptors);
	}

	@Override
	public String toString() {
		return "heap %+d KB, threads %+d, descriptors %+d".formatted(this.heap / 1024, this.threads, this.descriptors);
	}

}
