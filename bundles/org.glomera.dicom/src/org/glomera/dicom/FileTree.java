package org.glomera.dicom;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * The files below folders, each folder's in the order of their paths. Links are followed; one that leads back up is
 * passed over. Not thread-safe.
 */
final class FileTree extends SimpleFileVisitor<Path> {

    /** More folders within one another than any archive nests. */
    static final int DEEPEST = 40;
    /** More files than a cohort has: 2,000 patients of 1,000 slices each. */
    static final int MOST_FILES = 2_000_000;

    /** Files listed between two lines of progress. */
    private static final int TOLD_EVERY = 1000;

    private final Path root;
    private final SubMonitor progress;
    private final Set<Path> files;

    private FileTree(Path root, SubMonitor progress, Set<Path> files) {
        this.root = root;
        this.progress = progress;
        this.files = files;
    }

    /** Lists folders; a file that lies in two of them stands once. */
    static List<Path> list(List<Path> folders, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, folders.size());
        List<Path> all = new ArrayList<>();
        Set<Path> before = new HashSet<>();
        for (Path folder : folders) {
            Set<Path> here = new HashSet<>();
            new FileTree(folder.toAbsolutePath().normalize(), progress.split(1), here).walk();
            here.stream().filter(before::add).sorted().forEach(all::add);
        }
        return all;
    }

    private void walk() throws GlomeraException {
        if (!Files.isDirectory(root)) {
            throw new GlomeraException(Kind.INPUT, root + " is not there or is not a folder. Check the path.");
        }
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST + 1, this);
        } catch (TooMuchException e) {
            throw new GlomeraException(Kind.INPUT, e.getMessage(), e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, root + " could not be listed: " + e.getMessage()
                    + ". Check that you may read it and all its subfolders.", e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        progress.checkCanceled();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory()) {
            throw new TooMuchException(root + " holds folders that are nested deeper than " + DEEPEST
                    + ". Choose the folder with the images itself.");
        }
        if (attributes.isRegularFile()) {
            files.add(file);
        }
        if (files.size() > MOST_FILES) {
            throw new TooMuchException(root + " holds more than " + MOST_FILES
                    + " files. Choose a folder with fewer, the one with the images itself.");
        }
        if (files.size() % TOLD_EVERY == 0) {
            progress.checkCanceled();
            progress.subTask(files.size() + " files found");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (problem instanceof FileSystemLoopException || Files.isSymbolicLink(file)) {
            return FileVisitResult.CONTINUE;
        }
        throw problem;
    }

    /** A tree that is deeper or larger than is looked through. */
    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuchException(String sentence) {
            super(sentence);
        }
    }
}
