package org.glomera.core.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final List<Integer> items = IntStream.range(0, 40).boxed().toList();

    @Test
    void results_comeInTheOrderOfTheItems() throws GlomeraException {
        List<Integer> squares = SideBySide.all(items, monitor, (item, m) -> {
            sleep(item % 3);
            return item * item;
        });
        assertEquals(items.stream().map(i -> i * i).toList(), squares);
    }

    @Test
    void failureOfTheFirstItem_isThrownThoughALaterOneFailsSooner() {
        GlomeraException failure = assertThrows(GlomeraException.class, () -> SideBySide.all(items, monitor,
                (item, m) -> {
                    sleep(item == 0 ? 60 : 1);
                    throw new GlomeraException(Kind.INPUT, "item " + item);
                }));
        assertEquals("item 0", failure.getMessage());
    }

    @Test
    void cancelling_endsTheWorkThatAsks() {
        assertThrows(OperationCanceledException.class, () -> SideBySide.all(items, monitor, (item, m) -> {
            monitor.setCanceled(true);
            while (!m.isCanceled()) {
                sleep(1);
            }
            throw new OperationCanceledException();
        }));
    }

    @Test
    void defect_isThrownAsItIs() {
        assertThrows(ArithmeticException.class, () -> SideBySide.all(items, monitor, (item, m) -> 1 / (item - item)));
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
