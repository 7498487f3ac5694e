package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PhantomResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A cohort of phantoms as DICOM. */
@Command(name = "phantom", header = "Make a cohort of SPECT/CT phantoms as DICOM, with the truth beside it.",
        description = {"", "FOLDER gets dicom/, cohort.csv and truth/.", ""})
public final class PhantomTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that gets the cohort.")
    private Path folder;

    @Mixin
    private Options.PresetOption preset;

    @Option(names = "--kidneys", paramLabel = "FOLDER",
            description = "Label maps (NIfTI) from which the kidneys take their shapes. Default: drawn kidneys.")
    private Path kidneys;

    /** Makes the task. */
    public PhantomTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        PhantomResult result = context.run(context.services().phantom(), new PhantomRequest(preset.load(),
                folder.toAbsolutePath().normalize(), Optional.ofNullable(kidneys)));
        context.terminal().result(result.patients() + " patients in " + result.dicomFolder()
                + (result.alreadyThere() ? " (they were there already)" : ""));
        return 0;
    }
}
