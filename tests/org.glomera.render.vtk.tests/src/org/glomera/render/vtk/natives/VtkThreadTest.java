package org.glomera.render.vtk.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread that owns VTK's objects; without VTK. */
class VtkThreadTest {

    private final VtkThread thread = new VtkThread();

    @AfterEach
    void end() {
        thread.end();
    }

    @Test
    void tasks_areDoneInOrderOnOneThread() throws Exception {
        List<Integer> order = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        CompletableFuture<?> last = null;
        for (int i = 0; i < 100; i++) {
            int number = i;
            last = thread.submit(() -> {
                threads.add(Thread.currentThread());
                return order.add(number);
            });
        }
        last.get(10, TimeUnit.SECONDS);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, order.get(i));
        }
        assertEquals(1, threads.stream().distinct().count());
        assertFalse(thread.isCurrent());
        assertTrue(threads.get(0).isDaemon(), "a thread that waits for work does not keep the program");
    }

    @Test
    void whatATaskThrows_reachesItsCallerAndTheThreadGoesOn() throws GlomeraException {
        GlomeraException known = new GlomeraException(Kind.INPUT, "This file is not there.");
        assertSame(known, assertThrows(GlomeraException.class, () -> thread.call(() -> {
            throw known;
        })));
        assertThrows(ArithmeticException.class, () -> thread.call(() -> 1 / (int) Double.NaN));
        UnsatisfiedLinkError link = new UnsatisfiedLinkError("native");
        assertSame(link, assertThrows(ExecutionException.class, () -> thread.submit(() -> {
            throw link;
        }).get()).getCause());
        assertEquals(7, thread.call(() -> 7));
    }

    @Test
    void exhaustedMemory_becomesWordsForTheUser() {
        GlomeraException e = assertThrows(GlomeraException.class, () -> thread.call(() -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertEquals(Kind.RESOURCES, e.kind());
    }

    @Test
    void aTaskWithinATask_isDoneAtOnce() throws GlomeraException {
        assertEquals(3, thread.call(() -> thread.call(() -> 3)));
    }

    @Test
    void aCancelledTask_isLeftOut() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        thread.submit(() -> begin.await(10, TimeUnit.SECONDS));
        CompletableFuture<Boolean> cancelled = thread.submit(() -> done.add("cancelled"));
        cancelled.cancel(false);
        begin.countDown();
        thread.submit(() -> done.add("next")).get(10, TimeUnit.SECONDS);
        assertEquals(List.of("next"), done);
    }

    @Test
    void afterTheEnd_tasksAreRefusedAndEarlierOnesWereDone() {
        List<String> done = new ArrayList<>();
        thread.submit(() -> done.add("earlier"));
        thread.end();
        assertEquals(List.of("earlier"), done);
        assertThrows(RejectedExecutionException.class, () -> thread.submit(() -> 1));
        assertEquals(Kind.MISSING_COMPONENT, assertThrows(GlomeraException.class, () -> thread.call(() -> 1)).kind());
    }
}
