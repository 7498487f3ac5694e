package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.dicom.SpectRules;

/**
 * Asks for the kidneys of one patient's image.
 *
 * @param models run folders or folders of {@code models/}, each with {@code model.json} and {@code weights.safetensors};
 *        several are an ensemble, whose probabilities are averaged
 * @param images the patient's images
 * @param windowing how the image is shown to the networks
 * @param outputs what is written
 */
public record SegmentRequest(List<Path> models, Images images, Windowing windowing, Outputs outputs) {

    /** More networks than these are no ensemble that anybody trains. */
    public static final int MOST_MODELS = 50;

    /**
     * The images: a CT, and a SPECT where a network needs it or the activity in the kidneys is wanted.
     *
     * @param paths one or two files or folders, each with one image, or a folder with the DICOM series of CT and SPECT.
     *        Which is which, DICOM says by modality and an image file by its quantity; a file that does not say it is
     *        the CT when it stands first
     * @param spect a SPECT that is named as such; empty when it is among {@code paths} or there is none
     * @param ctOffsetHu what is added to the values of a CT in a file that does not say its unit; 0 where it is in HU
     * @param spectRules how a SPECT that is stored as DICOM becomes Bq/ml
     */
    public record Images(List<Path> paths, Optional<Path> spect, double ctOffsetHu, SpectRules spectRules) {

        /** Refuses none and more than two. */
        public Images {
            paths = List.copyOf(paths);
            Objects.requireNonNull(spect);
            Objects.requireNonNull(spectRules);
            if (paths.isEmpty() || paths.size() + (spect.isPresent() ? 1 : 0) > 2) {
                throw new IllegalArgumentException("One image or two are segmented: a CT, or a CT and a SPECT.");
            }
        }

        /** A CT in HU, and a SPECT as it is stored. */
        public Images(Path ct, Optional<Path> spect) {
            this(List.of(ct), spect, 0, SpectRules.asStored());
        }
    }

    /** How an image is shown to a network. */
    public sealed interface Windowing {

        /** Share of a window that its neighbours cover, when nobody says otherwise. */
        double OVERLAP = 0.5;
        /** Most of it that they may cover: nearer windows cost time and say nothing new. */
        double MOST_OVERLAP = 0.9;

        /** As the network's card says; {@link AsTraining} when it says nothing. */
        record ByCard() implements Windowing {
        }

        /**
         * As in training, where every image was resampled to the input size as a whole; an image of another scale than
         * the training's is padded, cut, or shown in windows from feet to head.
         */
        record AsTraining() implements Windowing {
        }

        /**
         * Overlapping windows of the input size over the whole image, resampled to the spacing of the training or a
         * finer one; the answers are averaged with Gaussian weights.
         *
         * @param overlap share of a window that the next one covers, 0 to {@value #MOST_OVERLAP}
         * @param finestSpacingMm the spacing that is shown, where the training's is coarser; empty for the training's
         */
        record Sliding(double overlap, OptionalDouble finestSpacingMm) implements Windowing {

            /** Refuses an overlap or a spacing that cannot be. */
            public Sliding {
                if (!(overlap >= 0 && overlap <= MOST_OVERLAP)) {
                    throw new IllegalArgumentException("Windows overlap by 0 to " + MOST_OVERLAP + ", not by " + overlap
                            + ".");
                }
                if (finestSpacingMm.isPresent() && !(finestSpacingMm.getAsDouble() > 0
                        && finestSpacingMm.getAsDouble() < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("A spacing is a positive number of millimetres, not "
                            + finestSpacingMm.getAsDouble() + ".");
                }
            }

            /** Windows that overlap by half, at the spacing of the training. */
            public Sliding() {
                this(OVERLAP, OptionalDouble.empty());
            }
        }
    }

