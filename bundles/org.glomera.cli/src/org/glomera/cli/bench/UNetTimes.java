package org.glomera.cli.bench;

import java.util.List;

import org.glomera.evaluation.Summary;

/**
 * What one program measured of one U-Net, or several rounds of it together.
 *
 * @param parameters number of weights and biases
 * @param mean the mean of the network's output, by which two programs show that they calculate the same
 * @param forwardSeconds counted forward passes
 * @param stepSeconds counted training steps
 * @param forwardPeakMb the largest resident memory of the process in its forward passes, -1 where nothing tells it
 * @param stepPeakMb the largest resident memory of the process in its training steps, -1 where nothing tells it
 */
record UNetTimes(long parameters, double mean, List<Double> forwardSeconds, List<Double> stepSeconds,
        long forwardPeakMb, long stepPeakMb) {

    UNetTimes {
        forwardSeconds = List.copyOf(forwardSeconds);
        stepSeconds = List.copyOf(stepSeconds);
    }

    /** All times of several rounds; of the peaks the largest. */
    static UNetTimes together(List<UNetTimes> rounds) {
        UNetTimes first = rounds.get(0);
        return new UNetTimes(first.parameters, first.mean,
                rounds.stream().flatMap(round -> round.forwardSeconds.stream()).toList(),
                rounds.stream().flatMap(round -> round.stepSeconds.stream()).toList(),
                rounds.stream().mapToLong(UNetTimes::forwardPeakMb).max().orElse(-1),
                rounds.stream().mapToLong(UNetTimes::stepPeakMb).max().orElse(-1));
    }

    double forward() {
        return median(forwardSeconds);
    }

    double step() {
        return median(stepSeconds);
    }

    private static double median(List<Double> seconds) {
        return Summary.of(seconds.stream().mapToDouble(Double::doubleValue).toArray()).median();
    }
}
