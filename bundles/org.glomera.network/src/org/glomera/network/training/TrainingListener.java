package org.glomera.network.training;

import org.glomera.study.CurvePoint;

/** Hears how a training goes. Methods are called by the training's thread and return quickly. */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {
    };

    /** Weights were found from which training goes on; 0 when it starts anew. */
    default void resumed(int epochsDone) {
    }

    /**
     * The output had fallen to zero before anything was learned; training begins at epoch 1 with another seed.
     *
     * @param times how often it has begun anew by now
     * @param seed the seed from here on
     * @param why what had happened, as a sentence
     */
    default void begunAnew(int times, long seed, String why) {
    }

    /** A step was made. */
    default void stepDone(TrainingProgress progress) {
    }

    /** An epoch was finished and stands on the disk. */
    default void epochDone(CurvePoint point) {
    }
}
