package org.glomera.network.djl;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps PyTorch's calculations and the end of the process apart. When a process ends, the system takes PyTorch's memory
 * down while daemon threads still run; a calculation that is under way then crashes the process. So the end waits for
 * it, up to {@value #LONGEST_WAIT_S} s, and no further one begins.
 */
final class ProcessEnd {

    /** Some steps of the demo; a step at full size may take longer and then ends as the system sees fit. */
    static final int LONGEST_WAIT_S = 10;

    private static final ProcessEnd OF_THIS_PROCESS = new ProcessEnd();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OF_THIS_PROCESS::await, "Glomera PyTorch end"));
    }

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** The end of this process. */
    static ProcessEnd ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** Begins a calculation; waits for ever when the process is ending. The same thread calls {@link #leave()}. */
    void enter() {
        lock.readLock().lock();
    }

    /** Ends a calculation. */
    void leave() {
        lock.readLock().unlock();
    }

    /**
     * Waits for the calculations under way and lets no further one begin.
     *
     * @return whether none is under way any more
     */
    boolean await() {
        try {
            return lock.writeLock().tryLock(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
