package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.work.Hashes;

/**
 * Where a case comes from, as {@code origin.json} in its folder keeps it: by it a later import knows its patient and its
 * files again without reading pixels. It holds SHA-256 of DICOM's unique identifiers, or of the bytes of image files that
 * are no DICOM, never of anything that a person could guess.
 *
 * @param image of the series instance UID of its SPECT, or of its CT where it has none
 * @param studies of the study instance UIDs of its series, ordered
 * @param fingerprint of the SOP instance UIDs of its images, of names and lengths of its delineations, and of the rules
 *        of the user that changed a number
 */
record CaseOrigin(String image, List<String> studies, String fingerprint) {

    CaseOrigin {
        Objects.requireNonNull(image);
        studies = List.copyOf(studies);
        Objects.requireNonNull(fingerprint);
    }

    /** The origin of a case that is planned. */
    static CaseOrigin of(CasePlan plan) throws GlomeraException {
        List<ImageSource> images = plan.images();
        List<String> texts = new ArrayList<>();
        texts.add(plan.acquisition().word());
        for (ImageSource image : images) {
            texts.addAll(image.content());
        }
        addDelineation("on ct", plan.onCt(), texts);
        addDelineation("on spect", plan.onSpect(), texts);
        if (!plan.rules().isEmpty()) {
            texts.add("rules");
            texts.addAll(plan.rules());
        }
        return new CaseOrigin(hash(images.get(0).identity()), images.stream().map(ImageSource::studyIdentity)
                .flatMap(Optional::stream).map(CaseOrigin::hash).distinct().sorted().toList(), Hashes.ofTexts(texts));
    }

    private static void addDelineation(String where, Optional<Drawing> drawing, List<String> texts)
            throws GlomeraException {
        texts.add(where);
        if (drawing.isPresent()) {
            texts.addAll(drawing.get().content());
        }
    }

    /** What stands for a unique identifier. */
    static String hash(String uid) {
        return Hashes.ofTexts(List.of(uid));
    }
}
