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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTests {

	@Test
	void hasThreeDigits() {
		assertThat(Figure.of(0.7312)).isEqualTo("0.731");
		assertThat(Figure.of(12.345)).isEqualTo("12.3");
		assertThat(Figure.of(20)).isEqualTo("20");
		assertThat(Figure.of(99.96)).isEqualTo("100");
		assertThat(Figure.of(555.4)).isEqualTo("555");
	}

	@Test
	void groupsThousands() {
		assertThat(Figure.of(1_234_567)).isEqualTo("1,230,000");
		assertThat(Figure.of(10_000)).isEqualTo("10,000");
		assertThat(Figure.of(-1200)).isEqualTo("-1,200");
	}

	@Test
	void saysNothingOfNoise() {
		assertThat(Figure.of(0)).isEqualTo("0");
		assertThat(Figure.of(0.0001)).isEqualTo("0");
	}

	@Test
	void saysWhatFailed() {
		assertThat(Figure.of(Double.NaN)).isEqualTo("failed");
		assertThat(Figure.ratio(Double.NaN, 2)).isEqualTo("failed");
		assertThat(Figure.ratio(2, Double.NaN)).isEqualTo("failed");
	}

	@Test
	void comparesWithTheFloor() {
		assertThat(Figure.ratio(3, 2)).isEqualTo("1.50");
		assertThat(Figure.ratio(2, 2)).isEqualTo("1.00");
		assertThat(Figure.ratio(700, 2)).isEqualTo("350");
		assertThat(Figure.ratio(3, 200)).isEqualTo("0.015");
	}

	@Test
	void takesTheNearestSampleAsPercentile() {
		double[] samples = { 5, 1, 4, 2, 3 };

		assertThat(Figure.percentile(samples, 50)).isEqualTo(3);
		assertThat(Figure.percentile(samples, 95)).isEqualTo(5);
		assertThat(Figure.percentile(samples, 1)).isEqualTo(1);
		assertThat(samples).containsExactly(5, 1, 4, 2, 3);
	}

	@Test
	void hasNoPercentileOfNothing() {
		assertThat(Figure.percentile(new double[0], 50)).isNaN();
	}

}
