package org.glomera.network.selftest;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a self-test found.
 *
 * @param numbers every number beside the right one
 * @param threads number of threads that calculated
 * @param forwardSeconds the shortest forward pass, in seconds
 * @param stepSeconds the shortest training step, in seconds
 * @param forwardFlop floating-point operations of a forward pass; a step takes three times as many
 * @param matrixFlopPerSecond what a large matrix product reaches; empty where the engine does not tell
 */
public record SelfTestResult(List<KnownNumber> numbers, int threads, double forwardSeconds, double stepSeconds,
        double forwardFlop, OptionalDouble matrixFlopPerSecond) {

    private static final int PASSES_OF_A_STEP = 3;

    /** Copies the list. */
    public SelfTestResult {
        numbers = List.copyOf(numbers);
    }

    /** Whether every number is right. */
    public boolean right() {
        return numbers.stream().allMatch(KnownNumber::right);
    }

    /** The number that is the furthest from the right one; one that is not a number before all others. */
    public KnownNumber worst() {
        return numbers.stream().max(Comparator.comparingDouble(KnownNumber::difference)).orElseThrow();
    }

    /** Floating-point operations a second of the forward pass. */
    public double forwardFlopPerSecond() {
        return forwardFlop / forwardSeconds;
    }

    /** Floating-point operations a second of the training step. */
    public double stepFlopPerSecond() {
        return PASSES_OF_A_STEP * forwardFlop / stepSeconds;
    }
}
