package org.glomera.cli.task;

import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The presets, to look at and to start from. */
@Command(name = "preset", header = "List the presets, or print one as a start for a file of your own.",
        description = "")
public final class PresetTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Print this preset.")
    private String name;

    /** Makes the task. */
    public PresetTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (name != null) {
            context.terminal().result(Presets.text(name));
            return 0;
        }
        for (String known : Presets.names()) {
            Preset preset = Presets.load(known);
            context.terminal().result(known + ": " + preset.title());
            context.terminal().result("    " + preset.description());
        }
        return 0;
    }
}
