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
package io.wolfprowler.config.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authority and the certificates it has signed, made by the tool of the JDK.
 */
@NullMarked
public final class Certificates {

	private static final String PASSWORD = "changeit";

	private static final String AUTHORITY = "authority";

	private final Path file;

	/**
	 * Makes an authority.
	 * @param directory where its files are kept
	 */
	public Certificates(Path directory) {
		this.file = directory.resolve("certificates.p12");
		keytool("-genkeypair", "-alias", AUTHORITY, "-keyalg", "EC", "-dname", "CN=Authority", "-ext", "bc=ca:true");
	}

	/**
	 * Makes a key with a certificate.
	 * @param alias the name of the key
	 * @param dname the subject
	 * @param san the names it is for, such as {@code SAN=dns:localhost}
	 * @param start when it begins, such as {@code -10d}; it is valid for five days
	 */
	public void add(String alias, String dname, String san, String start) {
		keytool("-genkeypair", "-alias", alias, "-signer", AUTHORITY, "-keyalg", "EC", "-dname", dname, "-ext", san,
				"-startdate", start, "-validity", "5");
	}

	/**
	 * Writes a key and its certificate, and that of the authority, as other programs want
	 * them: {@code alias.key}, {@code alias.pem} and {@code authority.pem} beside the
	 * other files.
	 * @param alias the name of the key
	 */
	public void exportPem(String alias) {
		try {
			KeyStore all = all();
			Key key = all.getKey(alias, PASSWORD.toCharArray());
			write(alias + ".key", "PRIVATE KEY", key.getEncoded());
			write(alias + ".pem", "CERTIFICATE", all.getCertificate(alias).getEncoded());
			write(AUTHORITY + ".pem", "CERTIFICATE", all.getCertificate(AUTHORITY).getEncoded());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void write(String name, String type, byte[] encoded) throws IOException {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded);
		Files.writeString(this.file.resolveSibling(name),
				"-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
	}

	/**
	 * Makes a context.
	 * @param alias the key to show, {@code null} for none
	 * @param trusting whether the authority is trusted, or nobody but those of the JDK
	 * @return the context
	 */
	public SSLContext context(@Nullable String alias, boolean trusting) {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			keys.init((alias != null) ? only(alias) : null, PASSWORD.toCharArray());
			trust.init(trusting ? authority() : null);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init((alias != null) ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private KeyStore only(String alias) throws GeneralSecurityException, IOException {
		KeyStore one = empty();
		one.setEntry(alias, all().getEntry(alias, protection()), protection());
		return one;
	}

	private KeyStore authority() throws GeneralSecurityException, IOException {
		KeyStore one = empty();
		one.setCertificateEntry(AUTHORITY, all().getCertificate(AUTHORITY));
		return one;
	}

	private KeyStore all() throws GeneralSecurityException, IOException {
		KeyStore all = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.file)) {
			all.load(in, PASSWORD.toCharArray());
		}
		return all;
	}

	private static KeyStore empty() throws GeneralSecurityException, IOException {
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		return empty;
	}

	private static KeyStore.PasswordProtection protection() {
		return new KeyStore.PasswordProtection(PASSWORD.toCharArray());
	}

	private void keytool(String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.add("-J-XX:TieredStopAtLevel=1");
		command.addAll(List.of(arguments));
		command.addAll(List.of("-storetype", "PKCS12", "-keystore", this.file.toString(), "-storepass", PASSWORD));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			try (InputStream output = process.getInputStream()) {
				String text = new String(output.readAllBytes());
				assertThat(process.waitFor()).as(text).isZero();
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
