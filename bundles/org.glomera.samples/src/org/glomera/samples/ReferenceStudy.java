package org.glomera.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.study.StudyFolder;

/**
 * The reference study as a study folder: three networks with their learning curves, and one experiment over 15 test
 * cases with what the source prints about it. It is made from the source's printed tables, so what those do not tell is
 * not there: images, weights, Dice coefficients and volumes per kidney, and the unit of the activity concentration.
 */
public final class ReferenceStudy {

    /** What the study is called. */
    public static final String NAME = "Reference study";
    /** Name of its one experiment. */
    public static final String EXPERIMENT = "reference";

    private ReferenceStudy() {
    }

    /** Whether a folder holds the whole reference study; it is looked at, not read. */
    public static boolean isThere(Path folder) {
        return StudyFolder.isStudy(folder) && Files.isRegularFile(folder.resolve("experiments").resolve(EXPERIMENT)
                .resolve("experiment.json")) && Files.isRegularFile(folder.resolve("experiments").resolve(EXPERIMENT)
                .resolve("published.csv"));
    }

    /**
     * Writes the study beside its place and moves it there, so that a folder of this name holds all of it or nothing.
     *
     * @param folder a folder that is empty or not there yet
     * @param monitor may be null; asked for cancelling between files
     * @return the study
     * @throws GlomeraException when the folder holds something or cannot be written; it is as it was then
     */
    public static StudyFolder write(Path folder, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing the reference study", 10);
        Path target = folder.toAbsolutePath().normalize();
        requireEmpty(target);
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            new ReferenceStudyWriter(beside).write(progress.split(9));
            progress.split(1);
            Files.deleteIfExists(target);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            Folders.delete(beside);
        }
        return StudyFolder.open(target);
    }

    private static void requireEmpty(Path target) throws GlomeraException {
        if (target.getFileName() == null || target.getParent() == null) {
            throw new GlomeraException(Kind.INPUT, "'" + target + "' cannot hold a study. Name a new folder.");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            try (var entries = Files.newDirectoryStream(target)) {
                empty = !entries.iterator().hasNext();
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }
        if (!empty) {
            throw new GlomeraException(Kind.INPUT, "'" + target + "' is there already and is not an empty folder."
                    + (isThere(target) ? " It is the reference study: open it, or choose a new folder."
                            : " Choose a new folder."));
        }
    }

    private static GlomeraException unwritable(Path target, IOException e) {
        return new GlomeraException(Kind.RESOURCES, "The reference study cannot be written to '" + target + "': "
                + e.getMessage() + ". Check the free space of its disk and your permission to write there.", e);
    }
}
