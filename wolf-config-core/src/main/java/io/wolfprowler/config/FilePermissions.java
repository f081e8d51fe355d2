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

package io.wolfprowler.config;

/**
 * What happens to a file that its group or others may write or replace. They may replace
 * it if they may write its directory or the directory of a symbolic link on its path,
 * unless that directory is sticky or its file system is mounted read-only.
 */
public enum FilePermissions {

	/** The file is used, and a warning is logged once. */
	WARN,

	/** The file is rejected. */
	ENFORCE,

	/** The file is used. */
	IGNORE

}
