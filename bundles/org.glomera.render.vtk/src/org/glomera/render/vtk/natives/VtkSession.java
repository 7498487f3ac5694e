package org.glomera.render.vtk.natives;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Availability.Missing;

/**
 * What there is once in a process: VTK's libraries, the answer of the display and the thread that owns every VTK
 * object. Safe for use by several threads.
 */
public final class VtkSession {

    private static VtkSession shared;

    private final VtkNatives natives;
    private final DisplayProbe probe;
    private final VtkThread thread = new VtkThread();
    private VtkMessages messages;

    /** A session with libraries and a display of its own; the program has one, {@link #shared()}. */
    VtkSession(VtkNatives natives, DisplayProbe probe) {
        this.natives = Objects.requireNonNull(natives);
        this.probe = Objects.requireNonNull(probe);
    }

    /** The session of this process. */
    public static synchronized VtkSession shared() {
        if (shared == null) {
            VtkNatives natives = new VtkNatives();
            shared = new VtkSession(natives, new DisplayProbe(natives));
        }
        return shared;
    }

    /** Ends the session of this process, if there is one: the thread does what it was asked for and stops. */
    public static synchronized void end() {
        if (shared != null) {
            shared.thread.end();
            shared = null;
        }
    }

    /** Whether VTK's libraries can be used; they are loaded at the first call. */
    public Availability libraries() {
        return natives.load();
    }

    /** Whether VTK can draw; see {@link DisplayProbe#display()}. */
    public Availability display() {
        Availability libraries = libraries();
        return libraries.isReady() ? probe.display() : libraries;
    }

    /** Goes on when something is there. */
    public static void require(Availability availability) throws GlomeraException {
        if (availability instanceof Missing missing) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, missing.inWords());
        }
    }

    /**
     * Has a task done on VTK's thread and waits for it; see {@link VtkThread#call}.
     *
     * @throws GlomeraException what the task throws, or when the libraries are missing
     */
    public <T> T call(Callable<T> task) throws GlomeraException {
        require(libraries());
        return thread.call(logging(task));
    }

    /** Has a task done on VTK's thread, whose libraries are there; see {@link VtkThread#submit}. */
    public <T> CompletableFuture<T> submit(Callable<T> task) {
        return thread.submit(logging(task));
    }

    private <T> Callable<T> logging(Callable<T> task) {
        return () -> {
            if (messages == null) {
                messages = new VtkMessages();
            }
            try {
                return task.call();
            } finally {
                messages.log();
            }
        };
    }
}
