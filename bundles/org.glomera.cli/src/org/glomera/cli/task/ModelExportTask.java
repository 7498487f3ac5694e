package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.network.model.Cards;
import org.glomera.network.model.Handover;
import org.glomera.network.model.TrainedNetworks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A network for a colleague. */
@Command(name = "export", header = "Hand a network on, as a zip file or a folder.", description = {"",
        "Written are weights.safetensors, model.json, CARD.md, curve.csv and run.json. The names of cases are replaced by"
                + " numbers; the SHA-256 of each file stays, so that who has the file finds it again. No image and no"
                + " delineation leaves the study.", ""})
public final class ModelExportTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "FOLDER|NAME", description = "The network, for instance STUDY/runs/NAME.")
    private String model;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE.zip|FOLDER", required = true, description = "What to write.")
    private Path out;

    @Option(names = "--id", paramLabel = "NAME", defaultValue = "",
            description = "The name under which a plug-in will bring it; the card's lines take it then.")
    private String id;

    @Option(names = "--keep-case-names", description = "Keep the names of cases, for instance of phantoms.")
    private boolean keepCaseNames;

    /** Makes the task. */
    public ModelExportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        Path folder = TrainedNetworks.ofPlugins().folder(model);
        Path to = out.toAbsolutePath().normalize();
        context.services().trainedModels().handOn(folder, to, new Handover.Options(id, keepCaseNames));
        context.terminal().result("Network: " + to);
        if (!keepCaseNames) {
            context.terminal().result("The names of cases are numbers in it.");
        }
        if (!Cards.notes(folder).isEmpty()) {
            context.terminal().result("Its card has notes written by hand: read them before you hand it on.");
        }
        return 0;
    }
}
