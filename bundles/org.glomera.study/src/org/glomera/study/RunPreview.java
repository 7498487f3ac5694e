package org.glomera.study;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;

/**
 * What a network found in one test case after some of its epochs, so that a person can watch it learn: the content of
 * {@code runs/NAME/preview/preview.json}. Beside it lies one label map an epoch, {@code epoch-0004.nii.gz}, 1 right and 2
 * left on the grid of the case's image. A label map is written before the file that names it and removed after it, so
 * a reader that finds one missing reads this file again.
 *
 * @param format version of the file's form, {@link #FORMAT}
 * @param caseId the test case; empty when there is none
 * @param grid whose grid the label maps lie on, and whose manual delineation they are compared with
 * @param epochs the epochs kept, growing
 * @param remark why there is no preview, as a sentence; empty when there is one
 */
public record RunPreview(int format, String caseId, ImageGrid grid, List<Epoch> epochs, String remark) {

    /** The form that this program writes. */
    public static final int FORMAT = 1;

    /** More epochs are not kept. */
    public static final int MOST_EPOCHS = 40;

    private static final String FOLDER = "preview";
    private static final String FILE = "preview.json";
    private static final String LABEL_MAP = "epoch-%04d.nii.gz";
    private static final String LABEL_MAPS = "epoch-*.nii.gz";

    /**
     * One epoch.
     *
     * @param epoch its number, 1 for the first
     * @param diceRight Dice coefficient of the right kidney on the image's grid, 0 to 1; NaN when neither the person nor
     *        the network has a voxel there
     * @param diceLeft the same of the left kidney
     * @param written when it was written
     */
    public record Epoch(int epoch, double diceRight, double diceLeft, Instant written) {

        /** Refuses an epoch below 1 and a Dice coefficient outside 0 to 1. */
        public Epoch {
            if (epoch < 1) {
                throw new IllegalArgumentException("epoch " + epoch + " is below 1");
            }
            CaseResult.checkShare("diceRight", diceRight);
            CaseResult.checkShare("diceLeft", diceLeft);
            Objects.requireNonNull(written, "written is missing");
        }
    }

    /** Refuses another form, a case's name that is none, epochs that do not grow and more of them than are kept. */
    public RunPreview {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format is " + format + ", this program reads " + FORMAT);
        }
        if (!caseId.isEmpty()) {
            Names.check("case", caseId);
        }
        Objects.requireNonNull(grid, "grid is missing");
        Objects.requireNonNull(remark, "remark is missing");
        epochs = List.copyOf(epochs);
        if (epochs.size() > MOST_EPOCHS) {
            throw new IllegalArgumentException(epochs.size() + " epochs are listed, at most " + MOST_EPOCHS
                    + " are kept");
        }
        for (int i = 1; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() <= epochs.get(i - 1).epoch()) {
                throw new IllegalArgumentException("epoch " + epochs.get(i).epoch() + " follows epoch "
                        + epochs.get(i - 1).epoch());
            }
        }
    }

    /** A preview of a case before its first epoch. */
    public static RunPreview of(String caseId, ImageGrid grid) {
        return new RunPreview(FORMAT, caseId, grid, List.of(), "");
    }

    /** No preview, and why. */
    public static RunPreview none(String caseId, ImageGrid grid, String remark) {
        return new RunPreview(FORMAT, caseId, grid, List.of(), remark);
    }

    /** The same with other epochs. */
    public RunPreview withEpochs(List<Epoch> other) {
        return new RunPreview(format, caseId, grid, other, remark);
    }

    /** The preview of a run; empty when none was written. */
    public static Optional<RunPreview> read(StudyFolder study, String run) throws GlomeraException {
        Path file = folder(study, run).resolve(FILE);
        return Files.exists(file) ? Optional.of(StudyJson.read(file, RunPreview.class)) : Optional.empty();
    }

    /** Writes {@code preview.json}, then removes the label maps of epochs that it does not name. */
    public void write(StudyFolder study, String run) throws GlomeraException {
        Path folder = folder(study, run);
        StudyJson.write(folder.resolve(FILE), this);
        Set<String> named = epochs.stream().map(each -> fileName(each.epoch())).collect(Collectors.toSet());
        try (DirectoryStream<Path> labelMaps = Files.newDirectoryStream(folder, LABEL_MAPS)) {
            for (Path labelMap : labelMaps) {
                if (!named.contains(labelMap.getFileName().toString())) {
                    Files.deleteIfExists(labelMap);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw BoundedFiles.unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw BoundedFiles.unwritable(folder, e);
        }
    }

    /** The folder of a run's preview, which need not be there. */
    public static Path folder(StudyFolder study, String run) throws GlomeraException {
        return study.runFolder(run).resolve(FOLDER);
    }

    /** The label map of an epoch, which need not be there. */
    public static Path labelMap(StudyFolder study, String run, int epoch) throws GlomeraException {
        return folder(study, run).resolve(fileName(epoch));
    }

    private static String fileName(int epoch) {
        return String.format(Locale.ROOT, LABEL_MAP, epoch);
    }
}
