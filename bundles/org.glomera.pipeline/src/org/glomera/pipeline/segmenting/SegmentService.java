package org.glomera.pipeline.segmenting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.image.components.KidneySides;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.components.SidedKidneys.Caveat;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.dicom.ReadImage;
import org.glomera.image.resample.Resampler;
import org.glomera.network.Channel;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.preparing.InputBuilder;
import org.glomera.pipeline.work.StageReporter;

/**
 * Segments the kidneys in one patient's images with a trained network. The image that the network's delineations follow
 * (the SPECT for a hybrid network, else the CT) gives the field of view; see {@link FieldOfView} for images whose field
 * of view is not the training's.
 */
public final class SegmentService {

    /** A CT in HU has air below and bone above these. */
    private static final double AIR_BELOW_HU = -200;
    private static final double BONE_ABOVE_HU = 150;
    /** Volumes outside this range are not those of a grown-up's kidney. */
    private static final double SMALL_KIDNEY_ML = 40;
    private static final double LARGE_KIDNEY_ML = 500;

    private final Components components;

    /** Makes a service over contributed readers, architectures and the engine. */
    public SegmentService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Segments. */
    public SegmentResult run(SegmentRequest request, StageReporter reporter) throws GlomeraException {
        requireNiftiName(request.output());
        if (request.picture().isPresent()) {
            requirePngName(request.picture().get());
        }
        if (!Files.isDirectory(request.modelFolder())) {
            throw new GlomeraException(Kind.INPUT, "The model folder " + request.modelFolder()
                    + " is not there. Give a run folder of a study or a folder of models.");
        }
        reporter.tell("Reading the network", 0);
        try (Segmenter segmenter = Segmenter.open(request.modelFolder(), components)) {
            List<String> caveats = new ArrayList<>();
            Map<Channel, Volume> images = images(request, segmenter, caveats, reporter);
            checkHounsfield(images.get(Channel.CT), caveats);
            SidedKidneys found = segment(segmenter, images, caveats, reporter);
            reporter.tell("Writing the label map", 0.95);
            NiftiFiles.write(request.output(), found.kidneys());
            SegmentResult result = result(request, segmenter, images, found, caveats);
            if (request.picture().isPresent()) {
                reporter.tell("Drawing the picture", 0.98);
                draw(request.picture().get(), images, found.kidneys(), result);
            }
            reporter.done("written");
            return result;
        }
    }

