package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One patient's kidneys. */
@Command(name = "segment", header = "Outline the kidneys of one patient with a trained network.",
        description = {"",
                "Writes the kidneys as a label map (1 right, 2 left), as DICOM SEG or as RTSTRUCT, on the grid of the"
                        + " image that the network's delineations follow: the SPECT for hybrid networks, else the CT.",
                "With several networks their probabilities are averaged.", ""})
public final class SegmentTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(arity = "1..2", paramLabel = "IMAGE",
            description = "A CT, and a SPECT in Bq/ml where a hybrid network needs it or the activity is wanted: a file"
                    + " (NIfTI, NRRD, MetaImage, Interfile; CT in HU), or a folder with one DICOM series or with the"
                    + " series of both.")
    private List<Path> images;

    @Option(names = "--ct-offset", paramLabel = "HU", defaultValue = "0",
            description = "Is added to each value of a CT that is not DICOM; -1000 for one that is stored as HU + 1000.")
    private double ctOffset;

    @Option(names = "--spect", paramLabel = "IMAGE",
            description = "The SPECT, where it is not told apart by itself.")
    private Path spect;

    @Mixin
    private SpectRulesOptions spectRules;

    @Option(names = "--model", paramLabel = "FOLDER|NAME", required = true,
            description = "A trained network: a run's folder, or the name of one that comes with the program"
                    + " (phantom-hybrid, phantom-standard, phantom-standard-diagnostic) or with a plug-in."
                    + " STUDY/runs/NAME stands for all of NAME_fold1, NAME_fold2 … too. Several make an ensemble.")
    private List<String> models;

    @Option(names = "--window", description = "Show the network overlapping windows at the spacing of its training,"
            + " averaged with Gaussian weights, instead of the image as a whole.")
    private boolean window;

    @Option(names = "--window-spacing", paramLabel = "MM",
            description = "With --window: a finer spacing than that of the training.")
    private Double windowSpacing;

    @Option(names = "--window-overlap", paramLabel = "SHARE", defaultValue = "" + Windowing.OVERLAP,
            description = "With --window: by how much windows overlap, 0 to " + Windowing.MOST_OVERLAP
                    + ". Default: ${DEFAULT-VALUE}.")
    private double windowOverlap;

    @Mixin
    private SegmentOutputOptions outputs;

    /** Makes the task. */
    public SegmentTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        SegmentResult result = context.run(context.services().segment(), request());
        SegmentText.lines(result).forEach(context.terminal()::result);
        return 0;
    }

    private SegmentRequest request() throws GlomeraException {
        List<Path> folders = new ArrayList<>();
        for (String model : models) {
            folders.addAll(TrainedNetworks.ofPlugins().folders(model));
        }
        try {
            return new SegmentRequest(folders, new Images(images, Optional.ofNullable(spect), ctOffset,
                    spectRules.rules()), windowing(), outputs.outputs());
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, e.getMessage() + " ./glomera help segment explains.", e);
        }
    }

    private Windowing windowing() throws GlomeraException {
        if (window) {
            return new Windowing.Sliding(windowOverlap,
                    windowSpacing == null ? OptionalDouble.empty() : OptionalDouble.of(windowSpacing));
        }
        if (windowSpacing != null || windowOverlap != Windowing.OVERLAP) {
            throw new GlomeraException(Kind.CONFIGURATION, "--window-spacing and --window-overlap go with --window."
                    + " Give it too, or leave them out.");
        }
        return new Windowing.ByCard();
    }
}
