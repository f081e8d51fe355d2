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
 * How often the source looked half-written since the manager was built. A document that
 * may be the beginning of a longer one is deferred. It is validated once it has been
 * stable for the maximum wait. Some beginnings look like any other edit. They are
 * accepted if their writer pauses for longer than the debounce; most of them are
 * suspected afterwards.
 *
 * @param deferred how many documents were deferred
 * @param validated how many deferred documents were validated after all, because they
 * were stable for the maximum wait, or because the source had looked half-written for
 * four times as long
 * @param suspected how many versions were accepted immediately and were followed, within
 * the maximum wait, by a document that continues where they may have been cut off. Two
 * quick edits look the same if the second one is further down.
 */
public record PartialWriteStats(long deferred, long validated, long suspected) {

}
