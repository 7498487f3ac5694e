package org.glomera.pipeline.segmenting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.dicom.ImageOutline;
import org.glomera.dicom.ReadImage;
import org.glomera.image.ImageContent;
import org.glomera.image.intensity.LinearMapping;
import org.glomera.network.Channel;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.segmenting.PatientImages.Source;
import org.glomera.pipeline.work.StageReporter;

/**
 * Reads the images that a user names: files of a kind that a contributed reader takes, DICOM series, or a folder with
 * the series of CT and SPECT. One call, one thread.
 */
final class ImageInput {

    /** Fewer slices are a localizer or a sample. */
    private static final int FEWEST_SLICES = 3;
    /** How many series a sentence names. */
    private static final int LISTED = 4;

    private final Components components;
    private final Images request;
    private final StageReporter reporter;
    private final DicomImages dicom;
    private final Map<Channel, Volume> volumes = new EnumMap<>(Channel.class);
    private final Map<Channel, Source> sources = new EnumMap<>(Channel.class);
    private final List<String> remarks = new ArrayList<>();

    /** Reads with what plug-ins contribute. */
    ImageInput(Components components, Images request, StageReporter reporter) throws GlomeraException {
        this.components = Objects.requireNonNull(components);
        this.request = Objects.requireNonNull(request);
        this.reporter = Objects.requireNonNull(reporter);
        this.dicom = new DicomImages(components.dicomToolkit(), request.spectRules());
    }

    /**
     * Reads.
     *
     * @param spectWanted the title of a network that needs a SPECT; empty when none does
     * @throws GlomeraException when an image is missing, cannot be told from another, or has voxels that are no numbers
     */
    PatientImages read(Optional<String> spectWanted) throws GlomeraException {
        reporter.tell("Looking for the images", 0);
        NamedImage first = named(request.paths().get(0));
        NamedImage ct = first;
        Optional<NamedImage> spect = Optional.empty();
        if (request.spect().isPresent()) {
            spect = Optional.of(named(request.spect().get()));
        } else if (request.paths().size() == 2) {
            NamedImage second = named(request.paths().get(1));
            boolean asNamed = first.mayHold(Channel.CT) && second.mayHold(Channel.SPECT);
            if (!asNamed && !(first.mayHold(Channel.SPECT) && second.mayHold(Channel.CT))) {
                throw new GlomeraException(Kind.INPUT, "Of " + first.path() + " and " + second.path()
                        + " one must be a CT and the other a SPECT; they are not. Name the CT, and the SPECT with --spect.");
            }
            ct = asNamed ? first : second;
            spect = Optional.of(asNamed ? second : first);
        }
        boolean together = spect.isEmpty() && ct.content().isEmpty() && ct.mayHold(Channel.SPECT);
        if (spectWanted.isPresent() && spect.isEmpty() && !together) {
            throw new GlomeraException(Kind.CONFIGURATION, "The network '" + spectWanted.get() + "' needs a SPECT beside"
                    + " the CT. Give one, or use a network that sees CT alone.");
        }
        Optional<DicomSeries> emission = Optional.empty();
        if (spect.isPresent()) {
            emission = read(spect.get(), Channel.SPECT, Optional.empty());
        } else if (together) {
            emission = besideTheCt(ct, spectWanted.isPresent());
        }
        read(ct, Channel.CT, emission);
        noteFrames();
        return new PatientImages(volumes, sources, remarks);
    }

    private NamedImage named(Path path) throws GlomeraException {
        return NamedImage.of(path, components, reporter.cancelOnly());
    }

