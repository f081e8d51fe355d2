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

package io.wolfprowler.config.internal.engine.manager;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * One check by Lincheck, in a JVM that has loaded no more than that needs: every class
 * that is loaded is transformed first.
 */
final class LincheckRun {

	private static final int INVOCATIONS = 400;

	private LincheckRun() {
	}

	/**
	 * Checks.
	 * @param args the class with the calls, that with what they mean for one caller at a
	 * time, the number of threads, and that of the scenarios
	 */
	public static void main(String[] args) throws ClassNotFoundException {
		StressOptions options = new StressOptions().sequentialSpecification(Class.forName(args[1]))
			.threads(Integer.parseInt(args[2]))
			.iterations(Integer.parseInt(args[3]))
			.invocationsPerIteration(INVOCATIONS)
			.actorsBefore(1)
			.actorsPerThread(3)
			.actorsAfter(2);
		try {
			options.check(Class.forName(args[0]));
		}
		catch (LincheckAssertionError ex) {
			System.out.println(ex.getMessage());
			System.exit(1);
		}
		System.exit(0);
	}

}
