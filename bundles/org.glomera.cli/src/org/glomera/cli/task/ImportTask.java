package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** DICOM images into a study. */
@Command(name = "import", header = "Read DICOM images (CT, SPECT, RTSTRUCT) into a study.",
        description = {"", "What was left out, and why, is printed and stands in import.json.", ""})
public final class ImportTask implements Callable<Integer> {

    private static final int SHOWN_LEFT_OUT = 40;

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Parameters(index = "1", paramLabel = "IMAGES", description = "The folder with the images; it is not changed.")
    private Path images;

    @Option(names = "--name", paramLabel = "NAME", description = "The study's name when it is made.")
    private String name;

    @Mixin
    private Options.RoleOptions roles;

    /** Makes the task. */
    public ImportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        Path folder = study.folder();
        String studyName = name == null ? String.valueOf(folder.getFileName()) : name;
        ImportReport report = context.run(context.services().importing(), new ImportRequest(
                images.toAbsolutePath().normalize(), folder, studyName, roles.roles()));
        String row = "%-20s %-14s %-11s %s";
        context.terminal().result(row.formatted("case", "acquisition", "role", "images and delineations"));
        for (ImportReport.ImportedCase found : report.cases()) {
            context.terminal().result(row.formatted(found.caseId(), found.acquisition(), found.role(),
                    String.join(", ", found.available())));
            found.remarks().forEach(remark -> context.terminal().result("    " + remark));
        }
        report.leftOut().stream().limit(SHOWN_LEFT_OUT)
                .forEach(item -> context.terminal().result("left out: " + item.what() + ": " + item.reason()));
        if (report.leftOut().size() > SHOWN_LEFT_OUT) {
            context.terminal().result("… and " + (report.leftOut().size() - SHOWN_LEFT_OUT)
                    + " more; import.json in the study folder lists all.");
        }
        context.terminal().result(report.cases().size() + " cases, " + report.alreadyThere()
                + " of them there before; " + report.leftOut().size() + " files or series left out.");
        return 0;
    }
}
