package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;

/**
 * A file in which someone, or some program, delineated structures: an RTSTRUCT ({@link StructureSet}) or a SEG
 * ({@link Segmentation}). What it says about itself was read; voxels are made when they are asked for. Made by
 * {@link DrawnKidneysReader}. Thread-safe.
 */
public sealed interface DrawnKidneys permits StructureSet, Segmentation {

    /** Where it was read, for messages. */
    Path file();

    /** The frame in which it lies; empty when the file names none. */
    String frameOfReferenceUid();

    /** The image series it was drawn on, as far as the file says. */
    List<String> referencedSeriesUids();

    /** The objects (slices) it was drawn on, as far as the file says; a file may name these and not their series. */
    List<String> referencedInstanceUids();

    /** The names of its structures in the file's order, those without contours or voxels included. */
    List<String> structureNames();

    /**
     * Texts that differ when the delineation differs, read without any voxel, to tell whether a file is the one of an
     * earlier import.
     */
    List<String> contentTexts();

    /**
     * The kidneys on an image's grid: 1 right, 2 left. Which structures they are is told by {@code names}, by codes,
     * and else by place, in this order ({@link KidneyStructures}). One kidney alone is taken, with a remark.
     *
     * @param names the names of the right and of the left kidney
     * @param monitor is asked for cancelling
     * @throws GlomeraException of the kind INPUT when no structure is a kidney or it is not clear which, or when the
     *         delineation does not fit the image; the message names the file and the structure
     */
    KidneysOnImage onto(Grid grid, KidneyStructures names, IProgressMonitor monitor) throws GlomeraException;

    /** Whether the file says that it was drawn on a series, by the series or by one of its objects. */
    default boolean refersTo(DicomSeries image) {
        if (referencedSeriesUids().contains(image.seriesInstanceUid())) {
            return true;
        }
        Set<String> objects = image.instances().stream().map(DicomInstance::sopInstanceUid)
                .collect(Collectors.toSet());
        return referencedInstanceUids().stream().anyMatch(objects::contains);
    }

    /** Whether the file and a series name the same frame of reference. */
    default boolean sharesFrameWith(DicomSeries image) {
        return !frameOfReferenceUid().isEmpty() && frameOfReferenceUid().equals(image.frameOfReferenceUid());
    }

    /**
     * Whether coordinates of the file mean the same place in an image (PS3.3 C.7.4.1: they do within one frame of
     * reference).
     *
     * @return remarks for the user: none when both name the same frame of reference, one when it is taken on trust,
     *         because the file was drawn on this image or one of them names no frame of reference
     * @throws GlomeraException when they name different frames of reference and the file was not drawn on this image
     */
    default List<String> requireFrameOf(DicomSeries image) throws GlomeraException {
        if (sharesFrameWith(image)) {
            return List.of();
        }
        if (frameOfReferenceUid().isEmpty() || image.frameOfReferenceUid().isEmpty()) {
            return List.of("The delineation " + file().getFileName() + " or its image names no frame of reference; they"
                    + " were taken to lie in the same one.");
        }
        if (refersTo(image)) {
            return List.of("The delineation " + file().getFileName() + " names another frame of reference than the "
                    + "image it was drawn on; its coordinates were taken as the image's.");
        }
        throw new GlomeraException(Kind.INPUT, file() + " lies in another frame of reference than the image in "
                + image.folder() + " and was not drawn on it, so the same coordinates mean different places. Register "
                + "the images first, or draw the kidneys on this image.");
    }
}
