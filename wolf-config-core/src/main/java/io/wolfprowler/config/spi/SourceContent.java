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

package io.wolfprowler.config.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One content of a source. The bytes are shared, not copied: nobody may change them.
 */
public final class SourceContent {

	/** The revision of a source that has no content. */
	public static final String ABSENT = "";

	private final byte[] bytes;

	private final String revision;

	private final String digest;

	private SourceContent(byte[] bytes, String revision, String digest) {
		this.bytes = Objects.requireNonNull(bytes, "bytes");
		this.revision = Objects.requireNonNull(revision, "revision");
		this.digest = digest;
	}

	/**
	 * Make a content whose revision is its digest.
	 * @param bytes the content
	 * @return the content
	 */
	public static SourceContent of(byte[] bytes) {
		String digest = sha256(bytes);
		return new SourceContent(bytes, digest, digest);
	}

	/**
	 * Make a content with a revision the source has given it.
	 * @param bytes the content
	 * @param revision the source's name for this content; different contents never have
	 * equal ones
	 * @return the content
	 */
	public static SourceContent of(byte[] bytes, String revision) {
		return new SourceContent(bytes, revision, sha256(bytes));
	}

	/**
	 * Return the content.
	 * @return the bytes, shared
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Return the source's name for this content.
	 * @return the revision
	 */
	public String revision() {
		return this.revision;
	}

	/**
	 * Return the SHA-256 of the bytes.
	 * @return the digest in lower-case hexadecimal
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * Return a description without the content, which may hold secrets.
	 */
	@Override
	public String toString() {
		return "SourceContent[" + this.bytes.length + " bytes, revision=" + this.revision + "]";
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
