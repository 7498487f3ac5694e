package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.models.TrainedModels;
import org.glomera.pipeline.models.TrainedModels.Pass;
import org.glomera.pipeline.models.TrainedModels.Verified;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One forward pass whose numbers other programs can compare with theirs. */
@Command(name = "check", header = "Calculate a network once, for a comparison with another program.", description = {"",
        "Input and output are arrays on the network's own grid: nothing is resampled. docs/networks.md has the lines of"
                + " Python that load the same weights and compare.", ""})
public final class ModelCheckTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "NAME|FOLDER|ZIP", description = "The network.")
    private String model;

    @Option(names = "--input", paramLabel = "FILE",
            description = "A safetensors file with a tensor 'input' (channels, z, y, x), prepared values. Default: normal"
                    + " random numbers, the same each time.")
    private Path input;

    @Option(names = "--write", paramLabel = "FOLDER",
            description = "Write input.safetensors and output.safetensors (tensor 'probability': 1, z, y, x) there.")
    private Path written;

    /** Makes the task. */
    public ModelCheckTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        TrainedModels models = context.services().trainedModels();
        Verified network = models.verify(TrainedNetworks.ofPlugins().folder(model));
        Pass pass = context.cancellable(monitor -> models.pass(network, Optional.ofNullable(input),
                Optional.ofNullable(written), monitor));
        context.terminal().result(String.format(Locale.ROOT, "Probability: %.6f to %.6f, mean %.6f", pass.lowest(),
                pass.highest(), pass.mean()));
        if (written != null) {
            context.terminal().result("Input and output: " + written.toAbsolutePath().normalize());
        }
        return 0;
    }
}
