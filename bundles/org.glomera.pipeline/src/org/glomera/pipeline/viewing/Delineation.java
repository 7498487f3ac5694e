package org.glomera.pipeline.viewing;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/**
 * A delineation that may be drawn over a case's images.
 *
 * @param id what stays the same from case to case: {@code kidneys_ct}, {@code kidneys_spect}, {@code run/NAME} or, for
 *        what was segmented outside of an experiment, {@code segmented/NAME}
 * @param title what it is called
 * @param fullTitle the whole title of which {@code title} is the beginning
 * @param rgb its colour as 0xRRGGBB
 * @param content the voxels, or why there are none
 */
public record Delineation(String id, String title, String fullTitle, int rgb, Content content) {

    /** What was found of a delineation. One of two kinds. */
    public sealed interface Content {
    }

    /**
     * A delineation that was read.
     *
     * @param labels its voxels
     * @param rightMl volume of the right kidney in millilitres
     * @param leftMl volume of the left kidney in millilitres
     * @param middleMm centre of the right kidney's voxels in patient millimetres, of the left one's where there is no
     *        right one; empty where there is neither
     */
    public record Drawn(LabelMap labels, double rightMl, double leftMl, Optional<Vector3> middleMm)
            implements Content {

        /** A delineation with its volumes and its middle; goes through all voxels. */
        public static Drawn of(LabelMap labels) {
            return new Drawn(labels, labels.volumeMl(Kidneys.RIGHT), labels.volumeMl(Kidneys.LEFT),
                    middle(labels, Side.RIGHT).or(() -> middle(labels, Side.LEFT)));
        }

        private static Optional<Vector3> middle(LabelMap map, Side side) {
            Grid grid = map.grid();
            byte label = (byte) side.label();
            byte[] labels = map.labels();
            double x = 0;
            double y = 0;
            double z = 0;
            long count = 0;
            int voxel = 0;
            for (int k = 0; k < grid.nz(); k++) {
                for (int j = 0; j < grid.ny(); j++) {
                    for (int i = 0; i < grid.nx(); i++) {
                        if (labels[voxel++] == label) {
                            x += i;
                            y += j;
                            z += k;
                            count++;
                        }
                    }
                }
            }
            return count == 0 ? Optional.empty() : Optional.of(grid.patientMm(x / count, y / count, z / count));
        }
    }

    /**
     * A delineation that is not there.
     *
     * @param why one or two words for the table, such as {@code none}
     * @param sentence what is wrong
     */
    public record Missing(String why, String sentence) implements Content {
    }

    /** Refuses missing parts. */
    public Delineation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(fullTitle);
        Objects.requireNonNull(content);
    }

    /** This delineation on another grid; as it is where it has no voxels of that grid's number. */
    Delineation on(Grid grid) {
        if (!(content instanceof Drawn drawn) || drawn.labels().labels().length != grid.voxelCount()) {
            return this;
        }
        Grid before = drawn.labels().grid();
        Optional<Vector3> middle = drawn.middleMm().map(point -> grid.voxelToPatientMm()
                .after(before.voxelToPatientMm().inverse()).apply(point));
        return new Delineation(id, title, fullTitle, rgb, new Drawn(new LabelMap(grid, drawn.labels().labels()),
                drawn.rightMl(), drawn.leftMl(), middle));
    }

    /** Whether a person drew it. */
    public boolean isManual() {
        return id.indexOf('/') < 0;
    }

    /** Whether there is something to draw. */
    public boolean isDrawn() {
        return content instanceof Drawn drawn && drawn.rightMl() + drawn.leftMl() > 0;
    }

    /** The voxels, when there is something to draw. */
    public Optional<LabelMap> labels() {
        return content instanceof Drawn drawn && isDrawn() ? Optional.of(drawn.labels()) : Optional.empty();
    }

    /** Why nothing is drawn, in one or two words; empty when something is. */
    public String why() {
        return content instanceof Missing missing ? missing.why() : isDrawn() ? "" : "empty";
    }

    /** The whole title and, where nothing is drawn, the reason as a sentence. */
    public String tooltip() {
        String reason = content instanceof Missing missing ? "\n" + missing.sentence()
                : isDrawn() ? "" : "\nThis delineation holds no voxel.";
        return fullTitle + reason;
    }
}
