package org.glomera.dicom;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.DecayState.Event;
import org.glomera.dicom.toolkit.Tag;

/**
 * Brings activity from the time that the files of a series state it for to the one that the user chose, by the formula
 * of {@link DecayReference}. For one thread.
 */
final class DecayChange {

    private static final double MS_PER_S = 1000;
    private static final double S_PER_HOUR = 3600;
    /** How far a decay factor that a file names may be from what its times give: files round to a few digits. */
    private static final double FACTOR_TOLERANCE = 0.005;

    private final DecayReference wanted;
    private final Optional<LocalDateTime> scanStart;
    private final Remarks remarks;
    private final DoubleSummaryStatistics factors = new DoubleSummaryStatistics();
    private String how = "";
    private boolean factorChecked;

    /**
     * Takes the files of a series.
     *
     * @param headers all of them; the earliest acquisition is the start of the scan
     * @param remarks gets what activity is stated for and the factor that was applied
     */
    DecayChange(DecayReference wanted, List<Header> headers, Remarks remarks) throws GlomeraException {
        this.wanted = Objects.requireNonNull(wanted);
        this.remarks = Objects.requireNonNull(remarks);
        LocalDateTime earliest = null;
        for (Header header : headers) {
            LocalDateTime start = acquired(header).orElse(null);
            earliest = earliest == null || start != null && start.isBefore(earliest) ? start : earliest;
        }
        this.scanStart = Optional.ofNullable(earliest);
    }

    /** The start of the earliest acquisition; empty when no file says it. */
    Optional<LocalDateTime> scanStart() {
        return scanStart;
    }

