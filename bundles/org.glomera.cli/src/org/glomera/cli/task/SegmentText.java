package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.components.RemovedPiece;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.SegmentResult.Member;

/** What the terminal says of a segmentation. */
final class SegmentText {

    /** How many removed pieces are listed; a JSON result has more. */
    private static final int LISTED = 8;

    private SegmentText() {
    }

    static List<String> lines(SegmentResult result) {
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            lines.add(kidney(side, result.volumeMl(), result.meanActivityBqPerMl()));
        }
        if (result.members().size() > 1) {
            addMembers(lines, result);
        }
        addRemoved(lines, result.removed(), result.removedMl());
        result.caveats().forEach(caveat -> lines.add("Note: " + caveat));
        addFiles(lines, result);
        return lines;
    }

    private static String kidney(Side side, Map<Side, Double> volumeMl, Map<Side, Double> activity) {
        Double mean = activity.get(side);
        return String.format(Locale.ROOT, "%-5s kidney  %7.1f ml%s", side.word(), volumeMl.get(side),
                mean == null ? "" : String.format(Locale.ROOT, "  %.0f Bq/ml", mean));
    }

    private static void addMembers(List<String> lines, SegmentResult result) {
        lines.add("Each of the " + result.members().size() + " networks by itself:");
        for (Side side : Side.values()) {
            for (Member member : result.members()) {
                lines.add("  " + kidney(side, member.volumeMl(), member.meanActivityBqPerMl()) + "  " + member.name());
            }
            lines.add("  " + range(side, result));
        }
        result.meanDisagreement().ifPresent(each -> lines.add(String.format(Locale.ROOT,
                "Mean disagreement on the outline (standard deviation of the probabilities, 0 to 0.5): right %s, left %s",
                number(each.get(Side.RIGHT)), number(each.get(Side.LEFT)))));
    }

    private static String range(Side side, SegmentResult result) {
        var volumes = result.members().stream().mapToDouble(member -> member.volumeMl().get(side)).summaryStatistics();
        var activities = result.members().stream().map(member -> member.meanActivityBqPerMl().get(side))
                .filter(each -> each != null).mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(Locale.ROOT, "%-5s from %.1f to %.1f ml%s", side.word(), volumes.getMin(), volumes.getMax(),
                activities.getCount() == 0 ? "" : String.format(Locale.ROOT, ", from %.0f to %.0f Bq/ml",
                        activities.getMin(), activities.getMax()));
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void addRemoved(List<String> lines, List<RemovedPiece> removed, double removedMl) {
        if (removed.isEmpty()) {
            return;
        }
        lines.add(String.format(Locale.ROOT, "Removed %d %s, %.1f ml together:", removed.size(),
                removed.size() == 1 ? "piece that belongs to no kidney" : "pieces that belong to no kidney", removedMl));
        for (RemovedPiece piece : removed.subList(0, Math.min(LISTED, removed.size()))) {
            Vector3 centre = piece.centreMm();
            lines.add(String.format(Locale.ROOT, "  %7.2f ml %s, centre x %.0f, y %.0f, z %.0f mm, mean probability %.2f",
                    piece.volumeMl(), piece.side().word(), centre.x(), centre.y(), centre.z(), piece.meanProbability()));
        }
        if (removed.size() > LISTED) {
            lines.add("  and " + (removed.size() - LISTED) + " smaller ones");
        }
    }

    private static void addFiles(List<String> lines, SegmentResult result) {
        Outputs written = result.written();
        add(lines, "Label map on the " + result.grid() + " grid", written.labelMap());
        add(lines, "SEG", written.seg());
        add(lines, "RTSTRUCT", written.rtStruct());
        add(lines, "Probability", written.probability());
        add(lines, "Disagreement", written.disagreement());
        add(lines, "Picture", written.picture());
        add(lines, "JSON", written.json());
    }

    private static void add(List<String> lines, String what, Optional<Path> file) {
        file.ifPresent(each -> lines.add(what + ": " + each));
    }
}
