package org.glomera.study;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A study on disk. Every method looks at the disk anew, so several readers and one writer may share a folder; every
 * file is written beside its place and moved into it. A name never leads out of the study: one that is no
 * {@linkplain Names name} is refused, and so is a folder that is a link to somewhere outside. Immutable and safe for
 * use by several threads; see {@link #lock()} for writers.
 */
public final class StudyFolder {

    private static final String STUDY = "study.json";
    private static final String CASES = "cases";
    private static final String SEGMENTED = "segmented";
    private static final String LABELS = ".nii.gz";
    private static final String PREPARED = "prepared";
    private static final String RUNS = "runs";
    private static final String EXPERIMENTS = "experiments";
    private static final String ACTIVITY_UNIT = "activityUnit";
    private static final int MOST_ENTRIES = 100_000;

    private final Path root;
    private final StudyInfo info;

    private StudyFolder(Path root, StudyInfo info) {
        this.root = root;
        this.info = info;
    }

    /**
     * Makes an empty study.
     *
     * @param root a folder that is empty or not there yet
     * @param name what the study is called
     * @param createdWith program and version, for instance {@code Glomera 0.1.0}
     * @param notes further facts about the study; may be empty
     * @throws GlomeraException when the folder holds something or cannot be written
     */
    public static StudyFolder create(Path root, String name, String createdWith, Map<String, String> notes)
            throws GlomeraException {
        if (name.isBlank()) {
            throw new GlomeraException(Kind.CONFIGURATION, "The study has no name. Give it one.");
        }
        Path folder = root.toAbsolutePath().normalize();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(folder)) {
            throw new GlomeraException(Kind.INPUT, "'" + folder + "' is not an empty folder, so no study can be made"
                    + " there. Choose a new folder, or open the study that is there.");
        }
        StudyInfo info = new StudyInfo(StudyInfo.FORMAT, name, createdWith,
                Instant.now().truncatedTo(ChronoUnit.SECONDS), notes);
        StudyJson.write(folder.resolve(STUDY), info);
        return open(folder);
    }

    /** As {@link #create(Path, String, String, Map)}, by a Glomera of a version that is not said, without notes. */
    public static StudyFolder create(Path root, String name) throws GlomeraException {
        return create(root, name, "Glomera", Map.of());
    }

    /**
     * Opens a study.
     *
     * @throws GlomeraException when the folder is none or its {@code study.json} is missing, malformed or of a format
     *         that this program does not know
     */
    public static StudyFolder open(Path root) throws GlomeraException {
        Path folder = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new GlomeraException(Kind.INPUT, "'" + folder + "' is not a folder. Give the folder of a study,"
                    + " the one that holds " + STUDY + ".");
        }
        Path file = folder.resolve(STUDY);
        if (!Files.exists(file)) {
            throw new GlomeraException(Kind.INPUT, "'" + folder + "' is not a study: it holds no " + STUDY
                    + ". Give the folder of a study.");
        }
        requireKnownFormat(file);
        return new StudyFolder(folder, StudyJson.read(file, StudyInfo.class));
    }

    /** Whether a folder looks like a study: it holds a {@code study.json}, which was not read. */
    public static boolean isStudy(Path folder) {
        return Files.isRegularFile(folder.resolve(STUDY));
    }

    private static void requireKnownFormat(Path file) throws GlomeraException {
        int format = StudyJson.readTree(file).path("format").asInt(-1);
        if (format > StudyInfo.FORMAT) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is of format " + format + "; this program knows"
                    + " formats up to " + StudyInfo.FORMAT + ". Open the study with a newer Glomera.");
        }
    }

    private static boolean isEmptyFolder(Path folder) throws GlomeraException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            throw BoundedFiles.unreadable(folder, e);
        }
    }

    /** The study's folder, absolute. */
    public Path root() {
        return root;
    }

    /** What {@code study.json} said when the study was opened. */
    public StudyInfo info() {
        return info;
    }

    /**
     * Takes the right to write. A task that writes holds it from its first to its last file; a reader needs none.
     *
     * @throws GlomeraException when another task of this or another program holds it
     */
    public StudyLock lock() throws GlomeraException {
        return StudyLock.acquire(root);
    }

    /** Whether a task of this or another program writes in the study at this moment, or nobody can. */
    public boolean isBeingWritten() {
        try (StudyLock free = lock()) {
            return free == null;
        } catch (GlomeraException e) {
            return true;
        }
    }

    /**
     * Removes what interrupted writes left behind; only while holding the {@linkplain #lock() lock}.
     *
     * @return number of files removed
     */
    public int removeLeftovers() throws GlomeraException {
        int[] removed = {0};
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (AtomicFiles.isLeftover(file)) {
                        Files.delete(file);
                        removed[0]++;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw BoundedFiles.unwritable(root, e);
        }
        return removed[0];
    }

    /** The ids of all cases, in natural order: the folders of {@code cases/} that hold a {@code case.json}. */
    public List<String> caseIds() throws GlomeraException {
        return names(CASES, "case.json");
    }

    /** All cases, in {@linkplain Names#NATURAL_ORDER natural order} of their ids. */
    public List<CaseInfo> cases() throws GlomeraException {
        List<CaseInfo> cases = new ArrayList<>();
        for (String id : caseIds()) {
            cases.add(requireCase(id));
        }
        return cases;
    }

    /** The cases of a role, in natural order of their ids. */
    public List<CaseInfo> cases(Role role) throws GlomeraException {
        return cases().stream().filter(each -> each.role() == role).toList();
    }

    /**
     * One case.
     *
     * @throws GlomeraException when there is none of this id or its {@code case.json} is malformed
     */
    public CaseInfo requireCase(String id) throws GlomeraException {
        Path file = caseFolder(id).resolve("case.json");
        requireThere(file, "case", id);
        CaseInfo found = StudyJson.read(file, CaseInfo.class);
        requireOwnName(file, id, found.id());
        return found;
    }

    /** Whether there is a case of this id. */
    public boolean hasCase(String id) throws GlomeraException {
        return Files.exists(caseFolder(id).resolve("case.json"));
    }

    /** Writes {@code case.json}; the images are written before it. */
    public void writeCase(CaseInfo caseInfo) throws GlomeraException {
        StudyJson.write(caseFolder(caseInfo.id()).resolve("case.json"), caseInfo);
    }

    /** The folder of a case, which need not be there. */
    public Path caseFolder(String id) throws GlomeraException {
        return folder(CASES, "case", id);
    }

    /** The file of an image of a case, which need not be there. */
    public Path caseFile(String caseId, CaseFile file) throws GlomeraException {
        return caseFolder(caseId).resolve(file.fileName());
    }

    /** The folder of the features of one network, which need not be there. */
    public Path preparedFolder(String name) throws GlomeraException {
        return folder(PREPARED, "set of features", name);
    }

    /** The names of all runs, in natural order: the folders of {@code runs/} that hold a {@code run.json}. */
    public List<String> runs() throws GlomeraException {
        return names(RUNS, "run.json");
    }

    /** The folder of a run, which need not be there. */
    public Path runFolder(String name) throws GlomeraException {
        return folder(RUNS, "run", name);
    }

    /** The segmentation of a case by a run, which need not be there: 1 right, 2 left, on the grid the run names. */
    public Path segmentationFile(String run, String caseId) throws GlomeraException {
        return runFolder(run).resolve("segmentations").resolve(Names.require("case", caseId) + ".nii.gz");
    }

    /**
     * The label map of a case that somebody made with chosen networks, outside of any experiment, which need not be
     * there: 1 right, 2 left.
     *
     * @param name what it is called
     */
    public Path segmentedFile(String caseId, String name) throws GlomeraException {
        return segmentedFile(caseId, name, LABELS);
    }

    /**
     * A file beside it.
     *
     * @param ending what follows the name, for instance {@code .json}
     */
    public Path segmentedFile(String caseId, String name, String ending) throws GlomeraException {
        return folder(SEGMENTED, "case", caseId).resolve(Names.require("segmentation", name) + ending);
    }

    /** The names of these label maps of a case, in natural order. */
    public List<String> segmented(String caseId) throws GlomeraException {
        Path folder = folder(SEGMENTED, "case", caseId);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + LABELS)) {
            for (Path entry : entries) {
                String file = entry.getFileName().toString();
                String name = file.substring(0, file.length() - LABELS.length());
                if (Names.isName(name) && !name.endsWith(".probability") && !name.endsWith(".disagreement")) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw BoundedFiles.unreadable(folder, e);
        }
        names.sort(Names.NATURAL_ORDER);
        return names;
    }

    /**
     * What {@code run.json} says.
     *
     * @throws GlomeraException when there is no such run or the file is malformed
     */
    public RunInfo readRun(String name) throws GlomeraException {
        Path file = runFolder(name).resolve("run.json");
        requireThere(file, "run", name);
        RunInfo found = StudyJson.read(file, RunInfo.class);
        requireOwnName(file, name, found.name());
        return found;
    }

    /** Writes {@code run.json}. */
    public void writeRun(RunInfo run) throws GlomeraException {
        StudyJson.write(runFolder(run.name()).resolve("run.json"), run);
    }

    /** A run's learning curve, empty as long as there is no {@code curve.csv}. */
    public Curve readCurve(String run) throws GlomeraException {
        Path file = runFolder(run).resolve("curve.csv");
        return Files.exists(file) ? StudyCsv.readCurve(file) : new Curve(List.of());
    }

    /** Writes {@code curve.csv}. */
    public void writeCurve(String run, Curve curve) throws GlomeraException {
        StudyCsv.writeCurve(runFolder(run).resolve("curve.csv"), curve);
    }

    /** The names of all experiments, in natural order: the folders that hold an {@code experiment.json}. */
    public List<String> experiments() throws GlomeraException {
        return names(EXPERIMENTS, "experiment.json");
    }

    /** The folder of an experiment, which need not be there. */
    public Path experimentFolder(String name) throws GlomeraException {
        return folder(EXPERIMENTS, "experiment", name);
    }

    /**
     * What {@code experiment.json} says. A file without a unit of the activity is one in Bq/ml.
     *
     * @throws GlomeraException when there is no such experiment or the file is malformed
     */
    public ExperimentInfo readExperiment(String name) throws GlomeraException {
        Path file = experimentFolder(name).resolve("experiment.json");
        requireThere(file, "experiment", name);
        JsonNode tree = StudyJson.readTree(file);
        ExperimentInfo found;
        if (tree instanceof ObjectNode fields && !fields.has(ACTIVITY_UNIT)) {
            fields.put(ACTIVITY_UNIT, ExperimentInfo.BQ_PER_ML);
            found = StudyJson.convert(fields, "'" + file + "'", ExperimentInfo.class);
        } else {
            found = StudyJson.read(file, ExperimentInfo.class);
        }
        requireOwnName(file, name, found.name());
        return found;
    }

    /** Writes {@code experiment.json}; the tables are written before it. */
    public void writeExperiment(ExperimentInfo experiment) throws GlomeraException {
        StudyJson.write(experimentFolder(experiment.name()).resolve("experiment.json"), experiment);
    }

    /** The rows of an experiment's {@code cases.csv}, in the order of the file. */
    public List<CaseResult> readCaseResults(String experiment) throws GlomeraException {
        return StudyCsv.readCases(experimentFolder(experiment).resolve("cases.csv"));
    }

    /** Writes {@code cases.csv}; all rows have the same further metrics. */
    public void writeCaseResults(String experiment, List<CaseResult> results) throws GlomeraException {
        StudyCsv.writeCases(experimentFolder(experiment).resolve("cases.csv"), results);
    }

    /** The rows of an experiment's {@code remarks.csv}, none as long as there is no such file. */
    public List<CaseRemark> readCaseRemarks(String experiment) throws GlomeraException {
        Path file = experimentFolder(experiment).resolve("remarks.csv");
        return Files.exists(file) ? StudyCsv.readRemarks(file) : List.of();
    }

    /** Writes {@code remarks.csv}: why cells of {@code cases.csv} are empty. */
    public void writeCaseRemarks(String experiment, List<CaseRemark> remarks) throws GlomeraException {
        StudyCsv.writeRemarks(experimentFolder(experiment).resolve("remarks.csv"), remarks);
    }

    private Path folder(String kindFolder, String what, String name) throws GlomeraException {
        Path folder = root.resolve(kindFolder).resolve(Names.require(what, name));
        requireInside(Files.exists(folder) ? folder : root.resolve(kindFolder));
        return folder;
    }

    private void requireInside(Path folder) throws GlomeraException {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (folder.toRealPath().startsWith(root.toRealPath())) {
                return;
            }
        } catch (IOException e) {
            throw BoundedFiles.unreadable(folder, e);
        }
        throw new GlomeraException(Kind.INPUT, "'" + folder + "' is a link that leads out of the study, so it is not"
                + " used. Put the folder itself in its place.");
    }

    private List<String> names(String kindFolder, String marker) throws GlomeraException {
        Path folder = root.resolve(kindFolder);
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        requireInside(folder);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Names.isName(name) && Files.exists(entry.resolve(marker))) {
                    names.add(name);
                }
                if (names.size() > MOST_ENTRIES) {
                    throw new GlomeraException(Kind.INPUT, "'" + folder + "' holds more than " + MOST_ENTRIES
                            + " folders, too many for a study. Check that it is the right folder.");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw BoundedFiles.unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw BoundedFiles.unreadable(folder, e);
        }
        names.sort(Names.NATURAL_ORDER);
        return names;
    }

    private void requireThere(Path file, String what, String name) throws GlomeraException {
        if (!Files.exists(file)) {
            throw new GlomeraException(Kind.INPUT, "The study '" + root + "' has no " + what + " '" + name
                    + "': '" + file + "' does not exist. Check the name.");
        }
    }

    private static void requireOwnName(Path file, String folderName, String nameInside) throws GlomeraException {
        if (!folderName.equals(nameInside)) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' speaks of '" + nameInside + "', but its folder is"
                    + " called '" + folderName + "'. Give both the same name.");
        }
    }
}
