package org.glomera.pipeline.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.phantom.PhantomCohort;
import org.glomera.phantom.PhantomSpec;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PhantomResult;
import org.glomera.pipeline.work.Folders;
import org.glomera.pipeline.work.Hashes;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.StudyJson;

/** Makes a cohort of phantoms; one that was made from the same specification is left as it is. */
public final class PhantomService {

    /** Holds what the cohort was made from. */
    private static final String MADE_FROM = "phantom.json";

    private final DicomToolkit toolkit;

    /** Makes a service that writes with {@code toolkit}. */
    public PhantomService(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * The content of {@code phantom.json}.
     *
     * @param spec the specification without the folder of kidney shapes
     * @param kidneyShapes SHA-256 of the kidney shapes; empty for drawn kidneys
     */
    record MadeFrom(PhantomSpec spec, String kidneyShapes) {
    }

    /** Makes the cohort in {@code request.folder()}, which appears when it is whole. */
    public PhantomResult run(PhantomRequest request, StageReporter reporter) throws GlomeraException {
        Path folder = request.folder().toAbsolutePath().normalize();
        PhantomSpec drawn = request.preset().cohort();
        PhantomSpec spec = request.kidneyShapes().map(drawn::withKidneyShapes).orElse(drawn);
        String text = StudyJson.toText(new MadeFrom(drawn, shapesHash(spec)));
        PhantomResult result = new PhantomResult(folder.resolve("dicom"), spec.patients(), false);
        if (isMadeFrom(folder, text)) {
            reporter.done("the cohort is there");
            return new PhantomResult(result.dicomFolder(), result.patients(), true);
        }
        requireFree(folder);
        Path beside = folder.resolveSibling("." + folder.getFileName() + ".making");
        Folders.delete(beside);
        try {
            new PhantomCohort(toolkit).write(spec, beside, new Telling(reporter, spec.patients()));
            Files.writeString(beside.resolve(MADE_FROM), text);
            Files.deleteIfExists(folder);
            Files.move(beside, folder);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The phantoms cannot be written to " + folder + ": "
                    + e.getMessage() + ". Check free space and permissions.", e);
        } finally {
            Folders.delete(beside);
        }
        reporter.done(spec.patients() + " patients");
        return result;
    }

    private static boolean isMadeFrom(Path folder, String text) throws GlomeraException {
        Path file = folder.resolve(MADE_FROM);
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(text);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " cannot be read: " + e.getMessage()
                    + ". Check its permissions.", e);
        }
    }

    private static void requireFree(Path folder) throws GlomeraException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean empty = Files.isDirectory(folder) && Folders.files(folder).isEmpty()
                && Folders.tree(folder).isEmpty();
        if (!empty) {
            throw new GlomeraException(Kind.INPUT, Files.isRegularFile(folder.resolve(MADE_FROM))
                    ? "The folder " + folder + " holds phantoms that were made with other settings. Choose another"
                            + " folder, or remove that one."
                    : "The folder " + folder + " is not empty. Choose a new folder for the phantoms.");
        }
    }

    private static String shapesHash(PhantomSpec spec) throws GlomeraException {
        if (spec.kidneyShapes().isEmpty()) {
            return "";
        }
        Path shapes = spec.kidneyShapes().get();
        if (!Files.isDirectory(shapes)) {
            throw new GlomeraException(Kind.INPUT, "The folder of kidney shapes " + shapes
                    + " is not there. Check the path.");
        }
        List<String> texts = new ArrayList<>();
        for (Path file : Folders.tree(shapes)) {
            texts.add(shapes.relativize(file).toString());
            texts.add(Hashes.of(file));
        }
        return Hashes.ofTexts(texts);
    }

    /** Passes on what the cohort's maker tells. */
    private static final class Telling extends ProgressMonitorWrapper {

        private final StageReporter reporter;
        private final int patients;
        private double total = 1;
        private double worked;
        Telling(StageReporter reporter, int patients) {
            super(reporter.cancelOnly());
            this.reporter = reporter;
            this.patients = patients;
        }

        @Override
        public synchronized void beginTask(String name, int totalWork) {
            total = totalWork == IProgressMonitor.UNKNOWN ? 1 : Math.max(1, totalWork);
        }

        @Override
        public synchronized void subTask(String name) {
            tell();
        }

        @Override
        public synchronized void worked(int work) {
            internalWorked(work);
        }

        @Override
        public synchronized void internalWorked(double work) {
            worked += work;
            tell();
        }

        private void tell() {
            double share = Math.min(1, worked / total);
            reporter.tell("Patient " + Math.min(patients, (int) (share * patients) + 1) + " of " + patients, share);
        }
    }
}
