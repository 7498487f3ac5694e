package org.glomera.pipeline.segmenting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.ImageSource;
import org.glomera.dicom.ImageSources;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.Channel;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.DelineationRequest;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.work.StageReporter;

/** The files of a segmentation: refuses what cannot be written before anything is calculated, and writes. */
final class SegmentFiles {

    private static final String LABEL = "Kidneys";
    private static final List<String> NIFTI = List.of(".nii", ".nii.gz");

    private final Outputs outputs;
    private final Components components;
    private final StageReporter reporter;

    SegmentFiles(Outputs outputs, Components components, StageReporter reporter) {
        this.outputs = outputs;
        this.components = components;
        this.reporter = reporter;
    }

    /** Refuses names that the files cannot have, one name for two files, and DICOM files that are there. */
    static void check(SegmentRequest request) throws GlomeraException {
        Outputs outputs = request.outputs();
        requireEnding("The label map", outputs.labelMap(), NIFTI);
        requireEnding("The probability map", outputs.probability(), NIFTI);
        requireEnding("The map of disagreement", outputs.disagreement(), NIFTI);
        requireEnding("The picture", outputs.picture(), List.of(".png"));
        requireEnding("The result", outputs.json(), List.of(".json"));
        if (outputs.disagreement().isPresent() && request.models().size() < 2) {
            throw new GlomeraException(Kind.CONFIGURATION, "The disagreement of one network with itself is none. Name two"
                    + " networks or more, or leave the file out.");
        }
        Set<Path> names = new HashSet<>();
        for (Path file : outputs.all()) {
            if (!names.add(absolute(file))) {
                throw new GlomeraException(Kind.CONFIGURATION, "Two results would be written to " + file
                        + ". Give each its own file.");
            }
            if (Files.isDirectory(file)) {
                throw new GlomeraException(Kind.INPUT, file + " is a folder. Name the file to write, for instance "
                        + file.resolve("kidneys.nii.gz") + ".");
            }
        }
        for (Path file : dicom(outputs)) {
            if (Files.exists(file) && !outputs.replaceDicom()) {
                throw new GlomeraException(Kind.INPUT, file + " is there already and was left as it is. Name another "
                        + "file, or allow replacing it with --force.");
            }
        }
    }

    private static List<Path> dicom(Outputs outputs) {
        List<Path> files = new ArrayList<>();
        outputs.seg().ifPresent(files::add);
        outputs.rtStruct().ifPresent(files::add);
        return files;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static void requireEnding(String what, Optional<Path> file, List<String> endings) throws GlomeraException {
        if (file.isPresent()) {
            String name = String.valueOf(file.get().getFileName()).toLowerCase(Locale.ROOT);
            if (endings.stream().noneMatch(name::endsWith)) {
                throw new GlomeraException(Kind.CONFIGURATION, what + " " + file.get()
                        + " cannot be written: its name must end with " + String.join(" or ", endings) + ".");
            }
        }
    }

    /** Refuses to write over an image that is read, and a SEG or an RTSTRUCT without a DICOM image to refer to. */
    void checkAgainst(PatientImages images, Channel reference) throws GlomeraException {
        Set<Path> read = new HashSet<>();
        images.files().forEach(file -> read.add(absolute(file)));
        for (Path file : outputs.all()) {
            if (read.contains(absolute(file))) {
                throw new GlomeraException(Kind.CONFIGURATION, file + " is an image that is read; a result would write"
                        + " over it. Name another file.");
            }
        }
        PatientImages.Source source = images.sources().get(reference);
        if (!dicom(outputs).isEmpty() && source.series().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, dicom(outputs).get(0) + " cannot be written: a SEG and an RTSTRUCT name"
                    + " the slices of a DICOM series and the patient's study, and " + source.named() + " is no DICOM image."
                    + " Segment the DICOM folder that it was made from, or write a label map (.nii.gz) and export it onto"
                    + " that folder with ./glomera export.");
        }
    }

    /**
     * Writes what lies on the image's grid.
     *
     * @param series the DICOM series of the image; empty when it is another kind of file
     * @param title the networks, for the field that names the program that drew it
     * @param caveats where a sentence is added about what was not written
     * @return the files that were written
     */
    Outputs write(Segmented segmented, Optional<DicomSeries> series, String title, List<String> caveats)
            throws GlomeraException {
        if (outputs.labelMap().isPresent()) {
            reporter.tell("Writing the label map", 0.92);
            NiftiFiles.write(outputs.labelMap().get(), segmented.kidneys(), reporter.cancelOnly());
        }
        if (outputs.probability().isPresent()) {
            reporter.tell("Writing the probability map", 0.93);
            NiftiFiles.write(outputs.probability().get(), segmented.probability(), reporter.cancelOnly());
        }
        if (outputs.disagreement().isPresent()) {
            reporter.tell("Writing the map of disagreement", 0.94);
            NiftiFiles.write(outputs.disagreement().get(), segmented.disagreement().orElseThrow(), reporter.cancelOnly());
        }
        if (dicom(outputs).isEmpty()) {
            return outputs;
        }
        if (segmented.isEmpty()) {
            caveats.add("No kidney was found, so no " + (outputs.seg().isPresent() ? "SEG" : "RTSTRUCT")
                    + " was written: it cannot be empty.");
            return new Outputs(outputs.labelMap(), Optional.empty(), Optional.empty(), outputs.probability(),
                    outputs.disagreement(), outputs.picture(), outputs.json(), outputs.replaceDicom());
        }
        writeDicom(segmented.kidneys(), series.orElseThrow(), title);
        return outputs;
    }

    private void writeDicom(LabelMap kidneys, DicomSeries series, String title) throws GlomeraException {
        reporter.tell("Reading what the image's files say", 0.95);
        DicomToolkit toolkit = components.dicomToolkit();
        ImageSource source = new ImageSources(toolkit).of(series, kidneys.grid(), reporter.cancelOnly());
        StructureSetDescription description = StructureSetDescription.kidneys(DelineationRequest.SERIES_NUMBER, LABEL)
                .drawnBy(shortened("Glomera " + title));
        DicomWriter writer = new DicomWriter(toolkit);
        if (outputs.rtStruct().isPresent()) {
            reporter.tell("Writing the RTSTRUCT", 0.96);
            writer.writeRtStruct(outputs.rtStruct().get(), kidneys, source, description, reporter.cancelOnly());
        }
        if (outputs.seg().isPresent()) {
            reporter.tell("Writing the SEG", 0.97);
            writer.writeSeg(outputs.seg().get(), kidneys, source, description, reporter.cancelOnly());
        }
    }

    private static String shortened(String name) {
        int most = StructureSetDescription.ALGORITHM_LENGTH;
        return name.length() <= most ? name : name.substring(0, most);
    }

    /** Writes the picture where one is wanted. */
    void draw(List<Volume> images, LabelMap kidneys, Measured measured, List<String> caveats) throws GlomeraException {
        if (outputs.picture().isEmpty()) {
            return;
        }
        Path file = outputs.picture().get();
        reporter.tell("Drawing the picture", 0.98);
        byte[] png = new SegmentPicture(images, kidneys).png(measured.volumeMl(), caveats);
        try {
            AtomicFiles.write(file, out -> out.write(png));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The picture " + file + " cannot be written: " + e.getMessage()
                    + ". Check the folder, its permissions and the space on the disk.", e);
        }
    }
}
