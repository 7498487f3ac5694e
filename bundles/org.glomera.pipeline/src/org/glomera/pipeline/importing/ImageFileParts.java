package org.glomera.pipeline.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that an image consists of: a header of Interfile, MetaImage or NRRD names the file with the voxels. It is
 * looked for to hash and to list it; reading it is the reader's work.
 */
final class ImageFileParts {

    private static final int LONGEST_HEADER = 1 << 16;
    private static final int DEEPEST = 2;
    private static final Set<String> HEADERS = Set.of("h33", "hv", "hdr", "hs", "mhd", "nhdr");
    private static final Pattern DATA_FILE = Pattern.compile(
            "(?im)^[!\\s]*(?:name of data file\\s*:=|ElementDataFile\\s*=|data ?file:)\\s*([^\\r\\n]+?)\\s*$");

    private ImageFileParts() {
    }

    /** The file itself, then the file with its voxels when there is one beside it. */
    static List<Path> of(Path file) {
        List<Path> parts = new ArrayList<>();
        Path part = file.toAbsolutePath().normalize();
        for (int depth = 0; depth < DEEPEST && part != null && !parts.contains(part); depth++) {
            parts.add(part);
            part = dataOf(part).orElse(null);
        }
        return parts;
    }

    private static Optional<Path> dataOf(Path header) {
        String name = header.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!HEADERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(header)) {
            Matcher named = DATA_FILE.matcher(new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1));
            if (!named.find()) {
                return Optional.empty();
            }
            Path data = header.resolveSibling(named.group(1)).normalize();
            boolean beside = data.startsWith(header.getParent()) && Files.isRegularFile(data);
            return beside ? Optional.of(data) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            // the reader of the image says what is wrong with it
            return Optional.empty();
        }
    }
}
