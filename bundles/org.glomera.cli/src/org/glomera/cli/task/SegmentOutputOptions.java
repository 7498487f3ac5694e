package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.SegmentRequest.Outputs;

import picocli.CommandLine.Option;

/** What a segmentation is written to. */
final class SegmentOutputOptions {

    @Option(names = {"-o", "--out"}, paramLabel = "FILE",
            description = "The kidneys; may be given several times, the name says the kind: .nii or .nii.gz (label map),"
                    + " .seg.dcm (SEG), .rtstruct.dcm (RTSTRUCT).")
    private List<Path> out = List.of();

    @Option(names = "--seg", paramLabel = "FILE", description = "A DICOM SEG of any name; the image must be DICOM.")
    private Path seg;

    @Option(names = "--rtstruct", paramLabel = "FILE",
            description = "A DICOM RTSTRUCT of any name; the image must be DICOM.")
    private Path rtStruct;

    @Option(names = "--force", description = "Replace a SEG or an RTSTRUCT that is there.")
    private boolean force;

    @Option(names = "--probability", paramLabel = "FILE",
            description = "The probability of each voxel to belong to a kidney, .nii or .nii.gz.")
    private Path probability;

    @Option(names = "--disagreement", paramLabel = "FILE",
            description = "Of an ensemble: the standard deviation of the networks' probabilities, .nii or .nii.gz.")
    private Path disagreement;

    @Option(names = "--picture", paramLabel = "FILE",
            description = "A .png file: the outlines drawn over a coronal, an axial and a sagittal slice.")
    private Path picture;

    @Option(names = "--json", paramLabel = "FILE", description = "Everything that is told, as JSON.")
    private Path json;

    private Outputs outputs;

    /**
     * The files.
     *
     * @throws GlomeraException (configuration) when a name does not say its kind, or a kind is named twice
     */
    Outputs outputs() throws GlomeraException {
        outputs = Outputs.none();
        for (Path file : out) {
            add(file);
        }
        add("SEG", outputs.seg(), seg, file -> outputs = outputs.withSeg(file));
        add("RTSTRUCT", outputs.rtStruct(), rtStruct, file -> outputs = outputs.withRtStruct(file));
        add("", Optional.empty(), probability, file -> outputs = outputs.withProbability(file));
        add("", Optional.empty(), disagreement, file -> outputs = outputs.withDisagreement(file));
        add("", Optional.empty(), picture, file -> outputs = outputs.withPicture(file));
        add("", Optional.empty(), json, file -> outputs = outputs.withJson(file));
        if (outputs.all().isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "Say what is to be written, for instance --out kidneys.nii.gz.");
        }
        return force ? outputs.replacingDicom() : outputs;
    }

    private void add(Path file) throws GlomeraException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".seg.dcm")) {
            add("SEG", outputs.seg(), file, each -> outputs = outputs.withSeg(each));
        } else if (name.endsWith(".rtstruct.dcm")) {
            add("RTSTRUCT", outputs.rtStruct(), file, each -> outputs = outputs.withRtStruct(each));
        } else if (name.endsWith(".nii") || name.endsWith(".nii.gz")) {
            add("label map", outputs.labelMap(), file, each -> outputs = outputs.withLabelMap(each));
        } else {
            throw new GlomeraException(Kind.CONFIGURATION, "The name " + file + " does not say what is to be written. End it"
                    + " with .nii, .nii.gz, .seg.dcm or .rtstruct.dcm, or give a DICOM file with --seg or --rtstruct.");
        }
    }

    private static void add(String kind, Optional<Path> there, Path file, Consumer<Path> setter)
            throws GlomeraException {
        if (file == null) {
            return;
        }
        if (there.isPresent()) {
            throw new GlomeraException(Kind.CONFIGURATION, "There are two files for the " + kind + ", " + there.get()
                    + " and " + file + ". Name one of them.");
        }
        setter.accept(file.toAbsolutePath().normalize());
    }
}
