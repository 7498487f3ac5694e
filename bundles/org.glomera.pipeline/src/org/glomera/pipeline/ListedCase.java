package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.importing.ListedCaseTexts;
import org.glomera.study.Acquisition;
import org.glomera.study.Names;
import org.glomera.study.Role;

/**
 * A case made of image files that are no DICOM: what a line of {@code images.csv}, or the options of the command line,
 * say. Such files name no patient and often no unit, so all of that is said by the user. What the case is called is the
 * user's choice.
 *
 * @param caseId the name of the case's folder, a {@linkplain Names name}
 * @param patient pseudonym of the patient, a name too
 * @param role what the case is for; empty to leave it as it is
 * @param acquisition with SPECT or without
 * @param ct the CT
 * @param spect the SPECT
 * @param kidneysCt the delineation on the CT's grid
 * @param kidneysSpect the delineation on the SPECT's grid
 * @param list the file that says so; empty for options
 */
public record ListedCase(String caseId, String patient, Optional<Role> role, Acquisition acquisition,
        Optional<ListedImage> ct, Optional<ListedImage> spect, Optional<ListedKidneys> kidneysCt,
        Optional<ListedKidneys> kidneysSpect, Optional<Path> list) {

    /**
     * An image file. Its values are those of the file times scale, plus offset: HU for a CT, Bq/ml for a SPECT.
     *
     * @param file the file
     * @param scale finite and not zero
     * @param offset finite
     * @param unitSaid whether the user said that the values, so mapped, are in that unit; otherwise the file must say it
     */
    public record ListedImage(Path file, double scale, double offset, boolean unitSaid) {

        /** Refuses numbers that map no value. */
        public ListedImage {
            Objects.requireNonNull(file);
            if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(offset)) {
                throw new IllegalArgumentException("Values times " + scale + " plus " + offset + " are no image.");
            }
        }
    }

    /**
     * A file with labels.
     *
     * @param file the file
     * @param right the labels of the right kidney
     * @param left the labels of the left kidney
     * @param both the labels of kidneys whose side is told by their place; given instead of the others
     */
    public record ListedKidneys(Path file, List<Integer> right, List<Integer> left, List<Integer> both) {

        /** Refuses labels that stand for both. */
        public ListedKidneys {
            Objects.requireNonNull(file);
            right = List.copyOf(right);
            left = List.copyOf(left);
            both = List.copyOf(both);
            if (both.isEmpty() == (right.isEmpty() && left.isEmpty())) {
                throw new IllegalArgumentException("Labels of each side are given, or labels without a side.");
            }
            if (right.stream().anyMatch(left::contains)) {
                throw new IllegalArgumentException("A label stands for both kidneys.");
            }
        }
    }

    /** Refuses a case without an image, and a delineation without its image. */
    public ListedCase {
        if (!Names.isName(caseId) || !Names.isName(patient)) {
            throw new IllegalArgumentException("'" + caseId + "' or '" + patient + "' is no name.");
        }
        Objects.requireNonNull(role);
        Objects.requireNonNull(acquisition);
        Objects.requireNonNull(list);
        if (ct.isEmpty() && spect.isEmpty()) {
            throw new IllegalArgumentException("The case " + caseId + " has no image.");
        }
        if (kidneysCt.isPresent() && ct.isEmpty() || kidneysSpect.isPresent() && spect.isEmpty()) {
            throw new IllegalArgumentException("The case " + caseId + " has a delineation without its image.");
        }
    }

    /**
     * The case that texts say, each by the name of a column of {@code images.csv}; paths as they are.
     *
     * @param option what a column is called in a message, for instance {@code --ct-offset} for {@code ct_offset}
     * @throws GlomeraException of the kind CONFIGURATION when a text cannot be understood, INPUT when a file is not there
     */
    public static ListedCase ofTexts(Map<String, String> texts, UnaryOperator<String> option) throws GlomeraException {
        return ListedCaseTexts.read(texts, option);
    }

    /** The files that the case names. */
    public List<Path> files() {
        return Stream.concat(Stream.of(ct, spect).flatMap(Optional::stream).map(ListedImage::file),
                Stream.of(kidneysCt, kidneysSpect).flatMap(Optional::stream).map(ListedKidneys::file)).distinct().toList();
    }
}
