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

package io.wolfprowler.config.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A run of JMH and its results. A benchmark that fails has no result; the log says why.
 *
 * @param results the results
 */
record JmhRun(Collection<RunResult> results) {

	/** Prepare a run of one class of benchmarks. */
	static ChainedOptionsBuilder options(Class<?> benchmark, Scale scale) {
		return new OptionsBuilder().include(benchmark.getName() + "\\.")
			.forks(scale.forks())
			.warmupIterations(scale.warmupSeconds())
			.warmupTime(TimeValue.seconds(1))
			.jvmArgs("-Xms1g", "-Xmx4g")
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(false);
	}

	/** Run what was prepared. */
	static JmhRun of(ChainedOptionsBuilder options) throws RunnerException {
		return new JmhRun(new Runner(options.build()).run());
	}

	/** Return the results of this run and another. */
	JmhRun and(JmhRun other) {
		return new JmhRun(Stream.concat(this.results.stream(), other.results.stream()).toList());
	}

	/** Return what came of a method with given parameters, names and values in turns. */
	Score score(String method, String... parameters) {
		return this.results.stream()
			.filter((result) -> result.getParams().getBenchmark().endsWith("." + method))
			.filter((result) -> matches(result, List.of(parameters)))
			.map(Score::of)
			.findFirst()
			.orElse(Score.NONE);
	}

	private static boolean matches(RunResult result, List<String> parameters) {
		for (int index = 0; index < parameters.size(); index += 2) {
			String value = result.getParams().getParam(parameters.get(index));
			if (!Objects.equals(value, parameters.get(index + 1))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What came of one benchmark.
	 *
	 * @param median the median, in the benchmark's unit of time
	 * @param p95 the 95th percentile
	 * @param bytes what was allocated for each operation
	 */
	record Score(double median, double p95, double bytes) {

		static final Score NONE = new Score(Double.NaN, Double.NaN, Double.NaN);

		static Score of(RunResult result) {
			Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
			return new Score(result.getPrimaryResult().getStatistics().getPercentile(50),
					result.getPrimaryResult().getStatistics().getPercentile(95),
					(allocated != null) ? allocated.getScore() : Double.NaN);
		}

	}

}
