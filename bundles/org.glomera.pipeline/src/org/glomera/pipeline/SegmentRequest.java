package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.dicom.SpectRules;

/**
 * Asks for the kidneys of one patient's image.
 *
 * @param modelFolder a run folder or a folder of {@code models/}: {@code model.json} and {@code weights.safetensors}
 * @param ct a CT: a NIfTI file in HU or a folder with one DICOM series; every network needs it
 * @param ctOffsetHu what is added to the values of a CT in a file that does not say its unit; 0 where it is in HU
 * @param spect a SPECT in Bq/ml: a NIfTI file, or a DICOM file or a folder with one; needed by hybrid networks only
 * @param spectRules how a SPECT that is stored as DICOM becomes Bq/ml
 * @param output the label map that is written ({@code .nii} or {@code .nii.gz}; 1 right, 2 left)
 * @param picture a PNG file with the result drawn over slices of the images, where one is wanted
 */
public record SegmentRequest(Path modelFolder, Path ct, double ctOffsetHu, Optional<Path> spect,
        SpectRules spectRules, Path output, Optional<Path> picture) {

    /** A CT in HU and a SPECT as it is stored, without a picture. */
    public SegmentRequest(Path modelFolder, Path ct, Optional<Path> spect, Path output) {
        this(modelFolder, ct, 0, spect, SpectRules.asStored(), output, Optional.empty());
    }

    /** Refuses missing parts. */
    public SegmentRequest {
        Objects.requireNonNull(modelFolder);
        Objects.requireNonNull(ct);
        Objects.requireNonNull(spect);
        Objects.requireNonNull(spectRules);
        Objects.requireNonNull(output);
        Objects.requireNonNull(picture);
    }
}
