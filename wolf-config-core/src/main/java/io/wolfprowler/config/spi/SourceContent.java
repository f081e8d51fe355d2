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
 * The bytes of a document as read from a source, with their revision and digest. The
 * bytes are shared, not copied, and must not be changed.
 */
public final class SourceContent {

	/** The revision of a source that has no document. */
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
	 * Create a content whose revision is its digest.
	 * @param bytes the bytes of the document
	 * @return the content
	 */
	public static SourceContent of(byte[] bytes) {
		String digest = sha256(bytes);
		return new SourceContent(bytes, digest, digest);
	}

	/**
	 * Create a content with a revision that the source defines.
	 * @param bytes the bytes of the document
	 * @param revision the source's name for these bytes; different bytes never have the
	 * same revision
	 * @return the content
	 */
	public static SourceContent of(byte[] bytes, String revision) {
		return new SourceContent(bytes, revision, sha256(bytes));
	}

	/**
	 * Return the bytes.
	 * @return the shared bytes, which must not be changed
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Return the source's name for these bytes.
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
	 * Return a description without the bytes, which may contain secrets.
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
