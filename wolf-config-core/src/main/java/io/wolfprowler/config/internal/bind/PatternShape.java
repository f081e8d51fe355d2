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

package io.wolfprowler.config.internal.bind;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.wolfprowler.config.internal.toml.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a regular expression. {@link Pattern} does not define {@code equals}, so
 * patterns are compared as text.
 */
final class PatternShape implements Shape {

	@Override
	public @Nullable Object read(Object toml, KeyPath key, BindProblems problems) {
		try {
			return Pattern.compile((String) toml);
		}
		catch (PatternSyntaxException | ClassCastException ex) {
			problems.mismatch(key, expected(), toml);
			return null;
		}
	}

	@Override
	public Object write(Object value) {
		return value.toString();
	}

	@Override
	public void compare(KeyPath key, @Nullable Object oldValue, @Nullable Object newValue, Differences differences) {
		if (!String.valueOf(oldValue).equals(String.valueOf(newValue))) {
			differences.add(key, oldValue, newValue);
		}
	}

	@Override
	public String expected() {
		return "a regular expression";
	}

	@Override
	public Object parse(String[] text) {
		return Pattern.compile(String.join("", text)).toString();
	}

}
