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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import io.wolfprowler.config.HotReloadMode;
import io.wolfprowler.config.Subscription;
import io.wolfprowler.config.WatchStats;
import io.wolfprowler.config.internal.time.Scheduler;
import io.wolfprowler.config.remote.BodyTooLargeException;
import io.wolfprowler.config.remote.HttpCalls;
import io.wolfprowler.config.remote.Jitter;
import io.wolfprowler.config.spi.SourceContent;
import io.wolfprowler.config.spi.SourceRejectedException;
import io.wolfprowler.config.spi.StaleRevisionException;
import io.wolfprowler.config.spi.WritableConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a document at a URL, for example in an object store, a Git forge or a
 * configuration server. Requests are conditional. The revision is the entity tag, or the
 * SHA-256 of the content if there is none. Thread-safe.
 */
public final class HttpSource implements WritableConfigSource {

	private static final int MOST_REDIRECTS = 3;

	private final HttpSettings settings;

	private final Scheduler scheduler;

	private final NextPoll nextPoll;

	private final HttpCalls calls;

	private final PollCounts counts = new PollCounts();

	private volatile @Nullable CachedContent known;

	private volatile String lastReadState = "";

	/**
	 * Create a source. It connects on the first read.
	 * @param settings the settings
	 * @param scheduler times polls
	 */
	public HttpSource(HttpSettings settings, Scheduler scheduler) {
		this(settings, scheduler, Clock.systemUTC(), new Jitter(new SecureRandom()));
	}

	HttpSource(HttpSettings settings, Scheduler scheduler, InstantSource clock, Jitter jitter) {
		this.settings = Objects.requireNonNull(settings, "settings");
		this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
		this.nextPoll = new NextPoll(settings.pollInterval(), jitter, clock);
		this.calls = new HttpCalls(settings.sslContext(), settings.connectTimeout());
	}

	@Override
	public String description() {
		return this.settings.url().toString();
	}

	@Override
	public SourceContent read() throws IOException {
		this.lastReadState = "";
		try {
			SourceContent content = accept(fetch(Duration.ZERO)).content();
			this.lastReadState = stateOf(content);
			return content;
		}
		catch (IOException ex) {
			this.lastReadState = stateOf(ex);
			throw ex;
		}
	}

	@Override
	public SourceContent write(byte[] content, String expectedRevision) throws IOException {
		if (!this.settings.writable()) {
			throw new IOException("it is read-only; make it writable if the server supports PUT");
		}
		CachedContent base = this.known;
		HttpRequest.Builder request = request(this.settings.url()).PUT(BodyPublishers.ofByteArray(content))
			.setHeader("Content-Type", "application/toml");
		if (expectedRevision.equals(SourceContent.ABSENT)) {
			request.setHeader("If-None-Match", "*");
		}
		else if (base != null && base.hasStrongTag() && base.content().revision().equals(expectedRevision)) {
			request.setHeader("If-Match", expectedRevision);
		}
		else {
			throw new IOException("it can't be written safely: the server sends no strong entity tags");
		}
		return written(content, request.build());
	}

	@Override
	public Subscription watch(Runnable signal) {
		return new HttpWatch(this, this.settings, this.scheduler, this.nextPoll, this.counts,
				Objects.requireNonNull(signal, "signal"));
	}

	@Override
	public HotReloadMode watchMode() {
		return this.counts.isLongPolling() ? HotReloadMode.PUSH : HotReloadMode.POLL;
	}

	@Override
	public WatchStats watchStats() {
		return this.counts.counts();
	}

	@Override
	public boolean isAtomic() {
		return true;
	}

	@Override
	public void close() {
		this.calls.close();
	}

	/** Return the state that the last read found, empty before the first one. */
	String lastReadState() {
		return this.lastReadState;
	}

	static String stateOf(SourceContent content) {
		return "holds " + content.revision();
	}

	static String stateOf(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "absent";
		}
		return (failure instanceof SourceRejectedException) ? "refused: " + failure.getMessage() : "failed";
	}

	/** Request the content if it differs from the known one. */
	HttpResponse<byte[]> fetch(Duration longPoll) throws IOException {
		URI address = this.settings.url();
		HttpResponse<byte[]> response = get(address, longPoll);
		for (int i = 0; i < MOST_REDIRECTS && this.settings.redirects() && isRedirect(response); i++) {
			URI next = address.resolve(response.headers().firstValue("Location").orElse(""));
			if (!Objects.equals(next.getScheme(), address.getScheme())
					|| !Objects.equals(next.getAuthority(), address.getAuthority())) {
				break;
			}
			address = next;
			response = get(address, longPoll);
		}
		return response;
	}

	/** Accept the content of a response as the known one. */
	CachedContent accept(HttpResponse<byte[]> response) throws IOException {
		CachedContent content = new ContentResponse(response, this.known).content();
		this.known = content;
		return content;
	}

	private HttpResponse<byte[]> get(URI address, Duration longPoll) throws IOException {
		HttpRequest.Builder request = request(address).GET();
		CachedContent present = this.known;
		if (present != null) {
			present.addCondition(request);
		}
		if (!longPoll.isZero()) {
			request.setHeader("Prefer", "wait=" + longPoll.toSeconds());
		}
		return send(request.build(), this.settings.timeout().plus(longPoll));
	}

	private HttpResponse<byte[]> send(HttpRequest request, Duration timeout) throws IOException {
		try {
			return this.calls.call(request, this.settings.maxSize(), timeout);
		}
		catch (BodyTooLargeException ex) {
			throw new SourceRejectedException("must be at most " + this.settings.maxSize() + " bytes, found more");
		}
	}

	private HttpRequest.Builder request(URI address) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address);
		this.settings.headers().get().forEach(request::setHeader);
		return request;
	}

	private SourceContent written(byte[] content, HttpRequest request) throws IOException {
		HttpResponse<byte[]> response;
		try {
			response = send(request, this.settings.timeout());
		}
		catch (IOException ex) {
			return confirmWritten(content, ex);
		}
		switch (response.statusCode()) {
			case 200, 201, 204 -> {
				return confirmWritten(content, new IOException("the server has other content by now"));
			}
			case 409, 412 -> throw new StaleRevisionException("the server has other content");
			case 405, 501 -> throw new IOException("the server does not support PUT");
			default -> {
				new ContentResponse(response, null).content();
				throw new IOException("responded with " + response.statusCode());
			}
		}
	}

	// The response to a PUT need not have the entity tag of the new content.
	private SourceContent confirmWritten(byte[] content, IOException failure) throws IOException {
		try {
			SourceContent present = read();
			if (present.digest().equals(SourceContent.of(content).digest())) {
				return present;
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
		throw new IOException("it is unknown whether it was written, so check it: " + failure.getMessage(), failure);
	}

	private static boolean isRedirect(HttpResponse<?> response) {
		return switch (response.statusCode()) {
			case 301, 302, 307, 308 -> true;
			default -> false;
		};
	}

}
