package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.glomera.study.Acquisition;

/**
 * Which images and delineations make a case.
 *
 * @param caseId the case
 * @param acquisition with SPECT or without
 * @param ct the CT
 * @param spect the SPECT
 * @param onCt delineation on the CT
 * @param onSpect delineation on the SPECT
 * @param remarks what is unusual, a sentence each
 * @param rules the rules of the user that change a number of this case, in words; empty when none does
 */
record CasePlan(String caseId, Acquisition acquisition, Optional<ImageSource> ct, Optional<ImageSource> spect,
        Optional<Drawing> onCt, Optional<Drawing> onSpect, List<String> remarks, List<String> rules) {

    CasePlan {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(acquisition);
        remarks = List.copyOf(remarks);
        rules = List.copyOf(rules);
    }

    /** The same case with another id. */
    CasePlan withId(String newId) {
        return new CasePlan(newId, acquisition, ct, spect, onCt, onSpect, remarks, rules);
    }

    /** The images, the SPECT first. */
    List<ImageSource> images() {
        return Stream.of(spect, ct).flatMap(Optional::stream).toList();
    }

    /** Whether the case is made of image files that a list or options name. */
    boolean isListed() {
        return images().stream().anyMatch(ImageSource.ListedFile.class::isInstance);
    }

    /** The folder or file by which a message names the case. */
    Path where() {
        return ct.or(() -> spect).map(ImageSource::where).orElseThrow();
    }
}
