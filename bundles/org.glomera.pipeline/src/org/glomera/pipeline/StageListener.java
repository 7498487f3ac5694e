package org.glomera.pipeline;

/** Told how far a step of a study is. Called on a thread of the service; an implementation returns at once. */
@FunctionalInterface
public interface StageListener {

    /** A listener that does not listen. */
    StageListener NONE = progress -> {
    };

    /** Something went on; calls come in order, and for one stage the share never falls. */
    void progress(StageProgress progress);
}
