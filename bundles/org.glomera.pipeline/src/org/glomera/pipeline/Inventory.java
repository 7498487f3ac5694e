package org.glomera.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.ImportReport.LeftOutItem;

/**
 * What folders hold, whether an import takes it or not, found by headers, delineations and image files; nothing was
 * written. Patients have the pseudonyms that an import into a new study would give them, and nothing else names them:
 * where a path or a sentence holds an identifier or a name of theirs, the pseudonym stands in its place.
 *
 * @param files how many files were looked at
 * @param images every volume and every series of images that makes none
 * @param delineations every delineation
 * @param cases what would become a case
 * @param leftOut what would not, and why
 * @param hints what the user can say so that more is taken
 */
public record Inventory(int files, List<FoundImage> images, List<FoundDelineation> delineations, List<FoundCase> cases,
        List<LeftOutItem> leftOut, Set<ImportHint> hints) {

    /** Copies the lists. */
    public Inventory {
        images = List.copyOf(images);
        delineations = List.copyOf(delineations);
        cases = List.copyOf(cases);
        leftOut = List.copyOf(leftOut);
        hints = Set.copyOf(hints);
    }

    /**
     * A volume.
     *
     * @param grid where its voxels lie
     * @param quantity what its values are
     * @param remarks what is not plainly as stored
     */
    public record FoundVolume(Grid grid, Quantity quantity, List<String> remarks) {

        /** Copies the list. */
        public FoundVolume {
            Objects.requireNonNull(grid);
            Objects.requireNonNull(quantity);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A series of images, a part of one, or an image file.
     *
     * @param id {@code I1}, {@code I2} and so on
     * @param patient pseudonym; empty for what names no patient
     * @param modality as DICOM has it; {@code file} for an image file that is no DICOM
     * @param where the file, or the folder of the files, relative to the folder that was looked through
     * @param files of how many files
     * @param part 0 for a whole series, 1, 2 and so on for the volumes of one that was taken apart
     * @param frame images with the same letter lie in the same frame of reference; empty when that is not known
     * @param volume the volume; empty when the images make none
     * @param problem why they make none; empty when they do
     */
    public record FoundImage(String id, String patient, String modality, String where, int files, int part, String frame,
            Optional<FoundVolume> volume, String problem) {
    }

    /**
     * One structure of a delineation.
     *
     * @param name its name, or the value of its voxels
     * @param voxels how many voxels it has on the grid that it was counted on; -1 when that is not known
     * @param volumeMl its volume in millilitres; empty when it is not known
     */
    public record FoundStructure(String name, long voxels, OptionalDouble volumeMl) {
    }

    /**
     * A delineation.
     *
     * @param id {@code D1}, {@code D2} and so on
     * @param patient pseudonym; empty for what names no patient
     * @param kind {@code RTSTRUCT}, {@code SEG} or {@code file}
     * @param where the file, relative to the folder that was looked through
     * @param frame as an image's
     * @param image the id of the image that it lies on; empty when that is none, or not known
     * @param grid its own grid; empty for contours
     * @param structures what was drawn
     * @param kidneys the kidneys as an import would find them; empty when it finds none
     * @param remarks how the kidneys were told, or why none were found
     */
    public record FoundDelineation(String id, String patient, String kind, String where, String frame,
            Optional<String> image, Optional<Grid> grid, List<FoundStructure> structures,
            Optional<PlannedKidneys> kidneys, List<String> remarks) {

        /** Copies the lists. */
        public FoundDelineation {
            structures = List.copyOf(structures);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What would become a case.
     *
     * @param planned the case
     * @param ct id of its CT
     * @param spect id of its SPECT
     * @param kidneysCt id of the delineation on its CT
     * @param kidneysSpect id of the delineation on its SPECT
     */
    public record FoundCase(PlannedCase planned, Optional<String> ct, Optional<String> spect, Optional<String> kidneysCt,
            Optional<String> kidneysSpect) {
    }

    /**
     * The patient directions in which the three indices of a grid grow: L left, R right, P back, A front, H head, F feet;
     * for instance {@code LPH}. Of an oblique grid they are the nearest ones.
     */
    public static String orientation(Grid grid) {
        StringBuilder letters = new StringBuilder();
        for (var axis : List.of(grid.voxelToPatientMm().column0(), grid.voxelToPatientMm().column1(),
                grid.voxelToPatientMm().column2())) {
            double x = Math.abs(axis.x());
            double y = Math.abs(axis.y());
            double z = Math.abs(axis.z());
            if (x >= y && x >= z) {
                letters.append(axis.x() > 0 ? 'L' : 'R');
            } else if (y >= z) {
                letters.append(axis.y() > 0 ? 'P' : 'A');
            } else {
                letters.append(axis.z() > 0 ? 'H' : 'F');
            }
        }
        return letters.toString();
    }
}
