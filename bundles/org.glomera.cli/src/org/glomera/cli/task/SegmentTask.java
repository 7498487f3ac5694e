package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One patient's kidneys. */
@Command(name = "segment", header = "Outline the kidneys of one patient with a trained network.",
        description = {"",
                "Writes a label map (1 right, 2 left) on the grid of the image that the network's delineations",
                "follow.", ""})
public final class SegmentTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "CT",
            description = "A CT: a file in HU (NIfTI, NRRD, MetaImage, Interfile) or a folder with one DICOM series.")
    private Path ct;

    @Option(names = "--ct-offset", paramLabel = "HU", defaultValue = "0",
            description = "Is added to each value of a CT that is not DICOM; -1000 for one that is stored as HU + 1000.")
    private double ctOffset;

    @Option(names = "--spect", paramLabel = "IMAGE",
            description = "A SPECT in Bq/ml (a file, or a folder with one DICOM series); hybrid networks need it.")
    private Path spect;

    @Mixin
    private SpectRulesOptions spectRules;

    @Option(names = "--model", paramLabel = "FOLDER|NAME", required = true,
            description = "A trained network: a run's folder, or the name of one that comes with the program"
                    + " (phantom-hybrid, phantom-standard, phantom-standard-diagnostic) or with a plug-in.")
    private String model;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true,
            description = "The label map to write, .nii or .nii.gz.")
    private Path out;

    @Option(names = "--picture", paramLabel = "FILE",
            description = "A .png file to write: the outlines drawn over a coronal, an axial and a sagittal slice.")
    private Path picture;

    /** Makes the task. */
    public SegmentTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        SegmentResult result = context.run(context.services().segment(), new SegmentRequest(
                TrainedNetworks.ofPlugins().folder(model), ct, ctOffset, Optional.ofNullable(spect),
                spectRules.rules(), out.toAbsolutePath().normalize(),
                Optional.ofNullable(picture).map(file -> file.toAbsolutePath().normalize())));
        for (Side side : Side.values()) {
            Double activity = result.meanActivityBqPerMl().get(side);
            context.terminal().result(String.format(Locale.ROOT, "%-5s kidney  %7.1f ml%s", side.word(),
                    result.volumeMl().get(side), activity == null ? ""
                            : String.format(Locale.ROOT, "  %.0f Bq/ml", activity)));
        }
        if (result.removedComponents() > 0) {
            context.terminal().result(String.format(Locale.ROOT, "removed: %d pieces, %.1f ml",
                    result.removedComponents(), result.removedMl()));
        }
        result.caveats().forEach(caveat -> context.terminal().result("Note: " + caveat));
        context.terminal().result("Label map on the " + result.grid() + " grid: " + result.labelMap());
        if (picture != null) {
            context.terminal().result("Picture: " + picture.toAbsolutePath().normalize());
        }
        return 0;
    }
}
