package org.glomera.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.components.RemovedPiece;

/**
 * The kidneys of one image.
 *
 * @param written the files that were written
 * @param grid which grid they lie on: {@code spect} or {@code ct}
 * @param voxels that grid
 * @param volumeMl volume of each kidney; 0 when it was not found
 * @param meanActivityBqPerMl mean activity concentration of each kidney that was found; empty without a SPECT
 * @param removed pieces of the network's answer that are not a kidney's largest piece, the largest first
 * @param members the networks, in the order in which they were asked
 * @param meanDisagreement of an ensemble, for each kidney that was found: the mean over its outline (the kidney's voxels
 *        that share a face with one outside) of the standard deviation of the members' probabilities, 0 to 0.5
 * @param caveats what a user should know before trusting the result, as sentences
 * @param versions of program, Java and engine by name
 */
public record SegmentResult(SegmentRequest.Outputs written, String grid, Grid voxels, Map<Side, Double> volumeMl,
        Map<Side, Double> meanActivityBqPerMl, List<RemovedPiece> removed, List<Member> members,
        Optional<Map<Side, Double>> meanDisagreement, List<String> caveats, Map<String, String> versions) {

    /**
     * What one network found, by itself.
     *
     * @param name its name in tables
     * @param title its name for a person
     * @param architecture the kind of network
     * @param weightsSha256 SHA-256 of its weights
     * @param windowing how it was shown the image: as in training, or in sliding windows
     * @param windows how many windows it was shown
     * @param spacingMm the spacing at which it was shown the image, along the patient's x, y and z
     * @param volumeMl volume of each kidney; 0 when it was not found
     * @param meanActivityBqPerMl mean activity concentration of each kidney that was found; empty without a SPECT
     */
    public record Member(String name, String title, String architecture, String weightsSha256,
            SegmentRequest.Windowing windowing, int windows, Vector3 spacingMm, Map<Side, Double> volumeMl,
            Map<Side, Double> meanActivityBqPerMl) {

        /** Copies the maps. */
        public Member {
            Objects.requireNonNull(name);
            Objects.requireNonNull(title);
            Objects.requireNonNull(architecture);
            Objects.requireNonNull(weightsSha256);
            Objects.requireNonNull(windowing);
            Objects.requireNonNull(spacingMm);
            volumeMl = Map.copyOf(volumeMl);
            meanActivityBqPerMl = Map.copyOf(meanActivityBqPerMl);
        }
    }

    /** Copies maps and lists. */
    public SegmentResult {
        Objects.requireNonNull(written);
        Objects.requireNonNull(grid);
        Objects.requireNonNull(voxels);
        volumeMl = Map.copyOf(volumeMl);
        meanActivityBqPerMl = Map.copyOf(meanActivityBqPerMl);
        removed = List.copyOf(removed);
        members = List.copyOf(members);
        meanDisagreement = meanDisagreement.map(Map::copyOf);
        caveats = List.copyOf(caveats);
        versions = Map.copyOf(versions);
    }

    /** The volume of the removed pieces together, in millilitres. */
    public double removedMl() {
        return removed.stream().mapToDouble(RemovedPiece::volumeMl).sum();
    }
}
