package org.glomera.cli.task;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trained networks: what there are, what they are, and handing them on. */
@Command(name = "model", header = "List, show, check and hand on trained networks.", synopsisSubcommandLabel = "WHAT",
        commandListHeading = "%nWhat:%n", description = {"",
                "A network is named by its id (phantom-hybrid), by its folder (STUDY/runs/NAME), or by the zip file in which"
                        + " it was handed on.", ""})
public final class ModelTask implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The task with what it can do. */
    public static CommandLine commandLine(TaskContext context) {
        CommandLine line = new CommandLine(new ModelTask());
        line.addSubcommand("list", new ModelListTask(context));
        line.addSubcommand("show", new ModelShowTask(context));
        line.addSubcommand("check", new ModelCheckTask(context));
        line.addSubcommand("export", new ModelExportTask(context));
        line.addSubcommand("help", new HelpCommand());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: list, show, check or export.");
    }
}
