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

package io.wolfprowler.config.spring.live;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.wolfprowler.config.fixtures.Gate;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers every request, with {@code ?millis=} after that time, with {@code ?gate} when
 * the gate is open. With {@code ?async=} it is complete, or dispatched to be answered,
 * when the gate is open, and no thread waits for it but one of its own.
 */
class NodeServlet extends HttpServlet {

	/** How many slow requests have begun. */
	static final AtomicInteger BEGUN = new AtomicInteger();

	/** Holds requests with {@code ?gate}. */
	static volatile Gate gate = new Gate();

	private static final long serialVersionUID = 1L;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String async = request.getParameter("async");
		if (async != null && request.getDispatcherType() == DispatcherType.REQUEST) {
			takeAsynchronously(request.startAsync(), async);
			return;
		}
		String millis = request.getParameter("millis");
		if (millis != null) {
			take(Long.parseLong(millis));
		}
		if (request.getParameter("gate") != null) {
			gate.pass();
		}
		String size = request.getParameter("size");
		String body = request.getScheme() + " " + request.getProtocol() + " " + Thread.currentThread();
		response.setContentType("text/plain");
		byte[] bytes = ((size != null) ? "x".repeat(Integer.parseInt(size)) : body).getBytes();
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private static void takeAsynchronously(AsyncContext context, String end) {
		context.start(() -> {
			BEGUN.incrementAndGet();
			gate.pass();
			if (end.equals("dispatch")) {
				context.dispatch();
			}
			else {
				context.complete();
			}
		});
	}

	private static void take(long millis) throws IOException {
		BEGUN.incrementAndGet();
		try {
			new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IOException("interrupted", ex);
		}
	}

}
