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

package io.wolfprowler.node.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.wolfprowler.config.wolf.MemoryProtection;
import io.wolfprowler.config.wolf.SecurityLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key files of sealed files: they are beside them and have the suffix {@code .key}.
 * How strictly they are checked and how long keys stay in memory is fixed on startup.
 */
public final class KeyFiles {

	private static final Logger logger = LoggerFactory.getLogger(KeyFiles.class);

	private static final Set<PosixFilePermission> OWNERS_ONLY = PosixFilePermissions.fromString("rwx------");

	private final SecurityLevel level;

	private final MemoryProtection protection;

	private final SecureRandom random;

	private final Map<Path, KeptKey> kept = new ConcurrentHashMap<>();

	private final Set<Path> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Create access to key files.
	 * @param level {@code Maximum} rejects a file that others than its owner may access,
	 * {@code Standard} logs a warning
	 * @param protection {@code None} keeps keys in memory; otherwise they are read for
	 * each use and overwritten after it
	 * @param random generates new keys
	 */
	public KeyFiles(SecurityLevel level, MemoryProtection protection, SecureRandom random) {
		this.level = level;
		this.protection = protection;
		this.random = random;
	}

	/**
	 * Return the key file of a sealed file.
	 * @param sealed the sealed file
	 * @return the key file
	 */
	public static Path beside(Path sealed) {
		return sealed.resolveSibling(sealed.getFileName() + ".key");
	}

	/**
	 * Read the key of a sealed file.
	 * @param sealed the sealed file
	 * @return the key, to be closed after use
	 * @throws NoSuchFileException if there is no key file
	 */
	public MasterKey read(Path sealed) throws IOException {
		Path file = beside(sealed);
		KeptKey known = this.kept.get(file);
		if (known != null && known.isOf(file)) {
			return known.key();
		}
		check(file);
		KeyFileIdentity identity = KeyFileIdentity.of(file);
		MasterKey key = new MasterKey(secret(file), this.protection != MemoryProtection.None);
		if (this.protection == MemoryProtection.None) {
			this.kept.put(file, new KeptKey(key, identity));
		}
		return key;
	}

	/**
	 * Draft a new key for a sealed file, and forget the previous one.
	 * @param sealed the sealed file
	 * @return the key and the draft of its file
	 */
	public DraftedKey draft(Path sealed) throws IOException {
		byte[] secret = new byte[MasterKey.BYTES];
		this.random.nextBytes(secret);
		this.kept.remove(beside(sealed));
		return new DraftedKey(new MasterKey(secret, true), Draft.write(beside(sealed), ByteBuffer.wrap(secret)));
	}

	private static byte[] secret(Path file) throws IOException {
		byte[] secret = new byte[MasterKey.BYTES];
		if (Files.size(file) == secret.length) {
			try (var in = Files.newInputStream(file)) {
				if (in.readNBytes(secret, 0, secret.length) == secret.length) {
					return secret;
				}
			}
		}
		throw new FileSystemException(file.toString(), null, file + " must hold a key of " + MasterKey.BYTES
				+ " bytes, found " + Files.size(file) + "; put the right one there");
	}

	private void check(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			throw Files.exists(file) ? new FileSystemException(file.toString(), null, file + " must be a regular file")
					: new NoSuchFileException(file.toString());
		}
		if (this.level == SecurityLevel.Minimum || isForItsOwnerOnly(file)) {
			return;
		}
		String found = file + " must be for its owner only, found mode "
				+ PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + "; chmod 600 " + file;
		if (this.level == SecurityLevel.Maximum) {
			throw new FileSystemException(file.toString(), null, found);
		}
		if (this.warned.add(file)) {
			logger.warn("{}", found);
		}
	}

	private static boolean isForItsOwnerOnly(Path file) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		return view == null || OWNERS_ONLY.containsAll(view.readAttributes().permissions());
	}

	/**
	 * A key in memory.
	 *
	 * @param key the key
	 * @param identity the identity of the file it was read from
	 */
	private record KeptKey(MasterKey key, KeyFileIdentity identity) {

		// A key stays valid if its file was deleted.
		boolean isOf(Path file) throws IOException {
			return Files.notExists(file) || this.identity.equals(KeyFileIdentity.of(file));
		}

	}

	/**
	 * Distinguishes a file from another one at the same path.
	 *
	 * @param modified when it was written
	 * @param size its size in bytes
	 * @param fileKey the key of the file system, {@code null} if there is none
	 */
	private record KeyFileIdentity(FileTime modified, long size, @Nullable Object fileKey) {

		static KeyFileIdentity of(Path file) throws IOException {
			BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
			return new KeyFileIdentity(found.lastModifiedTime(), found.size(), found.fileKey());
		}

	}

}