    /**
     * The files that are written; at least one.
     *
     * @param labelMap NIfTI ({@code .nii} or {@code .nii.gz}), 1 right, 2 left, on the grid that the networks segment
     * @param seg DICOM SEG, on the slices of a DICOM image
     * @param rtStruct DICOM RTSTRUCT, on the slices of a DICOM image
     * @param probability NIfTI with the probability of each voxel to belong to a kidney
     * @param disagreement NIfTI with the standard deviation of the members' probabilities, 0 to 0.5; of an ensemble only
     * @param picture PNG with the result drawn over slices of the images
     * @param json everything that is told, as JSON
     * @param replaceDicom whether a SEG or an RTSTRUCT that is there is replaced; the other kinds of files are
     */
    public record Outputs(Optional<Path> labelMap, Optional<Path> seg, Optional<Path> rtStruct,
            Optional<Path> probability, Optional<Path> disagreement, Optional<Path> picture, Optional<Path> json,
            boolean replaceDicom) {

        /** Refuses missing parts. */
        public Outputs {
            Objects.requireNonNull(labelMap);
            Objects.requireNonNull(seg);
            Objects.requireNonNull(rtStruct);
            Objects.requireNonNull(probability);
            Objects.requireNonNull(disagreement);
            Objects.requireNonNull(picture);
            Objects.requireNonNull(json);
        }

        /** Nothing yet. */
        public static Outputs none() {
            return new Outputs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), false);
        }

        /** A label map. */
        public static Outputs ofLabelMap(Path file) {
            return none().withLabelMap(file);
        }

        /** The same with a label map. */
        public Outputs withLabelMap(Path file) {
            return new Outputs(Optional.of(file), seg, rtStruct, probability, disagreement, picture, json, replaceDicom);
        }

        /** The same with a SEG. */
        public Outputs withSeg(Path file) {
            return new Outputs(labelMap, Optional.of(file), rtStruct, probability, disagreement, picture, json,
                    replaceDicom);
        }

        /** The same with an RTSTRUCT. */
        public Outputs withRtStruct(Path file) {
            return new Outputs(labelMap, seg, Optional.of(file), probability, disagreement, picture, json, replaceDicom);
        }

        /** The same with the probabilities. */
        public Outputs withProbability(Path file) {
            return new Outputs(labelMap, seg, rtStruct, Optional.of(file), disagreement, picture, json, replaceDicom);
        }

        /** The same with the members' disagreement. */
        public Outputs withDisagreement(Path file) {
            return new Outputs(labelMap, seg, rtStruct, probability, Optional.of(file), picture, json, replaceDicom);
        }

        /** The same with a picture. */
        public Outputs withPicture(Path file) {
            return new Outputs(labelMap, seg, rtStruct, probability, disagreement, Optional.of(file), json, replaceDicom);
        }

        /** The same with a JSON file. */
        public Outputs withJson(Path file) {
            return new Outputs(labelMap, seg, rtStruct, probability, disagreement, picture, Optional.of(file),
                    replaceDicom);
        }

        /** The same, replacing DICOM files that are there. */
        public Outputs replacingDicom() {
            return new Outputs(labelMap, seg, rtStruct, probability, disagreement, picture, json, true);
        }

        /** Every file that is written. */
        public List<Path> all() {
            return List.of(labelMap, seg, rtStruct, probability, disagreement, picture, json).stream()
                    .flatMap(Optional::stream).toList();
        }
    }

    /** Refuses no network, too many, and nothing to write. */
    public SegmentRequest {
        models = List.copyOf(models);
        Objects.requireNonNull(images);
        Objects.requireNonNull(windowing);
        Objects.requireNonNull(outputs);
        if (models.isEmpty() || models.size() > MOST_MODELS) {
            throw new IllegalArgumentException("1 to " + MOST_MODELS + " networks segment an image, not "
                    + models.size() + ".");
        }
        if (outputs.all().isEmpty()) {
            throw new IllegalArgumentException("A segmentation is written somewhere; no file was named.");
        }
    }

    /** One network, a CT in HU and a SPECT as it is stored, to a label map. */
    public SegmentRequest(Path model, Path ct, Optional<Path> spect, Path labelMap) {
        this(List.of(model), new Images(ct, spect), new Windowing.ByCard(), Outputs.ofLabelMap(labelMap));
    }
}
