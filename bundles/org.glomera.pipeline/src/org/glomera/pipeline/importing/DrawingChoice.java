package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneys;

/**
 * Finds the image of each delineation: the one that it refers to, or else the only one of its frame of reference. Of
 * several delineations on one image the one that shows most kidneys is taken, of equals the first by path.
 */
final class DrawingChoice {

    private final List<LookedImage> images;
    private final Readers readers;
    private final List<LeftOutNote> leftOut;
    private final IProgressMonitor monitor;

    DrawingChoice(List<LookedImage> images, Readers readers, List<LeftOutNote> leftOut, IProgressMonitor monitor) {
        this.images = images;
        this.readers = readers;
        this.leftOut = leftOut;
        this.monitor = monitor;
    }

    /** The delineation that is taken on each image that has one. */
    Map<DicomSeries, Drawing> choose(List<DrawnKidneys> drawings) throws GlomeraException {
        Map<LookedImage, List<DrawnKidneys>> onImage = new LinkedHashMap<>();
        for (DrawnKidneys drawn : drawings.stream().sorted(Comparator.comparing(DrawnKidneys::file)).toList()) {
            List<LookedImage> fitting = imagesOf(images, drawn);
            if (fitting.size() == 1) {
                onImage.computeIfAbsent(fitting.get(0), key -> new ArrayList<>()).add(drawn);
            } else {
                leftOut.add(LeftOutNote.faulty(drawn.file(), reason(drawn, fitting.size())));
            }
        }
        Map<DicomSeries, Drawing> chosen = new LinkedHashMap<>();
        for (Map.Entry<LookedImage, List<DrawnKidneys>> entry : onImage.entrySet()) {
            chosen.put(entry.getKey().series(), chosen(entry.getKey(), entry.getValue()));
        }
        return chosen;
    }

    private static String reason(DrawnKidneys drawn, int images) {
        if (images == 0) {
            return "The delineation refers to no image of this patient that is here.";
        }
        return namesImages(drawn) ? "The delineation refers to " + images + " images; it can be of one only."
                : "The delineation names no image, and " + images + " images share its frame of reference.";
    }

    private static boolean namesImages(DrawnKidneys drawn) {
        return !drawn.referencedSeriesUids().isEmpty() || !drawn.referencedInstanceUids().isEmpty();
    }

    /** The images that a delineation may be of. */
    static List<LookedImage> imagesOf(List<LookedImage> images, DrawnKidneys drawn) {
        if (!namesImages(drawn)) {
            return images.stream().filter(each -> drawn.sharesFrameWith(each.series())).toList();
        }
        List<LookedImage> referred = images.stream().filter(each -> drawn.refersTo(each.series())).toList();
        return referred.size() < 2 ? referred : mostReferred(referred, drawn);
    }

    /** Of several images, or parts of a series, those with most of the objects that the delineation names. */
    private static List<LookedImage> mostReferred(List<LookedImage> images, DrawnKidneys drawn) {
        Set<String> named = Set.copyOf(drawn.referencedInstanceUids());
        Map<LookedImage, Long> counts = images.stream().collect(Collectors.toMap(each -> each, each -> each.series()
                .instances().stream().map(DicomInstance::sopInstanceUid).filter(named::contains).count()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<LookedImage> best = images.stream().filter(each -> counts.get(each) == most).toList();
        if (best.size() > 1 && best.stream().map(each -> each.series().seriesInstanceUid()).distinct().count() == 1) {
            return best.stream().max(Comparator.comparing((LookedImage each) -> each.outline().isPresent())
                    .thenComparing(each -> each.series().instances().size())).stream().toList();
        }
        return best;
    }

    private Drawing chosen(LookedImage image, List<DrawnKidneys> drawings) throws GlomeraException {
        if (drawings.size() == 1) {
            return new Drawing.Dicom(drawings.get(0), image.series(), List.of());
        }
        DrawnKidneys best = drawings.get(0);
        int most = -1;
        int withKidneys = 0;
        for (DrawnKidneys drawn : drawings) {
            int kidneys = kidneyCount(image, drawn);
            withKidneys += kidneys > 0 ? 1 : 0;
            if (kidneys > most) {
                most = kidneys;
                best = drawn;
            }
        }
        for (DrawnKidneys drawn : drawings) {
            if (drawn != best) {
                leftOut.add(LeftOutNote.harmless(drawn.file(), "The image has another delineation, which was taken: "
                        + best.file().getFileName() + "."));
            }
        }
        return new Drawing.Dicom(best, image.series(), withKidneys < 2 ? List.of() : List.of(withKidneys
                + " delineations of kidneys are on the image; " + best.file().getFileName()
                + " was taken, which shows most kidneys or comes first."));
    }

    private int kidneyCount(LookedImage image, DrawnKidneys drawn) throws GlomeraException {
        if (image.outline().isEmpty()) {
            return 0;
        }
        try {
            LabelMap kidneys = new Drawing.Dicom(drawn, image.series(), List.of()).kidneys(image.outline().get().grid(),
                    readers.rules().kidneyNames(), readers, monitor).kidneys();
            return (kidneys.count(Side.RIGHT) > 0 ? 1 : 0) + (kidneys.count(Side.LEFT) > 0 ? 1 : 0);
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            return 0;
        }
    }

    /** The image that a delineation was drawn on; empty when there is none, or more than one. */
    static Optional<LookedImage> imageOf(List<LookedImage> images, DrawnKidneys drawn) {
        List<LookedImage> fitting = imagesOf(images, drawn);
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
