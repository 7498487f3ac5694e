package org.glomera.image.raw;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** Something that reads a file; what goes wrong becomes one sentence that names the file. */
@FunctionalInterface
public interface Reading<T> {

    /** Reads. */
    T run() throws IOException, FileProblem, GlomeraException;

    /**
     * Reads, and makes a sentence of what went wrong.
     *
     * @param file what the sentence names
     * @throws GlomeraException when the file is missing, damaged, truncated or not understood
     */
    static <T> T of(Path file, Reading<T> reading) throws GlomeraException {
        try {
            return reading.run();
        } catch (FileProblem e) {
            throw input(file, e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw input(file, "does not exist. Check its name and folder", e);
        } catch (AccessDeniedException e) {
            throw input(file, "may not be read by you. Change its permissions", e);
        } catch (EOFException e) {
            throw input(file, "is truncated: it ends before its last voxel. Copy or convert it again", e);
        } catch (ZipException e) {
            throw input(file, "is damaged: it cannot be unpacked. Copy it again", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw input(file, "cannot be read: " + why + ". Check the file and its disk", e);
        }
    }

    private static GlomeraException input(Path file, String predicate, Exception cause) {
        return new GlomeraException(Kind.INPUT, "The file " + file + " " + predicate + ".", cause);
    }
}
