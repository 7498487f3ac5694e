package org.glomera.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;

/**
 * The folder of a cohort: made beside its place, moved there when it is whole. What an interrupted run leaves beside
 * is taken up again when it belongs to the same cohort.
 */
final class CohortFiles {

    static final String DICOM = "dicom";
    static final String TRUTH = "truth";
    private static final String COHORT_JSON = "cohort.json";
    private static final String COHORT_CSV = "cohort.csv";
    private static final String TRUTH_JSON = "truth.json";

    /** Changes whenever the same specification begins to give other patients. */
    private static final int GENERATOR = 3;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Path beside;

    CohortFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        beside = this.folder.resolveSibling("." + this.folder.getFileName() + ".part");
    }

    /** What cohort.json holds. */
    private record CohortDescription(int generator, PhantomSpec spec) {
    }

    private static String description(PhantomSpec spec) {
        return json(new CohortDescription(GENERATOR, spec));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of this bundle cannot be written as JSON.", e);
        }
    }

    /** Whether the folder holds exactly the cohort of a specification. */
    boolean holds(PhantomSpec spec) throws GlomeraException {
        return holds(folder, spec);
    }

    private static boolean holds(Path where, PhantomSpec spec) throws GlomeraException {
        Path file = where.resolve(COHORT_JSON);
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(description(spec));
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be read: " + e.getMessage()
                    + ". Remove the folder or name another one.", e);
        }
    }

    /** Where the cohort is made: what an interrupted run of the same cohort left, or a new folder. */
    Path begin(PhantomSpec spec) throws GlomeraException {
        try {
            if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty(folder))) {
                throw new GlomeraException(Kind.INPUT, "The phantoms were not made: " + folder
                        + " already holds something else. Name another folder or empty this one.");
            }
            if (!holds(beside, spec)) {
                delete(beside);
                Files.createDirectories(beside);
                AtomicFiles.writeString(beside.resolve(COHORT_JSON), description(spec));
            }
            return beside;
        } catch (IOException e) {
            throw notWritten(beside, e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    /** Whether a patient is whole: the truth is written last. */
    boolean isFinished(String patient) {
        return Files.isRegularFile(truthFile(patient));
    }

    private Path truthFile(String patient) {
        return beside.resolve(TRUTH).resolve(patient).resolve(TRUTH_JSON);
    }

    /** Removes what an interrupted run left of a patient. */
    void clear(String patient) throws GlomeraException {
        try {
            delete(beside.resolve(DICOM).resolve(patient));
            delete(beside.resolve(TRUTH).resolve(patient));
        } catch (IOException e) {
            throw notWritten(beside, e);
        }
    }

    /** Writes the truth, which makes a patient whole. */
    void writeTruth(PhantomTruth truth) throws GlomeraException {
        Path file = truthFile(truth.patient());
        try {
            AtomicFiles.writeString(file, json(truth));
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    /** Writes cohort.csv and moves the cohort to its place. */
    void finish(List<PatientPlan> plans) throws GlomeraException {
        StringBuilder csv = new StringBuilder("patient,role\n");
        for (PatientPlan plan : plans) {
            csv.append(plan.patientId()).append(',').append(plan.group().role()).append('\n');
        }
        try {
            AtomicFiles.writeString(beside.resolve(COHORT_CSV), csv.toString());
            Files.deleteIfExists(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> content = Files.walk(tree)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static GlomeraException notWritten(Path path, IOException e) {
        return new GlomeraException(Kind.RESOURCES, path + " could not be written: " + e.getMessage()
                + ". Check that the disk has room and that you may write there.", e);
    }
}
