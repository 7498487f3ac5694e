package org.glomera.pipeline.estimating;

import java.time.Duration;
import java.util.Objects;

import org.glomera.core.progress.TimeLeft;

/**
 * How long a training will take.
 *
 * @param likely the most likely time
 * @param low a short time
 * @param high a long time
 * @param source how it was estimated, a clause
 */
public record TimeEstimate(Duration likely, Duration low, Duration high, String source) {

    /** A test image goes forward only, a training image forward and backward: three times as much. */
    private static final double TEST_SHARE = 1 / 3.0;

    /** Refuses a missing part. */
    public TimeEstimate {
        Objects.requireNonNull(likely);
        Objects.requireNonNull(low);
        Objects.requireNonNull(high);
        Objects.requireNonNull(source);
    }

    /**
     * The time of a training.
     *
     * @param epochs number of epochs that are left
     * @param trainingImages images of a training epoch
     * @param testImages images that are looked at after each epoch
     */
    public static TimeEstimate of(Speed speed, int epochs, int trainingImages, int testImages) {
        double seconds = epochs * speed.secondsPerImage() * (trainingImages + TEST_SHARE * testImages);
        return new TimeEstimate(duration(seconds), duration(seconds * speed.basis().low()),
                duration(seconds * speed.basis().high()), speed.source());
    }

    /** This and another training, one after the other; with the first one's source. */
    public TimeEstimate plus(TimeEstimate other) {
        return new TimeEstimate(likely.plus(other.likely), low.plus(other.low), high.plus(other.high), source);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(Math.min(seconds * 1000, Long.MAX_VALUE / 4.0)));
    }

    /** {@code about 12 min (10 to 16 min)}. */
    public String inWords() {
        return "about " + rough(likely) + " (" + rough(low) + " to " + rough(high) + ")";
    }

    /** As exact as an estimate can be: seconds, minutes, hours or days. */
    static String rough(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 90) {
            return TimeLeft.inWords(duration);
        }
        double minutes = seconds / 60;
        if (minutes < 90) {
            return Math.round(minutes) + " min";
        }
        double hours = minutes / 60;
        return hours < 48 ? "%.1f h".formatted(hours) : "%.0f days".formatted(hours / 24);
    }
}
