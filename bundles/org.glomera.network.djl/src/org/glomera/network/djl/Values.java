package org.glomera.network.djl;

/** What a {@link GraphExecutor} does operations on: a {@link Pass} does them, a {@link MemoryCount} only counts. */
interface Values {

    /** Whether a value is there. */
    boolean has(String name);

    /** Runs an operation's forward half, whose inputs are there. */
    void make(Operation operation);

    /**
     * Runs an operation's backward half, where a gradient has come to its output. What it reads is there; its output is
     * freed when it is read.
     */
    void differentiate(Operation operation);

    /** Frees a value. */
    void drop(String name);
}
