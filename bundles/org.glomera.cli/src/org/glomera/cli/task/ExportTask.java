package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.pipeline.DelineationRequest;
import org.glomera.pipeline.DelineationRequest.Format;
import org.glomera.pipeline.DelineationRequest.Kidneys;
import org.glomera.pipeline.DelineationRequest.LabelFile;
import org.glomera.pipeline.DelineationRequest.OfStudy;
import org.glomera.pipeline.DelineationResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Delineations for other programs. */
@Command(name = "export", header = "Write a delineation of the kidneys as DICOM, for other programs.",
        description = {"",
                "Writes an RTSTRUCT or a SEG that belongs to the patient, the study and the slices of the DICOM image on"
                        + " which the kidneys were delineated. The delineation must have the image's voxels; nothing is"
                        + " resampled. Read back, it gives the same voxels.", ""})
public final class ExportTask implements Callable<Integer> {

    private final TaskContext context;

    @Option(names = "--labels", paramLabel = "FILE", description = "A label map, for instance of ./glomera segment.")
    private Path labels;

    @Option(names = "--right", paramLabel = "LABEL", defaultValue = "1",
            description = "The right kidney's label in it. Default: ${DEFAULT-VALUE}.")
    private int right;

    @Option(names = "--left", paramLabel = "LABEL", defaultValue = "2",
            description = "The left kidney's label in it. Default: ${DEFAULT-VALUE}.")
    private int left;

    @Option(names = "--drawn-by", paramLabel = "PROGRAM", defaultValue = "",
            description = "The program or network that drew it, 64 characters. Default: a person.")
    private String algorithm;

    @Option(names = "--study", paramLabel = "STUDY", description = "Instead of --labels: a study folder.")
    private Path study;

    @Option(names = "--case", paramLabel = "ID", description = "The case of that study.")
    private String caseId;

    @Option(names = "--run", paramLabel = "NAME",
            description = "The run whose segmentation is written. Default: the manual delineation on the image.")
    private String run;

    @Option(names = "--image", paramLabel = "FOLDER|FILE", required = true,
            description = "The DICOM image: a folder with its series, or one of its files.")
    private Path image;

    @Option(names = "--format", paramLabel = "rtstruct|seg", required = true, description = "The kind of file.")
    private String format;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "The file to write, .dcm.")
    private Path out;

    @Option(names = "--name", paramLabel = "TEXT", defaultValue = "Kidneys",
            description = "What the delineation is called in other programs, 16 characters. Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--series-number", paramLabel = "NUMBER", defaultValue = "" + DelineationRequest.SERIES_NUMBER,
            description = "Number of the new series in the patient's study. Default: ${DEFAULT-VALUE}.")
    private int seriesNumber;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    /** Makes the task. */
    public ExportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        DelineationResult result = context.run(context.services().delineationExport(), request());
        for (Side side : Side.values()) {
            context.terminal().result(String.format(Locale.ROOT, "%-5s kidney  %7.1f ml", side.word(),
                    result.volumeMl().get(side)));
        }
        result.remarks().forEach(remark -> context.terminal().result("Note: " + remark));
        context.terminal().result("Drawn on the " + result.image());
        context.terminal().result(wanted() + ": " + result.file());
        return 0;
    }

    private DelineationRequest request() throws GlomeraException {
        try {
            return new DelineationRequest(kidneys(), image.toAbsolutePath().normalize(), wanted(),
                    out.toAbsolutePath().normalize(), force, name, seriesNumber);
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, e.getMessage() + " ./glomera help export explains.", e);
        }
    }

    private Kidneys kidneys() throws GlomeraException {
        if ((labels == null) == (study == null)) {
            throw new GlomeraException(Kind.CONFIGURATION, "Say what is to be written: either --labels FILE, or --study"
                    + " STUDY with --case ID.");
        }
        if (labels != null) {
            if (caseId != null || run != null) {
                throw new GlomeraException(Kind.CONFIGURATION, "--case and --run go with --study, not with --labels.");
            }
            return new LabelFile(labels.toAbsolutePath().normalize(), right, left, algorithm);
        }
        if (caseId == null) {
            throw new GlomeraException(Kind.CONFIGURATION, "Name the case of the study with --case ID.");
        }
        return new OfStudy(study.toAbsolutePath().normalize(), caseId, Optional.ofNullable(run));
    }

    private Format wanted() throws GlomeraException {
        for (Format each : Format.values()) {
            if (each.name().equalsIgnoreCase(format)) {
                return each;
            }
        }
        throw new GlomeraException(Kind.CONFIGURATION, "'" + format + "' is not a format of delineations; rtstruct and"
                + " seg are.");
    }
}
