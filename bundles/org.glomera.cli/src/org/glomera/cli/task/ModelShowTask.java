package org.glomera.cli.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.network.model.Cards;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.models.TrainedModels.Verified;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One network's card. */
@Command(name = "show", header = "Show a network's card, and check its files.", description = {"",
        "Checked are the weights' SHA-256, that they are those of the architecture, and that every value is a number.", ""})
public final class ModelShowTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "NAME|FOLDER|ZIP", description = "The network.")
    private String model;

    @Option(names = "--layers", description = "List the weights by name with their shapes too.")
    private boolean layers;

    /** Makes the task. */
    public ModelShowTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        Path folder = TrainedNetworks.ofPlugins().folder(model);
        Verified network = context.services().trainedModels().verify(folder);
        String id = Files.exists(Path.of(model)) ? "" : model;
        String text = Cards.text(Cards.source(folder, id)) + Cards.notes(folder);
        ModelText.lines(text).lines().forEach(context.terminal()::result);
        if (layers) {
            context.terminal().result("");
            network.graph().weightShapes().forEach((name, shape) -> context.terminal().result(String.format(Locale.ROOT,
                    "%-24s %s", name, shape)));
        }
        context.terminal().result("");
        context.terminal().result(String.format(Locale.ROOT, "Checked: %d tensors with %,d values, all finite, those of"
                + " '%s'; the SHA-256 is that of the card.", network.weights().tensors().size(),
                network.graph().parameterCount(), ModelText.oneLine(network.card().architecture())));
        return 0;
    }
}
