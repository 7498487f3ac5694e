package org.glomera.network.training;

import java.util.Objects;

import org.glomera.study.CurvePoint;

/**
 * Tells two listeners, one after the other.
 *
 * @param first told first
 * @param second told second
 */
record TwoListeners(TrainingListener first, TrainingListener second) implements TrainingListener {

    TwoListeners {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
    }

    @Override
    public void resumed(int epochsDone) {
        first.resumed(epochsDone);
        second.resumed(epochsDone);
    }

    @Override
    public void begunAnew(int times, long seed, String why) {
        first.begunAnew(times, seed, why);
        second.begunAnew(times, seed, why);
    }

    @Override
    public boolean stopAndKeep() {
        return first.stopAndKeep() || second.stopAndKeep();
    }

    @Override
    public void stepDone(TrainingProgress progress) {
        first.stepDone(progress);
        second.stepDone(progress);
    }

    @Override
    public void imageTested(int index, float[] probability) {
        first.imageTested(index, probability);
        second.imageTested(index, probability);
    }

    @Override
    public void epochDone(CurvePoint point) {
        first.epochDone(point);
        second.epochDone(point);
    }
}
