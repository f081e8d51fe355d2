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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;

import io.wolfprowler.config.internal.watch.WatchThread;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link HttpSource}: reads and writes against a server that does as it is
 * told.
 */
class HttpSourceTests {

	private static final String TEXT = "limit = 1\n";

	private final ScriptedServer server = new ScriptedServer();

	private HttpSource source = new HttpSource(settings(), WatchThread.shared());

	@AfterEach
	void close() {
		this.source.close();
		this.server.close();
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			ETag: "a"                                   | If-None-Match: "a"
			ETag: W/"a"                                 | If-None-Match: W/"a"
			Last-Modified: Thu, 26 Nov 2026 10:00:00 GMT | If-Modified-Since: Thu, 26 Nov 2026 10:00:00 GMT
			X-Nothing: x                                | none
			""")
	void asksForAnotherContentOnly(String header, String condition) throws IOException {
		this.server.answerOnce(ScriptedServer.text(TEXT, header));
		SourceContent first = this.source.read();
		this.server.answerOnce((condition != null) ? ScriptedServer.status(304, "") : ScriptedServer.text(TEXT));

		SourceContent second = this.source.read();

		assertThat(second.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
		assertThat(second.revision()).isEqualTo(first.revision());
		if (condition != null) {
			assertThat(this.server.lastRequest().headers()).contains(condition);
		}
	}

	@Test
	void aRevisionIsTheEntityTagOrElseTheDigest() throws IOException {
		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: \"7\""));
		assertThat(this.source.read().revision()).isEqualTo("\"7\"");

		this.server.answerOnce(ScriptedServer.text(TEXT));
		SourceContent content = this.source.read();
		assertThat(content.revision()).isEqualTo(content.digest());
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					404 | none | NoSuchFileException    | config.toml
					410 | none | NoSuchFileException    | config.toml
					401 | none | IOException            | responded with 401: it requires credentials, or others than those that were sent
					403 | none | IOException            | responded with 403: the credentials that were sent do not permit this
					304 | none | IOException            | responded with 304 to an unconditional request
					500 | none | IOException            | responded with 500
					302 | Location: https://example.org/x | IOException | responded with 302 and redirects to https://example.org/x; configure that URL if it is the right one
					200 | Content-Type: text/html; charset=utf-8 | SourceRejectedException | must be TOML, found an HTML page
					200 | Content-Type: text/plain; charset=ISO-8859-1 | SourceRejectedException | must be in UTF-8, found iso-8859-1
					200 | Content-Encoding: gzip | SourceRejectedException | must not be encoded, found Content-Encoding gzip
					""")
	void saysWhatIsWrongWithAnAnswer(int status, String header, String type, String message) {
		this.server.answer(ScriptedServer.status(status, TEXT, (header != null) ? header : "X-Nothing: x"));

		assertThatIOException().isThrownBy(this.source::read)
			.satisfies((ex) -> assertThat(ex.getClass().getSimpleName()).isEqualTo(type))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "text/plain; charset=utf-8", "application/toml", "application/octet-stream",
			"text/x-toml; charset=\"UTF-8\"" })
	void takesWhatMayBeToml(String type) throws IOException {
		this.server.answer(ScriptedServer.text(TEXT, "Content-Type: " + type));

		assertThat(this.source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
	}

	@Test
	void refusesAnEmptyContent() {
		this.server.answer(ScriptedServer.text(""));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(this.source::read)
			.withMessage("must not be empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 209715200", "X-Length: unannounced" })
	void takesNoMoreThanItMay(String header) {
		this.server.answer(ScriptedServer.endless(header));

		assertThatExceptionOfType(SourceRejectedException.class).isThrownBy(this.source::read)
			.withMessage("must be at most 1048576 bytes, found more");
		assertThat(this.server.sent()).isLessThan(16L * 1024 * 1024);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					truncated      | HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nlimit = 1  | is incomplete
					truncated      | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n20\\r\\nlimit | is incomplete
					no HTTP        | \\u0016\\u0003\\u0001 hello\\r\\n\\r\\n                  | localhost
					nothing        | ``                                                   | closed the connection without a response
					broken chunks  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n | localhost
					broken status  | HTTP/1.1 abc OK\\r\\n\\r\\n                            | localhost
					""")
	void saysThatAnAnswerIsNoneOrNotWhole(String what, String answer, String message) {
		this.server
			.answer(ScriptedServer.raw(answer.replace("\\r", "\r").replace("\\n", "\n").replace("\\u0016", "\u0016")));

		assertThatIOException().isThrownBy(this.source::read).withMessageContaining(message);
	}

	@Test
	void takesNoAnswerWhoseEndNobodyCanSee() throws IOException {
		this.server.answerOnce(ScriptedServer.raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nlimit = 1\n"));
		assertThatIOException().isThrownBy(this.source::read)
			.withMessageContaining("so the response may be incomplete");

		this.server.answerOnce(ScriptedServer
			.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nlimit = 1\n\r\n0\r\n\r\n"));
		assertThat(this.source.read().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nlimit" })
	void waitsForNoStallLongerThanItMay(String beginning) {
		this.server.answer(ScriptedServer.stalled(beginning));

		assertThatIOException().isThrownBy(this.source::read).withMessageContaining("did not respond within 700 ms");
	}

	@Test
	void waitsForNoDribbleLongerThanItMay() {
		this.server.answer(ScriptedServer.dribbled("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
		long start = System.nanoTime();

		assertThatIOException().isThrownBy(this.source::read).withMessageContaining("did not respond within 700 ms");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void saysThatNobodyListens() {
		this.server.close();

		assertThatIOException().isThrownBy(this.source::read)
			.withMessageContaining("refuses connections; check the address and that the server is running");
	}

	@Test
	void neverTakesCredentialsToAnotherHost() {
		try (ScriptedServer other = new ScriptedServer()) {
			this.source = new HttpSource(with(Map.of("Authorization", "Bearer canary"), true, false),
					WatchThread.shared());
			this.server.answer(ScriptedServer.status(302, "", "Location: " + other.url()));

			assertThatIOException().isThrownBy(this.source::read)
				.withMessageContaining("and redirects to")
				.withMessageNotContaining("canary");
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void followsRedirectsOnTheSameHostWhenTold() throws IOException {
		this.server.answerOnce(ScriptedServer.status(307, "", "Location: /elsewhere.toml"));
		assertThatIOException().isThrownBy(this.source::read);

		this.source = new HttpSource(with(Map.of(), true, false), WatchThread.shared());
		this.server.answerOnce(ScriptedServer.status(307, "", "Location: /elsewhere.toml"));
		assertThat(this.source.read().bytes()).isNotEmpty();
		assertThat(this.server.lastRequest().path()).isEqualTo("/elsewhere.toml");
	}

	@Test
	void leavesALoopOfRedirects() {
		this.source = new HttpSource(with(Map.of(), true, false), WatchThread.shared());
		this.server.answer(ScriptedServer.status(301, "", "Location: /config.toml"));

		assertThatIOException().isThrownBy(this.source::read).withMessageContaining("responded with 301");
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void sendsHeadersAndShowsThemNowhere() throws IOException {
		HttpSettings settings = with(Map.of("Authorization", "Bearer canary"), false, false);
		this.source = new HttpSource(settings, WatchThread.shared());

		this.source.read();

		assertThat(this.server.lastRequest().headers()).contains("Authorization: Bearer canary");
		assertThat(this.server.lastRequest().headers()).noneMatch((header) -> header.startsWith("Accept-Encoding"));
		assertThat(settings + this.source.description() + this.source.read()).doesNotContain("canary");
	}

	@Test
	void writesOverWhatItHasRead() throws IOException {
		this.source = new HttpSource(with(Map.of(), false, true), WatchThread.shared());
		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: \"1\""));
		SourceContent read = this.source.read();
		this.server.answerOnce(ScriptedServer.status(204, ""));
		this.server.answerOnce(ScriptedServer.text("limit = 2\n", "ETag: \"2\""));

		SourceContent written = this.source.write("limit = 2\n".getBytes(StandardCharsets.UTF_8), read.revision());

		assertThat(written.revision()).isEqualTo("\"2\"");
		assertThat(this.server.requests().get(1)).satisfies((request) -> {
			assertThat(request.method()).isEqualTo("PUT");
			assertThat(request.body()).isEqualTo("limit = 2\n");
			assertThat(request.headers()).contains("If-Match: \"1\"", "Content-Type: application/toml");
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 409, 412 })
	void doesNotWriteOverWhatSomebodyElseHasWritten(int status) throws IOException {
		this.source = new HttpSource(with(Map.of(), false, true), WatchThread.shared());
		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: \"1\""));
		SourceContent read = this.source.read();
		this.server.answerOnce(ScriptedServer.status(status, ""));

		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.source.write(new byte[] { '#' }, read.revision()));
	}

	@Test
	void createsOnlyWhatIsNotThere() throws IOException {
		this.source = new HttpSource(with(Map.of(), false, true), WatchThread.shared());
		this.server.answerOnce(ScriptedServer.status(201, ""));

		this.source.write(TEXT.getBytes(StandardCharsets.UTF_8), SourceContent.ABSENT);

		assertThat(this.server.requests().get(0).headers()).contains("If-None-Match: *");
	}

	@Test
	void findsOutWhetherAWriteWithoutAnAnswerWasDone() throws IOException {
		this.source = new HttpSource(with(Map.of(), false, true), WatchThread.shared());
		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: \"1\""));
		SourceContent read = this.source.read();
		byte[] fresh = "limit = 2\n".getBytes(StandardCharsets.UTF_8);
		this.server.answerOnce(ScriptedServer.raw(""));
		this.server.answerOnce(ScriptedServer.text("limit = 2\n", "ETag: \"2\""));

		assertThat(this.source.write(fresh, read.revision()).revision()).isEqualTo("\"2\"");

		this.server.answerOnce(ScriptedServer.raw(""));
		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: \"1\""));
		assertThatIOException()
			.isThrownBy(() -> this.source.write("limit = 3\n".getBytes(StandardCharsets.UTF_8), "\"2\""))
			.withMessageContaining("it is unknown whether it was written, so check it: ");
	}

	@Test
	void saysWhyItCannotBeWritten() throws IOException {
		SourceContent read = this.source.read();
		assertThatIOException().isThrownBy(() -> this.source.write(new byte[] { '#' }, read.revision()))
			.withMessageContaining("it is read-only");

		this.source = new HttpSource(with(Map.of(), false, true), WatchThread.shared());
		SourceContent untagged = this.source.read();
		assertThatIOException().isThrownBy(() -> this.source.write(new byte[] { '#' }, untagged.revision()))
			.withMessageContaining("the server sends no strong entity tags");

		this.server.answerOnce(ScriptedServer.text(TEXT, "ETag: W/\"7\""));
		SourceContent weak = this.source.read();
		assertThatIOException().isThrownBy(() -> this.source.write(new byte[] { '#' }, weak.revision()))
			.withMessageContaining("the server sends no strong entity tags");

		this.server.answer(ScriptedServer.status(405, ""));
		assertThatIOException().isThrownBy(() -> this.source.write(new byte[] { '#' }, SourceContent.ABSENT))
			.withMessage("the server does not support PUT");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					http://example.org/x           | url must be https unless http is allowed, found 'http://example.org/x'
					https://user:canary@example.org | url must not contain credentials, which have their own settings; found some before the host example.org
					file:/etc/config.toml          | url must be an https URL with a host, found 'file:/etc/config.toml'
					example.org/x                  | url must be an https URL with a host, found 'example.org/x'
					""")
	void refusesAnAddressThatIsNotSafe(String url, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> HttpSettings.of(URI.create(url))).withMessage(message);
	}

	private HttpSettings settings() {
		return with(Map.of(), false, false);
	}

	private HttpSettings with(Map<String, String> headers, boolean redirects, boolean writable) {
		return new HttpSettings(this.server.url(), false, () -> headers, null, Duration.ofSeconds(30),
				Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ZERO, 1024 * 1024, redirects, writable);
	}

}
