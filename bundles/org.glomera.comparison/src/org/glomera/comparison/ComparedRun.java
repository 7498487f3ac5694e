package org.glomera.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.chart.Marker;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;

/**
 * One run of a comparison.
 *
 * @param index its place in the experiment, counted from 0; colour and mark follow from it, so that a run keeps them
 *        when others are hidden
 * @param name name of the run's folder
 * @param title what the network is called; the name when nothing else is known
 * @param shortTitle what stands before the title's first colon; with the name behind it where another run has the same
 * @param source what its {@code run.json} says, or why it says nothing; where there are folds alone, what the first says
 * @param curve its learning curve, empty as long as there is none
 * @param folds learning curves of the runs {@code NAME_fold1}, {@code NAME_fold2}, … (or with {@code -}); empty when there
 *        are none
 */
public record ComparedRun(int index, String name, String title, String shortTitle, RunSource source, Curve curve,
        List<Curve> folds) {

    /** Copies its lists. */
    public ComparedRun {
        if (index < 0) {
            throw new IllegalArgumentException("index " + index + " is below 0");
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(shortTitle);
        Objects.requireNonNull(source);
        Objects.requireNonNull(curve);
        folds = List.copyOf(folds);
    }

    /** What stands before a title's first colon, or all of it. */
    static String beforeColon(String title) {
        int colon = title.indexOf(':');
        return colon > 0 ? title.substring(0, colon).strip() : title;
    }

    ComparedRun withShortTitle(String other) {
        return new ComparedRun(index, name, title, other, source, curve, folds);
    }

    /** What stands behind the title's first colon; empty without one. */
    public String subtitle() {
        int colon = title.indexOf(':');
        return colon > 0 ? title.substring(colon + 1).strip() : "";
    }

    /** The colour of the run in every page, as 0xRRGGBB. */
    public int rgb() {
        return marker().rgb();
    }

    /** Colour, symbol and dashes of the run in every page. */
    public Marker marker() {
        return Marker.of(index);
    }

    /** What {@code run.json} says, when it could be read. */
    public Optional<RunInfo> info() {
        return source instanceof RunSource.Read read ? Optional.of(read.info()) : Optional.empty();
    }

    /** Whether the run may still change: it is being trained, or was when the program ended without saying so. */
    public boolean training() {
        return info().map(RunInfo::state).filter(state -> state == RunState.TRAINING).isPresent();
    }

    /** The epoch whose weights the results come from; 0 as long as there is none. */
    public int reportedEpoch() {
        return info().map(RunInfo::reportedEpoch).orElse(0);
    }

    /** The curve's point at the reported epoch, when both are there. */
    public Optional<CurvePoint> reported() {
        return curve.at(reportedEpoch());
    }
}
