package org.glomera.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;

/** Small text files read whole and up to a bound, and the sentences for what can go wrong with a file. */
final class BoundedFiles {

    private BoundedFiles() {
    }

    /**
     * A file's text.
     *
     * @param largestBytes a file that is larger is refused
     */
    static String readText(Path file, int largestBytes) throws GlomeraException {
        if (Files.isDirectory(file)) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is a folder, a file was expected. Check the path.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(largestBytes + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return text(bytes, "'" + file + "'", largestBytes);
    }

    /** The text of a stream, which stays open; {@code source} names it in messages. */
    static String readText(InputStream in, String source, int largestBytes) throws GlomeraException {
        try {
            return text(in.readNBytes(largestBytes + 1), source, largestBytes);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, source + " cannot be read: " + reason(e) + ".", e);
        }
    }

    private static String text(byte[] bytes, String source, int largestBytes) throws GlomeraException {
        if (bytes.length > largestBytes) {
            throw new GlomeraException(Kind.INPUT, source + " is larger than " + largestBytes / (1 << 20)
                    + " MiB and was not read. Check that it is the right file.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new GlomeraException(Kind.INPUT, source + " is not text in UTF-8. Save it in UTF-8.", e);
        }
    }

    static void writeText(Path file, String text) throws GlomeraException {
        try {
            AtomicFiles.writeString(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static GlomeraException unreadable(Path file, IOException e) {
        return new GlomeraException(Kind.INPUT, "'" + file + "' cannot be read: " + reason(e) + ". Check the path and"
                + " your permission to read it.", e);
    }

    static GlomeraException unwritable(Path file, IOException e) {
        return new GlomeraException(Kind.RESOURCES, "'" + file + "' cannot be written: " + reason(e)
                + ". Check the free space of its disk and your permission to write there.", e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
