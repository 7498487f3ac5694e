package org.glomera.pipeline.exporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.ImageSource;
import org.glomera.dicom.ImageSources;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.DelineationRequest;
import org.glomera.pipeline.DelineationResult;
import org.glomera.pipeline.work.StageReporter;

/**
 * Writes delineated kidneys as DICOM for other programs: RTSTRUCT or SEG, in the study of the image on which they lie.
 * The voxels must be the image's; nothing is resampled.
 */
public final class DelineationExport {

    private final Components components;

    /** Makes an export over contributed readers and the DICOM toolkit. */
    public DelineationExport(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * Exports.
     *
     * @throws GlomeraException when the file is there and is not to be replaced, nothing is delineated, or no image has
     *         the delineation's voxels; the message says how far they are apart
     */
    public DelineationResult run(DelineationRequest request, StageReporter reporter) throws GlomeraException {
        requireFree(request);
        reporter.tell("Reading the delineation", 0);
        List<DelineatedKidneys> kidneys = new DelineatedKidneysReader(components).read(request.kidneys(),
                reporter.cancelOnly());
        reporter.tell("Looking at the image", 0.2);
        Fit fit = fit(request.image(), kidneys, reporter);
        reporter.tell("Reading what the image's files say", 0.6);
        DicomToolkit toolkit = components.dicomToolkit();
        ImageSource source = new ImageSources(toolkit).of(fit.series(), fit.grid(), reporter.cancelOnly());
        StructureSetDescription description = StructureSetDescription
                .kidneys(request.seriesNumber(), request.label()).drawnBy(fit.kidneys().algorithm());
        LabelMap onImage = VoxelMatch.onto(fit.kidneys().labels(), fit.grid());
        reporter.checkCanceled();
        reporter.tell("Writing the file", 0.9);
        DicomWriter writer = new DicomWriter(toolkit);
        switch (request.format()) {
            case RTSTRUCT -> writer.writeRtStruct(request.output(), onImage, source, description,
                    reporter.cancelOnly());
            case SEG -> writer.writeSeg(request.output(), onImage, source, description, reporter.cancelOnly());
        }
        reporter.done("written");
        Map<Side, Double> volumes = new EnumMap<>(Side.class);
        List<String> remarks = new ArrayList<>(fit.kidneys().remarks());
        for (Side side : Side.values()) {
            volumes.put(side, onImage.volumeMl(side));
            if (onImage.count(side) == 0) {
                remarks.add("There is no " + side.word() + " kidney in the delineation, so none was written.");
            }
        }
        return new DelineationResult(request.output(), fit.series().toString(), volumes, remarks);
    }

    private static void requireFree(DelineationRequest request) throws GlomeraException {
        Path output = request.output();
        if (Files.isDirectory(output)) {
            throw new GlomeraException(Kind.INPUT, output + " is a folder. Name the file to write, for instance "
                    + output.resolve("kidneys.dcm") + ".");
        }
        if (Files.exists(output) && !request.replace()) {
            throw new GlomeraException(Kind.INPUT, output + " is there already and was left as it is. Name another "
                    + "file, or allow replacing it with --force.");
        }
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new GlomeraException(Kind.INPUT, "The folder " + folder + " is not there. Make it first.");
        }
    }

    /** An image whose voxels a delineation has. */
    private record Fit(DicomSeries series, Grid grid, DelineatedKidneys kidneys) {
    }

    private Fit fit(Path image, List<DelineatedKidneys> kidneys, StageReporter reporter) throws GlomeraException {
        List<Fit> fits = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        DicomImages images = new DicomImages(components.dicomToolkit(), SpectRules.asStored());
        for (DicomSeries series : series(image, images, reporter)) {
            reporter.checkCanceled();
            Grid grid;
            try {
                grid = images.look(series, reporter.cancelOnly()).grid();
            } catch (GlomeraException e) {
                if (e.kind() != Kind.INPUT) {
                    throw e;
                }
                reasons.add(e.getMessage());
                continue;
            }
            kidneys.stream().filter(each -> VoxelMatch.isMatch(each.labels().grid(), grid)).findFirst()
                    .ifPresentOrElse(each -> fits.add(new Fit(series, grid, each)),
                            () -> reasons.add("Against the " + series + ": "
                                    + VoxelMatch.difference(kidneys.get(0).labels().grid(), grid)));
        }
        if (fits.size() > 1) {
            throw new GlomeraException(Kind.INPUT, fits.size() + " images in " + image + " have the delineation's "
                    + "voxels. Name a file of the one that is meant.");
        }
        if (fits.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The delineation " + kidneys.get(0).name() + " does not lie on an "
                    + "image in " + image + ", so it was not written. " + String.join(" ", reasons)
                    + " Name the image on which it was made.");
        }
        return fits.get(0);
    }

    private List<DicomSeries> series(Path image, DicomImages images, StageReporter reporter) throws GlomeraException {
        if (!Files.exists(image)) {
            throw new GlomeraException(Kind.INPUT, "The image " + image + " is not there. Check the path.");
        }
        boolean file = Files.isRegularFile(image);
        Path wanted = image.toAbsolutePath().normalize();
        List<DicomSeries> found = new DicomDiscovery(components.dicomToolkit())
                .discover(file ? wanted.getParent() : wanted, reporter.cancelOnly()).series().stream()
                .filter(images::isImage)
                .filter(series -> !file || series.files().stream()
                        .anyMatch(each -> each.toAbsolutePath().normalize().equals(wanted)))
                .toList();
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "There is no DICOM image in " + image
                    + ". Name the folder of the image on which the kidneys were delineated.");
        }
        return found;
    }
}
