package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.StructureSet;
import org.glomera.pipeline.work.Hashes;

/**
 * Where a case comes from, as {@code origin.json} in its folder keeps it: by it a later import knows its patient and its
 * files again without reading pixels. It holds SHA-256 of DICOM's unique identifiers, never of anything that a person
 * could guess.
 *
 * @param image of the series instance UID of its SPECT, or of its CT where it has none
 * @param studies of the study instance UIDs of its series, ordered
 * @param fingerprint of the SOP instance UIDs of its images and of names and lengths of its delineations
 */
record CaseOrigin(String image, List<String> studies, String fingerprint) {

    CaseOrigin {
        Objects.requireNonNull(image);
        studies = List.copyOf(studies);
        Objects.requireNonNull(fingerprint);
    }

    /** The origin of a case that is planned. */
    static CaseOrigin of(CasePlan plan) {
        List<DicomSeries> series = Stream.of(plan.spect(), plan.ct()).flatMap(Optional::stream).toList();
        List<String> texts = new ArrayList<>();
        texts.add(plan.acquisition().word());
        for (DicomSeries each : series) {
            texts.add(each.seriesInstanceUid());
            each.instances().stream().map(DicomInstance::sopInstanceUid).sorted().forEach(texts::add);
        }
        addDelineation("on ct", plan.onCt(), texts);
        addDelineation("on spect", plan.onSpect(), texts);
        return new CaseOrigin(hash(series.get(0).seriesInstanceUid()),
                series.stream().map(DicomSeries::studyInstanceUid).map(CaseOrigin::hash).distinct().sorted().toList(),
                Hashes.ofTexts(texts));
    }

    private static void addDelineation(String where, Optional<StructureSet> set, List<String> texts) {
        texts.add(where);
        set.ifPresent(drawn -> {
            texts.add(String.valueOf(drawn.file().toFile().length()));
            drawn.structures().forEach(structure -> texts.add(structure.name() + " " + structure.contours().stream()
                    .mapToInt(contour -> contour.pointsMm().size()).sum()));
        });
    }

    /** What stands for a unique identifier. */
    static String hash(String uid) {
        return Hashes.ofTexts(List.of(uid));
    }
}
