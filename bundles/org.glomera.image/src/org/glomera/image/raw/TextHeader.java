package org.glomera.image.raw;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The lines of a text header, and where in the file it ends. Reading is bounded: a header of more than
 * {@value #MOST_BYTES} bytes is no medical image's.
 *
 * @param lines the lines without their ends, in ISO 8859-1
 * @param end where in the file the byte after the last line lies; that of a line's end included
 */
public record TextHeader(List<String> lines, long end) {

    /** Most bytes of a header. */
    static final int MOST_BYTES = 1 << 20;

    /** Copies the list. */
    public TextHeader {
        lines = List.copyOf(lines);
    }

    /**
     * Reads lines up to the first that is the last of the header, or to the end of the file.
     *
     * @param isLast whether a line ends the header; it belongs to the lines
     */
    public static TextHeader read(Path file, Predicate<String> isLast) throws IOException, FileProblem {
        List<String> lines = new ArrayList<>();
        try (InputStream in = StoredVoxels.open(file)) {
            StringBuilder line = new StringBuilder();
            long at = 0;
            boolean carriageReturn = false;
            for (int c = in.read(); c >= 0; c = in.read()) {
                at++;
                if (at > MOST_BYTES) {
                    throw new FileProblem("has a header of more than " + MOST_BYTES + " bytes, or none. Give an image "
                            + "file or convert it again");
                }
                if (c != '\n' && c != '\r') {
                    line.append((char) c);
                    carriageReturn = false;
                    continue;
                }
                if (c == '\n' && carriageReturn) {
                    carriageReturn = false;
                    continue;
                }
                carriageReturn = c == '\r';
                lines.add(line.toString());
                line.setLength(0);
                if (isLast.test(lines.get(lines.size() - 1))) {
                    return new TextHeader(lines, at + lineFeedAfter(c, in));
                }
            }
            if (line.length() > 0) {
                lines.add(line.toString());
            }
            return new TextHeader(lines, at);
        }
    }

    private static int lineFeedAfter(int c, InputStream in) throws IOException {
        return c == '\r' && in.read() == '\n' ? 1 : 0;
    }

    /** The first bytes of a file as ISO 8859-1 text; empty when it cannot be read. */
    public static String start(Path file, int bytes) {
        try (InputStream in = StoredVoxels.open(file)) {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        } catch (IOException | FileProblem e) {
            return "";
        }
    }

    /** A number of a header; NaN and infinities are numbers here. */
    public static double number(String text, String what) throws FileProblem {
        String word = text.strip();
        try {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "nan", "+nan", "-nan", "nan." -> Double.NaN;
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                default -> decimal(word);
            };
        } catch (NumberFormatException e) {
            throw new FileProblem("gives '" + shortened(word) + "' as " + what + ", which is no number. Correct the "
                    + "header or convert the image again", e);
        }
    }

    private static double decimal(String word) {
        char last = word.isEmpty() ? ' ' : Character.toLowerCase(word.charAt(word.length() - 1));
        if (last == 'd' || last == 'f' || word.indexOf('x') >= 0 || word.indexOf('X') >= 0) {
            throw new NumberFormatException("Java's own spellings of numbers are no file's.");
        }
        return Double.parseDouble(word);
    }

    /** A whole number of a header, such as 128, +128 or 128.0. */
    public static long whole(String text, String what) throws FileProblem {
        double value = number(text, what);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new FileProblem("gives '" + shortened(text.strip()) + "' as " + what + ", which is no whole number. "
                    + "Correct the header or convert the image again");
        }
        return (long) value;
    }

    /** Numbers between white space. */
    public static double[] numbers(String text, String what) throws FileProblem {
        String[] words = text.strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = number(words[i], what);
        }
        return numbers;
    }

    /** A text of a header as a sentence shows it. */
    public static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "...";
    }

    /**
     * The file with the voxels that a header names: a plain name of a file in the header's own folder.
     *
     * @throws FileProblem when the name leads out of the folder, also through a link, or the file is not there
     */
    public static Path dataFile(Path header, String name) throws IOException, FileProblem {
        String plain = name.startsWith("./") ? name.substring(2) : name;
        Path folder = header.toAbsolutePath().getParent();
        Path file;
        try {
            file = folder.resolve(plain);
        } catch (InvalidPathException e) {
            throw outside(name, e);
        }
        if (plain.isBlank() || plain.indexOf('/') >= 0 || plain.indexOf('\\') >= 0 || plain.equals("..")
                || plain.equals(".") || !folder.equals(file.getParent())) {
            throw outside(name, null);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isSymbolicLink(file) && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return file;
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw outside(name, null);
            }
            throw new FileProblem("has its voxels in the file " + shortened(name) + ", which is not beside it. Copy "
                    + "both files into one folder");
        }
        return file;
    }

    private static FileProblem outside(String name, InvalidPathException cause) {
        return new FileProblem("has its voxels in " + shortened(name) + "; only a file in its own folder is read. Put "
                + "the file there and correct the name in the header", cause);
    }

    /** Where the voxels begin when they are the last of a file. */
    public static long lastBytes(Path file, long bytes) throws IOException {
        long offset = Files.size(file) - bytes;
        if (offset < 0) {
            throw new EOFException();
        }
        return offset;
    }
}
