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

package io.wolfprowler.config.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchThread}, which replay the system calls of editors and deployment
 * tools. A watcher is right when the content seen by its last look is that of the file.
 */
@Tag("filesystem")
class WatchThreadTests {

	// Events only: the poll comes too late to be of help.
	private static final WatchSettings PUSHED = new WatchSettings(Duration.ofMillis(20), Duration.ofMillis(200),
			Duration.ofMinutes(5), false);

	private static final WatchSettings POLLED = new WatchSettings(Duration.ofMillis(20), Duration.ofMillis(200),
			Duration.ofMillis(100), false);

	private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

	private final AtomicBoolean pushable = new AtomicBoolean(true);

	private final WatchThread thread = new WatchThread(this::newWatchService, Clock.systemUTC());

	private final List<Watch> watches = new ArrayList<>();

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicReference<String> seen = new AtomicReference<>("nothing");

	@TempDir
	Path temp;

	private Path dir;

	private Path file;

	@BeforeEach
	void resolveTemp() throws IOException {
		this.dir = this.temp.toRealPath();
		this.file = this.dir.resolve("x.toml");
	}

	@AfterEach
	void closeAll() {
		this.watches.forEach(Watch::close);
		await().until(() -> !this.thread.isRunning());
	}

	@Test
	void seesAWriteInPlace() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);

		Files.writeString(this.file, "two");

		awaitSeen("two");
	}

	@Test
	void seesEachRenameOver() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);

		for (String text : List.of("two", "three", "four")) {
			renameOver(this.file, text);
			awaitSeen(text);
		}
	}

	@Test
	void seesADeletedFileComeBack() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);

		Files.delete(this.file);
		awaitSeen("absent");
		Files.writeString(this.file, "two");

		awaitSeen("two");
	}

	@Test
	void seesASafeWriteOfIntelliJ() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);

		Path fresh = Files.writeString(this.dir.resolve("x.toml___jb_tmp___"), "two");
		Path old = this.dir.resolve("x.toml___jb_old___");
		Files.move(this.file, old, StandardCopyOption.ATOMIC_MOVE);
		Files.move(fresh, this.file, StandardCopyOption.ATOMIC_MOVE);
		Files.delete(old);

		awaitSeen("two");
	}

	@Test
	void seesEachSwapOfAConfigMap() throws IOException {
		publishConfigMap("one");
		Files.createSymbolicLink(this.file, Path.of("..data/x.toml"));
		watch(this.file, PUSHED);

		for (String text : List.of("two", "three", "four")) {
			Path old = this.dir.resolve("..data").toRealPath();
			publishConfigMap(text);
			deleteTree(old);
			awaitSeen(text);
		}
	}

	@Test
	void doesNotWaitForQuietWhenALinkIsSwapped() throws IOException {
		publishConfigMap("one");
		Files.createSymbolicLink(this.file, Path.of("..data/x.toml"));
		watch(this.file, new WatchSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), false));

		publishConfigMap("two");

		awaitSeen("two");
	}

	@Test
	void doesNotWaitForQuietWhenEagerAndTheFileIsRenamedOver() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, new WatchSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), true));

		renameOver(this.file, "two");

		awaitSeen("two");
	}

	@Test
	void seesEachLinkOfAChainRetargeted() throws IOException {
		for (String name : List.of("a", "b", "c", "d")) {
			Files.writeString(Files.createDirectory(this.dir.resolve(name)).resolve("real"), "in " + name);
		}
		retarget(this.dir.resolve("b/link"), "../c/real");
		retarget(this.dir.resolve("a/x.toml"), "../b/link");
		watch(this.dir.resolve("a/x.toml"), PUSHED);

		retarget(this.dir.resolve("b/link"), "../d/real");
		awaitSeen("in d");
		retarget(this.dir.resolve("a/x.toml"), "../c/real");
		awaitSeen("in c");
		Files.writeString(this.dir.resolve("c/real"), "edited");
		awaitSeen("edited");
	}

	@Test
	void seesTheTargetEditedInAnotherDirectory() throws IOException {
		Path real = Files.writeString(Files.createDirectory(this.dir.resolve("other")).resolve("y.toml"), "one");
		Files.createSymbolicLink(this.file, real);
		watch(this.file, PUSHED);

		Files.writeString(real, "two");
		awaitSeen("two");
		renameOver(real, "three");
		awaitSeen("three");
	}

	@Test
	void seesTheGrandparentLinkSwapped() throws IOException {
		for (String release : List.of("1", "2")) {
			Path conf = Files.createDirectories(this.dir.resolve("releases").resolve(release).resolve("conf"));
			Files.writeString(conf.resolve("x.toml"), "release " + release);
		}
		Path current = this.dir.resolve("releases/current");
		retarget(current, "1");
		watch(current.resolve("conf/x.toml"), PUSHED);

		retarget(current, "2");

		awaitSeen("release 2");
	}

	@Test
	void seesTheDirectoryDeletedAndMadeAgain() throws IOException {
		Path nested = Files.createDirectory(this.dir.resolve("conf")).resolve("x.toml");
		Files.writeString(nested, "one");
		watch(nested, PUSHED);

		deleteTree(nested.getParent());
		awaitSeen("absent");
		Files.createDirectory(nested.getParent());
		Files.writeString(nested, "two");
		awaitSeen("two");

		Files.writeString(nested, "three");
		awaitSeen("three");
	}

	@Test
	void seesADirectoryPutInPlaceOfOneRenamedAway() throws IOException {
		Path nested = Files.createDirectories(this.dir.resolve("etc/conf")).resolve("x.toml");
		Files.writeString(nested, "one");
		watch(nested, POLLED);

		Files.move(this.dir.resolve("etc"), this.dir.resolve("old"));
		Files.createDirectories(nested.getParent());
		Files.writeString(nested, "two");

		awaitSeen("two");
	}

	@Test
	void seesAFileAppearWithItsDirectories() throws IOException {
		Path nested = this.dir.resolve("a/b/c/x.toml");
		watch(nested, PUSHED);

		Files.createDirectories(nested.getParent());
		Files.writeString(nested, "one");

		awaitSeen("one");
	}

	@Test
	void seesWhatIsMappedIntoMemoryByItsTimes() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, POLLED);

		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, 3);
			memory.put("two".getBytes(StandardCharsets.UTF_8));
			memory.force();
		}

		awaitSeen("two");
	}

	@Test
	void seesAnEditThroughAnotherHardLink() throws IOException {
		Files.writeString(this.file, "one");
		Path other = Files.createLink(Files.createDirectory(this.dir.resolve("other")).resolve("y"), this.file);
		watch(this.file, POLLED);

		Files.writeString(other, "two");

		awaitSeen("two");
	}

	@Test
	void looksNowAndThenThoughNothingSeemsToHappen() throws IOException {
		Files.writeString(this.file, "one");
		Files.setLastModifiedTime(this.file, FileTime.from(LONG_AGO));
		WatchThread later = new WatchThread(this::newWatchService,
				Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
		WatchSettings often = new WatchSettings(Duration.ZERO, Duration.ZERO, Duration.ofMillis(10), false);
		this.watches.add(later.watch(this.file, often, this.looks::incrementAndGet));

		await().until(() -> this.looks.get() >= 3);
	}

	@Test
	void looksAgainAtAFileJustWritten() throws IOException {
		Files.writeString(this.file, "one");

		watch(this.file, POLLED);

		awaitSeen("one");
	}

	@Test
	void survivesMoreEventsThanTheQueueHolds() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);
		CountDownLatch stalled = stall();

		for (int i = 0; i < 2100; i++) {
			Files.createFile(this.dir.resolve("sibling" + i));
		}
		stalled.countDown();
		Files.writeString(this.file, "two");
		awaitSeen("two");

		Files.writeString(this.file, "three");
		awaitSeen("three");
	}

	@Test
	void doesNotLookForTheSakeOfSiblings() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);
		Path sibling = this.dir.resolve("sibling");

		for (int i = 0; i < 200; i++) {
			Files.writeString(sibling, "noise " + i);
		}
		AtomicInteger marker = new AtomicInteger();
		this.watches.add(this.thread.watch(this.dir.resolve("marker"), PUSHED, marker::incrementAndGet));
		Files.createFile(this.dir.resolve("marker"));
		await().until(() -> marker.get() > 0);

		assertThat(this.looks).hasValue(0);
	}

	@Test
	void servesASteadyWriter() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file,
				new WatchSettings(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMinutes(5), false));

		try (OutputStream out = Files.newOutputStream(this.file)) {
			await().pollInterval(Duration.ofMillis(10)).until(() -> {
				out.write('x');
				return this.looks.get() >= 2;
			});
		}
	}

	@Test
	void pollsWithoutAWatchServiceAndIsPushedLater() throws IOException {
		this.pushable.set(false);
		Files.writeString(this.file, "one");
		Watch watch = watch(this.file, POLLED);
		assertThat(watch.mode()).isEqualTo(WatchMode.POLL);

		Files.writeString(this.file, "two");
		awaitSeen("two");
		this.pushable.set(true);

		await().until(watch::mode, WatchMode.PUSH::equals);
		Files.writeString(this.file, "three");
		awaitSeen("three");
	}

	@Test
	void survivesAWatchServiceClosedBySomebodyElse() throws IOException {
		AtomicReference<WatchService> service = new AtomicReference<>();
		WatchThread fragile = new WatchThread(() -> service.updateAndGet((old) -> newWatchService()),
				Clock.systemUTC());
		Files.writeString(this.file, "one");
		this.watches.add(fragile.watch(this.file, PUSHED, this::look));
		WatchService first = service.get();

		first.close();
		await().until(() -> service.get() != first);
		Files.writeString(this.file, "two");

		awaitSeen("two");
	}

	@Test
	void survivesLooksAndTasksThatThrow() throws IOException {
		Files.writeString(this.file, "one");
		this.watches.add(this.thread.watch(this.file, PUSHED, () -> {
			look();
			throw new StackOverflowError("expected in this test");
		}));
		this.thread.schedule(Duration.ZERO, () -> {
			throw new OutOfMemoryError("expected in this test");
		});

		for (String text : List.of("two", "three")) {
			Files.writeString(this.file, text);
			awaitSeen(text);
		}
	}

	@Test
	void endsWithTheLastWatchAndStartsAgainWithANewOne() throws IOException {
		Files.writeString(this.file, "one");
		Watch first = watch(this.file, PUSHED);
		assertThat(this.thread.isRunning()).isTrue();

		first.close();
		first.close();
		await().until(() -> !this.thread.isRunning());

		watch(this.file, PUSHED);
		Files.writeString(this.file, "two");
		awaitSeen("two");
	}

	@Test
	void leavesNoFileDescriptorOpen() throws IOException {
		long before = inotifyInstances();
		for (int i = 0; i < 10; i++) {
			this.thread.watch(this.file, PUSHED, this::look).close();
		}

		await().until(() -> inotifyInstances() <= before);
	}

	@Test
	void needsOneThreadForAHundredFiles() throws IOException {
		long threads = Thread.getAllStackTraces().keySet().stream().filter(WatchThreadTests::isWatching).count();
		for (int i = 0; i < 100; i++) {
			Path nested = Files.createDirectories(this.dir.resolve("dir" + i % 10)).resolve("x" + i);
			watch(nested, PUSHED);
		}

		assertThat(Thread.getAllStackTraces().keySet().stream().filter(WatchThreadTests::isWatching).count())
			.isEqualTo(threads + 1);

		Files.writeString(this.dir.resolve("dir7/x97"), "found");
		await().until(() -> this.looks.get() > 0);
	}

	@Test
	void doesNotLookAfterClose() throws IOException {
		Files.writeString(this.file, "one");
		Watch watch = watch(this.file, PUSHED);
		CountDownLatch stalled = stall();
		Files.writeString(this.file, "two");

		watch.close();
		stalled.countDown();

		await().until(() -> !this.thread.isRunning());
		assertThat(this.looks).hasValue(0);
	}

	@Test
	void canBeClosedByALook() throws IOException {
		Files.writeString(this.file, "one");
		AtomicReference<Watch> self = new AtomicReference<>();
		self.set(this.thread.watch(this.file, PUSHED, () -> self.get().close()));

		Files.writeString(this.file, "two");

		await().until(() -> !this.thread.isRunning());
	}

	@Test
	void keepsOtherFilesOfADirectoryWatched() throws IOException {
		Files.writeString(this.file, "one");
		Watch other = this.thread.watch(this.dir.resolve("y.toml"), PUSHED, () -> {
		});
		watch(this.file, PUSHED);

		other.close();
		Files.writeString(this.file, "two");

		awaitSeen("two");
	}

	@Test
	void doesNotRunACancelledTimer() {
		AtomicBoolean ran = new AtomicBoolean();
		CountDownLatch stalled = stall();

		this.thread.schedule(Duration.ZERO, () -> ran.set(true)).cancel();
		stalled.countDown();

		await().until(() -> !this.thread.isRunning());
		assertThat(ran).isFalse();
	}

	@Test
	void wakesForATimerEarlierThanAllOthers() throws InterruptedException {
		watch(this.file, PUSHED);
		CountDownLatch ran = new CountDownLatch(1000);

		for (int i = 0; i < 1000; i++) {
			this.thread.schedule(Duration.ofNanos(i % 7 * 1000L), ran::countDown);
		}

		assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void ignoresInterruptsOfStrangers() throws IOException {
		Files.writeString(this.file, "one");
		watch(this.file, PUSHED);

		for (int i = 0; i < 10; i++) {
			this.thread.schedule(Duration.ZERO, () -> Thread.currentThread().interrupt());
		}
		Files.writeString(this.file, "two");

		awaitSeen("two");
	}

	private WatchService newWatchService() {
		try {
			if (!this.pushable.get()) {
				throw new IOException("User limit of inotify instances reached or too many open files");
			}
			return FileSystems.getDefault().newWatchService();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Watch watch(Path path, WatchSettings settings) {
		this.file = path;
		Watch watch = this.thread.watch(path, settings, this::look);
		this.watches.add(watch);
		return watch;
	}

	private void look() {
		this.looks.incrementAndGet();
		try {
			this.seen.set(Files.readString(this.file));
		}
		catch (IOException ex) {
			this.seen.set("absent");
		}
	}

	private void awaitSeen(String text) {
		await().until(this.seen::get, text::equals);
	}

	private static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20));
	}

	private CountDownLatch stall() {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		this.thread.schedule(Duration.ZERO, () -> {
			begun.countDown();
			awaitUninterruptibly(end);
		});
		awaitUninterruptibly(begun);
		return end;
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isWatching(Thread thread) {
		return thread.getName().equals("wolf-config-watch");
	}

	private static long inotifyInstances() throws IOException {
		Path descriptors = Path.of("/proc/self/fd");
		if (!Files.isDirectory(descriptors)) {
			return 0;
		}
		try (Stream<Path> all = Files.list(descriptors)) {
			return all.filter((path) -> new Link(path, Path.of("anon_inode:inotify")).isCurrent()).count();
		}
	}

	private void renameOver(Path path, String text) throws IOException {
		Path fresh = Files.writeString(path.resolveSibling("." + path.getFileName() + ".tmp"), text);
		Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
	}

	private void retarget(Path link, String target) throws IOException {
		Path fresh = Files.createSymbolicLink(link.resolveSibling("fresh"), Path.of(target));
		Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
	}

	private void publishConfigMap(String text) throws IOException {
		Path version = Files.createDirectory(this.dir.resolve("..version-" + text));
		Files.writeString(version.resolve("x.toml"), text);
		retarget(this.dir.resolve("..data"), version.getFileName().toString());
	}

	private static void deleteTree(Path path) throws IOException {
		try (Stream<Path> tree = Files.walk(path)) {
			for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
	}

}