    /** A SPECT in the folder of the CT; where no network needs it, one that cannot be used is only told of. */
    private Optional<DicomSeries> besideTheCt(NamedImage folder, boolean needed) throws GlomeraException {
        try {
            return read(folder, Channel.SPECT, Optional.empty());
        } catch (GlomeraException e) {
            if (needed || e.kind() != Kind.INPUT) {
                throw e;
            }
            remarks.add("The SPECT beside the CT was not used, so no activity was measured: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Reads an image of a channel; gives the series when it is DICOM. */
    private Optional<DicomSeries> read(NamedImage image, Channel channel, Optional<DicomSeries> beside)
            throws GlomeraException {
        reporter.tell("Reading the " + NamedImage.word(channel), channel == Channel.SPECT ? 0.03 : 0.06);
        double offset = channel == Channel.CT ? request.ctOffsetHu() : 0;
        Optional<DicomSeries> series = Optional.empty();
        ReadImage read;
        if (image.content().isPresent()) {
            read = ofFile(image.path(), image.content().get(), NamedImage.quantity(channel), offset);
        } else {
            if (offset != 0) {
                throw new GlomeraException(Kind.CONFIGURATION, "The values of " + image.path() + " cannot be moved by "
                        + offset + ": DICOM images say their unit themselves. Leave the offset out.");
            }
            DicomSeries found = series(image, channel, beside);
            series = Optional.of(found);
            read = dicom.read(found, reporter.cancelOnly());
            if (channel == Channel.SPECT) {
                Emission.requireActivity(found, read.volume().quantity());
            }
        }
        requireFinite(image.path(), read.volume());
        volumes.put(channel, read.volume());
        sources.put(channel, new Source(image.path(), series.map(DicomSeries::files).orElse(List.of(image.path())),
                series));
        remarks.addAll(read.remarks());
        return series;
    }

    private static void requireFinite(Path path, Volume volume) throws GlomeraException {
        int bad = volume.nonFiniteCount();
        if (bad > 0) {
            throw new GlomeraException(Kind.INPUT, "The image " + path + " has " + bad
                    + (bad == 1 ? " voxel that is no finite number" : " voxels that are no finite numbers")
                    + ". Repair the image; a voxel outside the scanner's field of view is -1024 HU or 0 Bq/ml.");
        }
    }

    private static ReadImage ofFile(Path path, ImageContent content, Quantity quantity, double offset)
            throws GlomeraException {
        if (content.volumes().size() != 1) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " holds " + content.volumes().size()
                    + " images; one is needed. " + (content.volumes().isEmpty() ? "Give an image, not a label map."
                            : "Split it."));
        }
        Volume volume = content.volumes().get(0);
        boolean unitSaid = volume.quantity() != Quantity.UNKNOWN;
        if (unitSaid && (volume.quantity() != quantity || offset != 0)) {
            throw new GlomeraException(Kind.INPUT, "The file " + path + " says that it holds " + volume.quantity()
                    + " in " + volume.quantity().unit() + "; values in " + quantity.unit() + " are needed"
                    + (offset == 0 ? "" : ", and an offset is for files that say no unit") + ".");
        }
        return new ReadImage(new LinearMapping(1, offset, quantity).apply(volume), content.remarks());
    }

    /** The series that is meant: the only one that can be used, or of several CTs the one that belongs to the SPECT. */
    private DicomSeries series(NamedImage image, Channel channel, Optional<DicomSeries> beside)
            throws GlomeraException {
        String word = NamedImage.word(channel);
        List<DicomSeries> all = image.series(channel);
        if (all.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "No " + word + " series was found in " + image.path()
                    + ". Give a folder with one " + word + " series, or a file of it.");
        }
        List<DicomSeries> usable = new ArrayList<>();
        for (DicomSeries each : all.size() == 1 ? List.<DicomSeries>of() : all) {
            if (isUsable(each, channel)) {
                usable.add(each);
            }
        }
        if (usable.isEmpty()) {
            usable.addAll(all);
        }
        if (usable.size() > 1 && beside.isPresent()) {
            usable.removeIf(each -> !isOfOneFrame(each, beside.get()));
            if (usable.size() == 1) {
                remarks.add("Of the CT series in the folder the one with the SPECT's frame of reference was taken.");
            } else if (usable.isEmpty()) {
                usable.addAll(all);
            }
        }
        if (usable.size() > 1) {
            throw new GlomeraException(Kind.INPUT, "More than one " + word + " series was found in " + image.path()
                    + ". Give a folder with one " + word + " series, or a file of the one that is meant: "
                    + usable.stream().limit(LISTED).map(each -> each.files().get(0).toString())
                            .collect(Collectors.joining(", ")) + (usable.size() > LISTED ? " …" : "") + ".");
        }
        return usable.get(0);
    }

    private static boolean isOfOneFrame(DicomSeries one, DicomSeries other) {
        return !one.frameOfReferenceUid().isEmpty() && one.frameOfReferenceUid().equals(other.frameOfReferenceUid());
    }

    private boolean isUsable(DicomSeries series, Channel channel) throws GlomeraException {
        try {
            ImageOutline outline = dicom.look(series, reporter.cancelOnly());
            return outline.quantity() == NamedImage.quantity(channel) && outline.grid().nz() >= FEWEST_SLICES;
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT && e.kind() != Kind.RESOURCES) {
                throw e;
            }
            return false;
        }
    }

    private void noteFrames() {
        Optional<DicomSeries> ct = sources.get(Channel.CT).series();
        Optional<DicomSeries> spect = Optional.ofNullable(sources.get(Channel.SPECT)).flatMap(Source::series);
        if (ct.isPresent() && spect.isPresent() && !isOfOneFrame(ct.get(), spect.get())) {
            remarks.add("SPECT and CT name different frames of reference. Check that they lie on each other, or register"
                    + " them first.");
        }
    }
}