    private Map<Channel, Volume> images(SegmentRequest request, Segmenter segmenter, List<String> caveats,
            StageReporter reporter) throws GlomeraException {
        boolean needsSpect = segmenter.card().channels().contains(Channel.SPECT);
        if (needsSpect && request.spect().isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "The network '" + segmenter.card().title()
                    + "' needs a SPECT beside the CT. Give one, or use a network that sees CT alone.");
        }
        ImageInput input = new ImageInput(components, request.spectRules());
        Map<Channel, Volume> images = new EnumMap<>(Channel.class);
        reporter.tell("Reading the CT", 0.05);
        ReadImage ct = input.ct(request.ct(), request.ctOffsetHu(), reporter.cancelOnly());
        images.put(Channel.CT, ct.volume());
        caveats.addAll(ct.remarks());
        if (request.spect().isPresent()) {
            reporter.tell("Reading the SPECT", 0.15);
            ReadImage spect = input.spect(request.spect().get(), reporter.cancelOnly());
            images.put(Channel.SPECT, spect.volume());
            caveats.addAll(spect.remarks());
        }
        return images;
    }

    private static SidedKidneys segment(Segmenter segmenter, Map<Channel, Volume> images, List<String> caveats,
            StageReporter reporter) throws GlomeraException {
        InputBuilder builder = new InputBuilder(segmenter.card().channels(), segmenter.card().preparation());
        Grid own = images.get(builder.reference()).grid();
        Vector3 trained = segmenter.card().preparation().fieldOfViewMm();
        FieldOfView field = new FieldOfView(own, trained, FieldOfView.bodyCentreMm(images.get(Channel.CT)));
        if (!field.changes().isEmpty()) {
            caveats.add("The image's field of view is not the training's: " + String.join(", ", field.changes())
                    + ". It was " + (field.windows().size() > 1 ? "shown to the network in " + field.windows().size()
                            + " overlapping parts." : "cut or padded to it."));
        }
        WindowSum sum = new WindowSum(own);
        for (int i = 0; i < field.windows().size(); i++) {
            reporter.tell("Applying the network, part " + (i + 1) + " of " + field.windows().size(),
                    0.2 + 0.7 * i / field.windows().size());
            Grid window = field.windows().get(i);
            Volume probability = segmenter.probability(builder.input(images, window), builder.inputGrid(window),
                    reporter.cancelOnly());
            sum.add(Resampler.trilinear(probability, own, 0), window, field.windows().size() == 1);
        }
        SidedKidneys found = KidneySides.split(new Volume(own, Quantity.PROBABILITY, sum.mean()), Segmenter.THRESHOLD);
        found.caveats().stream().map(Caveat::sentence).forEach(caveats::add);
        return found;
    }

    private static SegmentResult result(SegmentRequest request, Segmenter segmenter, Map<Channel, Volume> images,
            SidedKidneys found, List<String> caveats) {
        LabelMap kidneys = found.kidneys();
        Map<Side, Double> volumes = new EnumMap<>(Side.class);
        Map<Side, Double> activities = new EnumMap<>(Side.class);
        boolean onSpect = segmenter.card().channels().contains(Channel.SPECT);
        Volume spect = images.get(Channel.SPECT);
        for (Side side : Side.values()) {
            double volume = kidneys.volumeMl(side);
            volumes.put(side, volume);
            if (volume > 0 && (volume < SMALL_KIDNEY_ML || volume > LARGE_KIDNEY_ML)) {
                caveats.add("The %s kidney has %.0f ml, which is unusual.".formatted(side.word(), volume));
            }
            if (spect != null) {
                LabelMap onGrid = onSpect ? kidneys : Resampler.byFraction(kidneys, spect.grid());
                double mean = ActivityMeasurement.meanBqPerMl(spect, onGrid, Kidneys.of(side));
                if (!Double.isNaN(mean)) {
                    activities.put(side, mean);
                }
            }
        }
        caveats.addAll(segmenter.card().remarks());
        return new SegmentResult(request.output(), onSpect ? "spect" : "ct", volumes, activities,
                found.removedComponents(), found.removedMl(), caveats);
    }

    private static void checkHounsfield(Volume ct, List<String> caveats) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : ct.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low > AIR_BELOW_HU || high < BONE_ABOVE_HU) {
            caveats.add("The CT's values run from %.0f to %.0f, which does not look like HU.".formatted(low, high));
        }
    }

    private static void draw(Path file, Map<Channel, Volume> images, LabelMap kidneys, SegmentResult result)
            throws GlomeraException {
        byte[] png = new SegmentPicture(List.copyOf(images.values()), kidneys).png(result.volumeMl(), result.caveats());
        try {
            AtomicFiles.write(file, out -> out.write(png));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The picture " + file + " cannot be written: " + e.getMessage()
                    + ". Check the folder, its permissions and the space on the disk.", e);
        }
    }

    private static void requirePngName(Path picture) throws GlomeraException {
        if (!String.valueOf(picture.getFileName()).endsWith(".png")) {
            throw new GlomeraException(Kind.CONFIGURATION, "The picture " + picture
                    + " cannot be written: its name must end with .png.");
        }
    }

    private static void requireNiftiName(Path output) throws GlomeraException {
        String name = String.valueOf(output.getFileName());
        if (!name.endsWith(".nii") && !name.endsWith(".nii.gz")) {
            throw new GlomeraException(Kind.CONFIGURATION, "The label map " + output
                    + " cannot be written: its name must end with .nii or .nii.gz.");
        }
    }
}
