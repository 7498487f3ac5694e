package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The reference study as a study folder. */
@Command(name = "sample", header = "Write the reference study's printed tables as a study to look at.",
        description = {"", "FOLDER gets three networks with their learning curves and the experiment '"
                + ReferenceStudy.EXPERIMENT + "' over 15 test cases; it has no images and no weights.", ""})
public final class SampleTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A new or empty folder that gets the study.")
    private Path folder;

    /** Makes the task. */
    public SampleTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        StudyFolder study = context.cancellable(monitor -> ReferenceStudy.write(folder, monitor));
        context.terminal().result("The reference study is in " + study.root() + ".");
        context.terminal().result("Compare its networks: ./glomera compare " + quoted() + " --experiment "
                + ReferenceStudy.EXPERIMENT);
        context.terminal().result("Look at it:           ./glomera " + quoted());
        return 0;
    }

    /** The folder as a shell takes it: in quotes when it holds anything but the most common characters. */
    private String quoted() {
        String path = folder.toString();
        return path.matches("[A-Za-z0-9._/@%+=:,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
