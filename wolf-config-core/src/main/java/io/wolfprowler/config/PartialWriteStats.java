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
 * How often the source looked as if a writer was in the middle, since the manager was
 * built. A content is held back when it may be the beginning of one that is being
 * written, and taken for validated when it has stayed the same for the maximum wait. Some
 * beginnings look like any other edit: if their writer pauses for longer than the
 * debounce, they are accepted. What follows gives most of them away afterwards.
 *
 * @param deferred contents that were held back
 * @param validated contents of these that were judged like any other: they stayed as they
 * were, or nothing else had come for four times as long
 * @param suspected versions that were accepted at once and followed, within the maximum
 * wait, by one that goes on where they may have stopped. Two quick edits of which the
 * second is further down look the same.
 */
public record PartialWriteStats(long deferred, long validated, long suspected) {

}
