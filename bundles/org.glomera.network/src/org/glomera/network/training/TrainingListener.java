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

    /**
     * Whether to stop here and keep the last finished epoch as the training's result. Asked before each step as soon as
     * an epoch is finished; the steps of an unfinished epoch are given up then.
     */
    default boolean stopAndKeep() {
        return false;
    }

    /** A step was made. */
    default void stepDone(TrainingProgress progress) {
    }

    /**
     * A test image was looked at with the weights of an epoch whose steps are done, to compute its Dice coefficient;
     * {@link #epochDone} follows.
     *
     * @param index which test image, 0 for the first
     * @param probability the network's output, x fastest; the listener may keep it and does not write to it
     */
    default void imageTested(int index, float[] probability) {
    }

    /** An epoch was finished and stands on the disk. */
    default void epochDone(CurvePoint point) {
    }

    /** This listener and then another one. */
    default TrainingListener and(TrainingListener other) {
        return new TwoListeners(this, other);
    }
}
