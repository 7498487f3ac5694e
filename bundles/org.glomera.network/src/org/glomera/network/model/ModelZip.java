package org.glomera.network.model;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.file.Folders;

/**
 * A trained network as one zip file. What is read is not trusted: of the entries only the five files of a network are
 * written, under their own names in a new folder, and bytes are counted as they come, whatever the file says of them.
 */
public final class ModelZip {

    private static final int MOST_ENTRIES = 64;
    private static final long LARGEST_TEXT = 16L << 20;
    private static final long LARGEST_WEIGHTS = 4L << 30;
    /** Trained weights hardly shrink in a zip file: more than this times its size, and it is a trap. */
    private static final long LARGEST_GROWTH = 20;
    private static final long SMALL_BYTES = 64L << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    /** The same files give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelZip() {
    }

    /** Packs the files of a network under a folder's name. */
    static void pack(Path folder, String name, Path zip) throws GlomeraException {
        try {
            AtomicFiles.write(zip, out -> {
                ZipOutputStream packed = new ZipOutputStream(out);
                for (String file : Handover.FILES) {
                    if (Files.isRegularFile(folder.resolve(file))) {
                        ZipEntry entry = new ZipEntry(name + "/" + file);
                        entry.setTimeLocal(TIME);
                        packed.putNextEntry(entry);
                        Files.copy(folder.resolve(file), packed);
                        packed.closeEntry();
                    }
                }
                packed.finish();
            });
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + zip + "' could not be written: " + reason(e)
                    + ". Make room on the disk or check the rights to write there.", e);
        }
    }

    /**
     * Unpacks a network into a new temporary folder, which goes when the program ends.
     *
     * @throws GlomeraException (input) when the file is no zip file, holds no network or more than one, or is larger
     *         inside than a network can be; nothing is left of it then
     */
    public static Path unpack(Path zip) throws GlomeraException {
        Path folder = Folders.temporary("glomera-model-");
        boolean whole = false;
        try {
            new Unpacking(zip, folder).run();
            folder.toFile().deleteOnExit();
            for (String file : Handover.FILES) {
                folder.resolve(file).toFile().deleteOnExit();
            }
            whole = true;
            return folder;
        } finally {
            if (!whole) {
                Folders.delete(folder);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** A bound was passed. */
    private static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** One file that is unpacked. */
    private static final class Unpacking {

        private final Path zip;
        private final Path folder;
        private final Map<String, String> found = new HashMap<>();

        Unpacking(Path zip, Path folder) {
            this.zip = zip;
            this.folder = folder;
        }

        void run() throws GlomeraException {
            long size;
            int entries = 0;
            try (InputStream file = Files.newInputStream(zip); ZipInputStream in = new ZipInputStream(file)) {
                size = Files.size(zip);
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (++entries > MOST_ENTRIES) {
                        throw refused("it has more than " + MOST_ENTRIES + " entries", null);
                    }
                    take(entry.getName(), in, size);
                }
            } catch (TooLargeException e) {
                throw refused(e.getMessage(), e);
            } catch (ZipException | EOFException e) {
                throw refused("it is damaged or cut short (" + reason(e) + ")", e);
            } catch (IOException e) {
                throw new GlomeraException(Kind.RESOURCES, "'" + zip + "' could not be unpacked: " + reason(e)
                        + ". Check the file and its rights, and make room in the temporary folder.", e);
            }
            if (entries == 0) {
                throw refused("it is no zip file", null);
            }
            for (String needed : List.of(ModelFolder.CARD, ModelFolder.WEIGHTS)) {
                if (!found.containsKey(needed)) {
                    throw refused("it holds no " + needed, null);
                }
            }
        }

        private void take(String name, ZipInputStream in, long zipBytes) throws IOException, GlomeraException {
            String path = name.replace('\\', '/');
            if (path.startsWith("/") || ("/" + path + "/").contains("/../") || path.contains(":")) {
                throw refused("an entry in it leads out of its folder", null);
            }
            String file = path.substring(path.lastIndexOf('/') + 1);
            String parent = path.substring(0, path.length() - file.length());
            boolean wanted = Handover.FILES.contains(file) && parent.indexOf('/') == parent.length() - 1
                    && !parent.startsWith("__MACOSX");
            if (!wanted) {
                bounded(in, LARGEST_TEXT, "an entry that is no part of a network").transferTo(
                        OutputStream.nullOutputStream());
                return;
            }
            if (found.putIfAbsent(file, parent) != null || found.values().stream().distinct().count() > 1) {
                throw refused("it holds more than one network", null);
            }
            long most = file.equals(ModelFolder.WEIGHTS)
                    ? Math.min(LARGEST_WEIGHTS, SMALL_BYTES + LARGEST_GROWTH * zipBytes) : LARGEST_TEXT;
            try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
                bounded(in, most, file).transferTo(out);
            }
        }

        private static InputStream bounded(InputStream in, long most, String what) {
            return new FilterInputStream(in) {
                private long left = most;

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int count = super.read(bytes, from, Math.min(length, BUFFER_BYTES));
                    left -= Math.max(0, count);
                    if (left < 0) {
                        throw new TooLargeException("unpacked, " + what + " is larger than " + (most >> 20) + " MiB");
                    }
                    return count;
                }
            };
        }

        private GlomeraException refused(String why, Exception cause) {
            return new GlomeraException(Kind.INPUT, "'" + zip + "' is not a trained network that was handed on: " + why
                    + ". Name a file that ./glomera model export wrote, or the folder of a network; have a damaged file"
                    + " sent again.", cause);
        }
    }
}
