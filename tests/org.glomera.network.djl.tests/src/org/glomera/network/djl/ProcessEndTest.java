package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class ProcessEndTest {

    @Test
    void await_waitsForTheCalculationUnderWayAndLetsNoFurtherOneBegin() throws InterruptedException {
        ProcessEnd end = new ProcessEnd();
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread first = daemon(() -> {
            end.enter();
            begun.countDown();
            await(mayEnd);
            order.add("calculated");
            end.leave();
        });
        assertTrue(begun.await(5, TimeUnit.SECONDS));
        Thread ending = daemon(() -> order.add("ended " + end.await()));
        ending.join(200);
        assertTrue(ending.isAlive(), "The end did not wait.");
        mayEnd.countDown();
        ending.join(5000);
        first.join(5000);
        assertEquals(List.of("calculated", "ended true"), order);
        Thread late = daemon(() -> {
            end.enter();
            order.add("late");
        });
        late.join(200);
        assertTrue(late.isAlive());
        assertFalse(order.contains("late"));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
