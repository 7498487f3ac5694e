package org.glomera.pipeline.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Digests;

/** SHA-256 of inputs, by which a step sees whether what it made before still holds. */
public final class Hashes {

    private static final int BUFFER_BYTES = 1 << 16;

    private Hashes() {
    }

    /** The SHA-256 of a file. */
    public static String of(Path file) throws GlomeraException {
        return of(List.of(file));
    }

    /** The SHA-256 of several files' bytes, one after the other. */
    public static String of(List<Path> files) throws GlomeraException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            } catch (NoSuchFileException e) {
                throw new GlomeraException(Kind.INPUT, "The file " + file + " is missing. Restore it, or make it anew"
                        + " with the step before.", e);
            } catch (IOException e) {
                throw new GlomeraException(Kind.INPUT, "The file " + file + " cannot be read: " + e.getMessage()
                        + ". Check the disk and the file's permissions.", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of texts; texts divided otherwise have another one. */
    public static String ofTexts(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(':').append(text).append('\n');
        }
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
