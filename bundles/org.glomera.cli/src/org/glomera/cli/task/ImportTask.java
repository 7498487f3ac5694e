package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.ScanRequest;
import org.glomera.study.CaseFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** DICOM images into a study. */
@Command(name = "import", header = "Read DICOM images (CT, SPECT, RTSTRUCT) into a study.",
        description = {"", "What was left out, and why, is printed and stands in import.json.", ""})
public final class ImportTask implements Callable<Integer> {

    private static final int SHOWN_LEFT_OUT = 40;
    private static final String ROW = "%-20s %-14s %-11s %s";

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Parameters(index = "1", paramLabel = "IMAGES", description = "The folder with the images; it is not changed.")
    private Path images;

    @Option(names = "--name", paramLabel = "NAME", description = "The study's name when it is made.")
    private String name;

    @Option(names = "--dry-run", description = "Only say what an import would do; nothing is written.")
    private boolean dryRun;

    @Mixin
    private Options.RoleOptions roles;

    /** Makes the task. */
    public ImportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (dryRun) {
            tell(context.run(context.services().importScan(), new ScanRequest(List.of(images.toAbsolutePath().normalize()),
                    study.folder(), roles.roles())));
            return 0;
        }
        Path folder = study.folder();
        String studyName = name == null ? String.valueOf(folder.getFileName()) : name;
        ImportReport report = context.run(context.services().importing(), new ImportRequest(
                images.toAbsolutePath().normalize(), folder, studyName, roles.roles()));
        head();
        for (ImportReport.ImportedCase found : report.cases()) {
            row(found.caseId(), found.acquisition(), found.role(), found.available());
            found.remarks().forEach(remark -> context.terminal().result("    " + remark));
        }
        leftOut(report.leftOut(), "; import.json in the study folder lists all.");
        context.terminal().result(report.cases().size() + " cases, " + report.alreadyThere()
                + " of them there before; " + report.leftOut().size() + " files or series left out.");
        return 0;
    }

    private void tell(ImportPlan plan) {
        head();
        for (ImportPlan.PlannedCase found : plan.cases()) {
            row(found.caseId(), found.acquisition().word(), found.role().word(),
                    found.available().stream().map(CaseFile::word).toList());
            found.ct().ifPresent(image -> context.terminal().result("    CT " + image.inWords()
                    + found.kidneysCt().map(drawn -> "; kidneys " + drawn.inWords()).orElse("")));
            found.spect().ifPresent(image -> context.terminal().result("    SPECT " + image.inWords()
                    + found.kidneysSpect().map(drawn -> "; kidneys " + drawn.inWords()).orElse("")));
            if (found.state() != ImportPlan.State.NEW) {
                context.terminal().result("    " + found.state().words());
            }
            found.remarks().forEach(remark -> context.terminal().result("    " + remark));
        }
        leftOut(plan.leftOut(), ".");
        context.terminal().result(plan.summary() + " Nothing was written.");
    }

    private void head() {
        context.terminal().result(ROW.formatted("case", "acquisition", "role", "images and delineations"));
    }

    private void row(String caseId, String acquisition, String role, List<String> available) {
        context.terminal().result(ROW.formatted(caseId, acquisition, role, String.join(", ", available)));
    }

    private void leftOut(List<ImportReport.LeftOutItem> items, String where) {
        items.stream().limit(SHOWN_LEFT_OUT)
                .forEach(item -> context.terminal().result("left out: " + item.what() + ": " + item.reason()));
        if (items.size() > SHOWN_LEFT_OUT) {
            context.terminal().result("… and " + (items.size() - SHOWN_LEFT_OUT) + " more" + where);
        }
    }
}
