package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.SampleCohortRequest;
import org.glomera.pipeline.StudyResult;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The samples that come with the program, as study folders. */
@Command(name = "sample", header = "Write a sample study: the reference study's printed tables, or phantoms with images.",
        description = {"", "FOLDER gets three networks with their learning curves and the experiment '"
                + ReferenceStudy.EXPERIMENT + "' over 15 test cases; it has no images and no weights.",
                "", "With --cohort it gets 15 phantom patients instead, with images, measured with the three trained"
                + " networks that come with the program, and a report; it takes about half a minute. Stopped at any time,"
                + " the same line goes on.", ""})
public final class SampleTask implements Callable<Integer> {

    private final TaskContext context;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A new or empty folder that gets the study.")
    private Path folder;

    @Option(names = "--cohort", description = "The sample cohort: phantom patients with images, segmented and compared.")
    private boolean cohort;

    /** Makes the task. */
    public SampleTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (cohort) {
            makeCohort();
        } else {
            writeReference();
        }
        context.terminal().result("Look at it:           ./glomera " + quoted());
        return 0;
    }

    private void writeReference() throws GlomeraException {
        StudyFolder study = context.cancellable(monitor -> ReferenceStudy.write(folder, monitor));
        context.terminal().result("The reference study is in " + study.root() + ".");
        context.terminal().result("Compare its networks: ./glomera compare " + quoted() + " --experiment "
                + ReferenceStudy.EXPERIMENT);
    }

    private void makeCohort() throws GlomeraException {
        StudyResult result = context.run(context.services().sampleCohort(),
                SampleCohortRequest.ofProgram(folder.toAbsolutePath().normalize()));
        StudyTask.tell(result, context.terminal());
        context.terminal().result("Compare its networks: ./glomera compare " + quoted());
    }

    /** The folder as a shell takes it: in quotes when it holds anything but the most common characters. */
    private String quoted() {
        String path = folder.toString();
        return path.matches("[A-Za-z0-9._/@%+=:,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
