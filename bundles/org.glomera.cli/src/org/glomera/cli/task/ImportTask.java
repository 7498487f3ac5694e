package org.glomera.cli.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.ListedCase;
import org.glomera.pipeline.ScanRequest;
import org.glomera.study.CaseFile;
import org.glomera.study.StudyJson;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Images into a study, or what a folder holds. */
@Command(name = "import", header = "Say what a folder holds, or read its images into a study.",
        customSynopsis = {"./glomera import IMAGES [--json FILE] [--write-image-list FILE]",
                "       ./glomera import STUDY IMAGES [--dry-run] [OPTIONS]",
                "       ./glomera import STUDY --patient NAME --ct FILE [--kidneys-ct FILE ...] [--dry-run] [OPTIONS]", ""},
        description = {"", "DICOM (CT, SPECT stored as NM or PT, RTSTRUCT, SEG), and image files that a list images.csv",
                "names. With a folder alone nothing is written: what was found, what pairs with what, and",
                "what would be left out is printed. What an import left out, and why, stands in import.json.", ""})
public final class ImportTask implements Callable<Integer> {

    private static final int SHOWN_LEFT_OUT = 40;
    private static final String ROW = "%-20s %-14s %-11s %s";
    private static final String STANDARD_OUTPUT = "-";

    private final TaskContext context;

    @Parameters(arity = "1..2", paramLabel = "FOLDER",
            description = "The folder with the images, or a list of images (.csv): they are not changed. With two, the"
                    + " first is the study that the images come into.")
    private List<Path> folders;

    @Option(names = "--name", paramLabel = "NAME", description = "The study's name when it is made.")
    private String name;

    @Option(names = "--dry-run", description = "Only say what an import would do; nothing is written, as with a folder alone.")
    private boolean dryRun;

    @Option(names = "--json", paramLabel = "FILE",
            description = "Write what a folder holds as JSON too; - for standard output instead of the table.")
    private String json;

    @Option(names = "--write-image-list", paramLabel = "FILE",
            description = "Write a list of the image files that are no DICOM, to be filled in and put into their folder"
                    + " as images.csv.")
    private Path imageList;

    @Mixin
    private Options.RoleOptions roles;

    @Mixin
    private ImportRulesOptions rules;

    @ArgGroup(exclusive = false, heading = "%nOne case of image files that are no DICOM:%n")
    private ListedCaseOptions oneCase;

    /** Makes the task. */
    public ImportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        List<ListedCase> listed = oneCase == null ? List.of() : List.of(oneCase.read());
        boolean inventory = folders.size() == 1 && listed.isEmpty();
        if (!inventory && (json != null || imageList != null)) {
            throw new GlomeraException(Kind.CONFIGURATION, "--json and --write-image-list tell what a folder holds. Give"
                    + " the folder alone.");
        }
        if (inventory) {
            return takeInventory(folders.get(0).toAbsolutePath().normalize());
        }
        return importInto(folders.get(0).toAbsolutePath().normalize(),
                folders.stream().skip(1).map(path -> path.toAbsolutePath().normalize()).toList(), listed);
    }

    private int takeInventory(Path folder) throws GlomeraException {
        InventoryRequest request = new InventoryRequest(List.of(folder), rules.rules());
        if (imageList != null) {
            if (Files.exists(imageList)) {
                throw new GlomeraException(Kind.INPUT, "'" + imageList + "' is there already and was not changed. Name"
                        + " another file.");
            }
            write(imageList, context.run(context.services().imageListDraft(), request));
            context.terminal().result("Wrote " + imageList + ". Fill it in, and put it into " + folder
                    + " as images.csv.");
            return 0;
        }
        Inventory found = context.run(context.services().inventory(), request);
        if (!STANDARD_OUTPUT.equals(json)) {
            InventoryTable.lines(found).forEach(context.terminal()::result);
        }
        if (json != null) {
            String text = StudyJson.toText(InventoryJson.of(found));
            if (STANDARD_OUTPUT.equals(json)) {
                context.terminal().result(text.stripTrailing());
            } else {
                write(Path.of(json), text);
            }
        }
        return 0;
    }

    private static void write(Path file, String text) throws GlomeraException {
        try {
            AtomicFiles.writeString(file.toAbsolutePath(), text);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' cannot be written: " + e.getMessage()
                    + ". Check the path and the free space of its disk.", e);
        }
    }

    private int importInto(Path study, List<Path> images, List<ListedCase> listed) throws GlomeraException {
        if (dryRun) {
            tell(context.run(context.services().importScan(), new ScanRequest(images, listed, study, roles.roles(),
                    rules.rules())));
            return 0;
        }
        String studyName = name == null ? String.valueOf(study.getFileName()) : name;
        ImportReport report = context.run(context.services().importing(), new ImportRequest(images, listed, study,
                studyName, roles.roles(), rules.rules()));
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
            InventoryTable.contents(found, Optional.empty()).forEach(line -> context.terminal().result("    " + line));
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
                .forEach(item -> context.terminal().result("left out: " + item.inWords()));
        if (items.size() > SHOWN_LEFT_OUT) {
            context.terminal().result("… and " + (items.size() - SHOWN_LEFT_OUT) + " more" + where);
        }
    }
}