    /** When the acquisition of an image began: (0008,002A), else (0008,0022) with (0008,0032). */
    static Optional<LocalDateTime> acquired(Header header) throws GlomeraException {
        Optional<LocalDateTime> both = DicomTimes.of(header, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
        return both.isPresent() ? both : DicomTimes.of(header, Tag.ACQUISITION_DATE_TIME, header);
    }

    /**
     * What the activity of an image is multiplied by.
     *
     * @param header the image's file
     * @param durationS how long counts were collected, for an image whose decay is not corrected
     * @throws GlomeraException when the file does not say enough for the time that the user chose
     */
    double factor(Header header, OptionalDouble durationS) throws GlomeraException {
        DecayState state = DecayState.of(header);
        if (wanted instanceof DecayReference.AsStored) {
            remarks.add(state.event().sentence());
            return 1;
        }
        if (isThere(state.event())) {
            remarks.add(state.event().sentence());
            return 1;
        }
        Radiopharmaceutical tracer = Radiopharmaceutical.of(header);
        double halfLifeS = tracer.halfLifeS(remarks);
        LocalDateTime from = stated(state, header, tracer, halfLifeS, durationS);
        LocalDateTime to = wanted(header, tracer, halfLifeS);
        double factor = factor(secondsBetween(from, to), halfLifeS);
        if (!(factor > 0) || !Double.isFinite(factor)) {
            throw header.problem("its times and its half-life of " + halfLifeS + " s leave " + factor + " of its activity, "
                    + "which cannot be. Take it as stored");
        }
        factors.accept(factor);
        if (how.isEmpty()) {
            how = state.event().sentence() + " It is now stated for " + words() + ", " + apart(from, to) + " (half-life "
                    + Remarks.number(halfLifeS / S_PER_HOUR) + " h).";
        }
        return factor;
    }

    /** Remarks on the factors of all images; to be called once, after them. */
    void tell() {
        if (factors.getCount() > 0) {
            String least = Remarks.number(factors.getMin());
            String range = factors.getMin() == factors.getMax() ? least
                    : least + " to " + Remarks.number(factors.getMax()) + ", by the time of each slice";
            remarks.add("Activity was multiplied by " + range + ". " + how);
        }
    }

    private boolean isThere(Event event) {
        return wanted instanceof DecayReference.ScanStart && event == Event.START
                || wanted instanceof DecayReference.Administration && event == Event.ADMIN;
    }

    /** {@code 2^(-seconds / half-life)}. */
    static double factor(double seconds, double halfLifeS) {
        return Math.pow(2, -seconds / halfLifeS);
    }

    /**
     * How long after the start of an acquisition the activity equals its mean over the acquisition:
     * {@code 1/k * ln(k D / (1 - e^(-k D)))} with k = ln 2 / half-life (PS3.3 C.8.9.4.1.5).
     */
    static double meanAfterS(double durationS, double halfLifeS) {
        double k = Math.log(2) / halfLifeS;
        double kd = k * durationS;
        return kd == 0 ? 0 : Math.log(kd / -Math.expm1(-kd)) / k;
    }

    /** The time that the file states activity for. */
    private LocalDateTime stated(DecayState state, Header header, Radiopharmaceutical tracer, double halfLifeS,
            OptionalDouble durationS) throws GlomeraException {
        return switch (state.event()) {
            case START -> requireScanStart(header);
            case ADMIN -> {
                LocalDateTime time = administered(header, tracer, halfLifeS);
                checkDecayFactor(header, time, halfLifeS, durationS);
                yield time;
            }
            case TIME -> state.time().orElseThrow();
            case NONE -> {
                double duration = durationS.orElseThrow(() -> header.problem("its decay is not corrected, and it does "
                        + "not say how long the acquisition took (0018,1242), so its activity cannot be stated for the "
                        + "time you chose. Take it as stored"));
                LocalDateTime start = acquired(header).orElseThrow(() -> withoutStart(header));
                yield start.plusNanos(Math.round(meanAfterS(duration, halfLifeS) * 1e9));
            }
            case CORRECTED, NOT_SAID -> throw header.problem("its activity cannot be stated for the time you chose. "
                    + state.event().sentence() + " Take it as stored, or have it exported with Decay Correction "
                    + "(0054,1102)");
        };
    }

    private LocalDateTime wanted(Header header, Radiopharmaceutical tracer, double halfLifeS) throws GlomeraException {
        if (wanted instanceof DecayReference.At at) {
            return at.time();
        }
        return wanted instanceof DecayReference.Administration ? administered(header, tracer, halfLifeS)
                : requireScanStart(header);
    }

    private String words() {
        if (wanted instanceof DecayReference.At) {
            return "the date and time that you chose";
        }
        return wanted instanceof DecayReference.Administration ? "the administration" : "the start of the acquisition";
    }

    private static String apart(LocalDateTime from, LocalDateTime to) {
        double hours = secondsBetween(from, to) / S_PER_HOUR;
        return Remarks.number(Math.abs(hours)) + (hours < 0 ? " h earlier" : " h later");
    }

    private LocalDateTime administered(Header header, Radiopharmaceutical tracer, double halfLifeS)
            throws GlomeraException {
        Optional<LocalDateTime> dated = tracer.dated();
        return dated.isPresent() ? dated.get() : tracer.administered(requireScanStart(header), halfLifeS, remarks);
    }

    private LocalDateTime requireScanStart(Header header) throws GlomeraException {
        return scanStart.orElseThrow(() -> withoutStart(header));
    }

    private static GlomeraException withoutStart(Header header) {
        return header.problem("it does not say when its acquisition began (0008,0022) (0008,0032), so its activity "
                + "cannot be stated for the time you chose. Take it as stored");
    }

    /** Remarks on a decay factor (0054,1321) that does not fit the event that decay was corrected to. */
    private void checkDecayFactor(Header header, LocalDateTime reference, double halfLifeS, OptionalDouble durationS)
            throws GlomeraException {
        OptionalDouble stored = header.number(Tag.DECAY_FACTOR);
        Optional<LocalDateTime> start = acquired(header);
        if (factorChecked || stored.isEmpty() || start.isEmpty()) {
            return;
        }
        factorChecked = true;
        double after = secondsBetween(reference, start.get()) + meanAfterS(durationS.orElse(0), halfLifeS);
        double expected = 1 / factor(after, halfLifeS);
        if (Math.abs(stored.getAsDouble() / expected - 1) > FACTOR_TOLERANCE) {
            remarks.add("The file names a decay factor of " + Remarks.number(stored.getAsDouble()) + ", but its times give "
                    + Remarks.number(expected) + "; its Decay Correction (0054,1102) was believed.");
        }
    }

    private static double secondsBetween(LocalDateTime from, LocalDateTime to) {
        return seconds(Duration.between(from, to));
    }

    /** A duration in seconds, to the millisecond. */
    static double seconds(Duration duration) {
        return duration.toMillis() / MS_PER_S;
    }
}
