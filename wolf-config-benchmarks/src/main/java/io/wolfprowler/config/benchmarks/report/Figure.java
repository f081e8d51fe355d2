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

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/**
 * Spells measured figures: three digits are more than they deserve.
 */
final class Figure {

	/** What stands for a figure that there is none of. */
	static final String NONE = "failed";

	private Figure() {
	}

	/** Spell a figure with three significant digits, or as a whole number. */
	static String of(double value) {
		if (Double.isNaN(value)) {
			return NONE;
		}
		BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
		if (Math.abs(value) < 0.005) {
			return "0";
		}
		return (Math.abs(value) >= 100) ? String.format(Locale.ROOT, "%,.0f", rounded)
				: rounded.stripTrailingZeros().toPlainString();
	}

	/** Spell how many times the floor a figure is. */
	static String ratio(double value, double floor) {
		double ratio = value / floor;
		if (Double.isNaN(ratio)) {
			return NONE;
		}
		return (ratio >= 0.1 && ratio < 10) ? String.format(Locale.ROOT, "%.2f", ratio) : of(ratio);
	}

	/** Return a percentile of samples, the nearest one. */
	static double percentile(double[] samples, double percent) {
		if (samples.length == 0) {
			return Double.NaN;
		}
		double[] sorted = samples.clone();
		Arrays.sort(sorted);
		return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
	}

}
