package org.glomera.image.interfile;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.Packing;
import org.glomera.image.raw.StoredVoxels;
import org.glomera.image.raw.TextHeader;
import org.glomera.image.raw.VoxelType;

/**
 * What an Interfile header says of one image.
 *
 * @param grid where the voxels lie
 * @param voxels where they are in which file
 * @param quantity what the values are, where the header says it
 * @param remarks what was taken for granted
 */
record InterfileHeader(Grid grid, StoredVoxels voxels, Quantity quantity, List<String> remarks) {

    /** Interfile 3.3 counts the start of the voxels in blocks of this many bytes. */
    private static final long BLOCK_BYTES = 2048;
    private static final long LARGEST_OFFSET = 1L << 30;

    /** Copies the list. */
    InterfileHeader {
        remarks = List.copyOf(remarks);
    }

    /** Reads the header of a file. */
    static InterfileHeader read(Path file) throws IOException, FileProblem {
        InterfileKeys keys = InterfileKeys.read(file);
        refuseWhatIsNoVolume(keys);
        List<String> remarks = new ArrayList<>();
        Grid grid = InterfileGeometry.grid(keys, remarks);
        String name = keys.text("name of data file").orElseThrow(() -> missing("name of data file"));
        Path data = TextHeader.dataFile(file, name);
        boolean text = keys.word("number format").orElse("").equals("ascii");
        VoxelType type = text ? VoxelType.FLOAT64 : type(keys);
        StoredVoxels voxels = new StoredVoxels(data, offset(keys), 0, text ? Packing.TEXT : Packing.NONE, type,
                order(keys, type, remarks), grid.voxelCount(), slope(keys), intercept(keys));
        return new InterfileHeader(grid, voxels, quantity(keys), remarks);
    }

    /** What a header lacks. */
    static FileProblem missing(String key) {
        return new FileProblem("does not say '" + key + "'. Add the key or write the image again");
    }

    private static void refuseWhatIsNoVolume(InterfileKeys keys) throws FileProblem {
        for (String key : List.of("data compression", "data encode")) {
            String word = keys.word(key).orElse("none");
            if (!word.equals("none")) {
                throw new FileProblem("has packed voxels ('" + key + "' is '" + TextHeader.shortened(word)
                        + "'), which are not read. Write the image without packing");
            }
        }
        if (keys.word("process status").orElse("").startsWith("acq")) {
            throw new FileProblem("holds acquired projections and no volume. Give the reconstructed image");
        }
        String axis = keys.word("matrix axis label[1]").orElse("x");
        if (!axis.equals("x")) {
            throw new FileProblem("holds data along '" + TextHeader.shortened(axis) + "' and no volume. Give the "
                    + "reconstructed image");
        }
        for (String key : List.of("number of time frames", "number of energy windows", "number of images/energy window",
                "number of gates", "number of time windows")) {
            long number = keys.whole(key).orElse(1L);
            if (number > 1 && !key.contains("/")) {
                throw new FileProblem("holds several images ('" + key + "' is " + number + "), where one is expected. "
                        + "Write each image into a file of its own");
            }
        }
    }

    private static VoxelType type(InterfileKeys keys) throws FileProblem {
        String format = keys.word("number format").orElseThrow(() -> missing("number format"));
        int bytes = bytes(keys, format);
        return switch (format) {
            case "unsignedinteger" -> VoxelType.integer(bytes, false);
            case "signedinteger" -> VoxelType.integer(bytes, true);
            case "shortfloat", "longfloat", "float" -> floating(format, bytes);
            case "bit" -> VoxelType.BIT;
            default -> throw new FileProblem("has the number format '" + TextHeader.shortened(format)
                    + "', which Interfile does not know. Correct the header");
        };
    }

    private static int bytes(InterfileKeys keys, String format) throws FileProblem {
        Optional<Long> given = keys.whole("number of bytes per pixel");
        if (given.isPresent()) {
            return (int) Math.max(-1, Math.min(99, given.get()));
        }
        return switch (format) {
            case "shortfloat" -> 4;
            case "longfloat" -> 8;
            case "bit" -> 1;
            default -> throw missing("number of bytes per pixel");
        };
    }

    private static VoxelType floating(String format, int bytes) throws FileProblem {
        boolean isFour = bytes == 4 && !format.startsWith("long");
        boolean isEight = bytes == 8 && !format.startsWith("short");
        if (!isFour && !isEight) {
            throw new FileProblem("says that its voxels are '" + format + "' of " + bytes + " bytes, which cannot be. "
                    + "Correct 'number format' or 'number of bytes per pixel'");
        }
        return isFour ? VoxelType.FLOAT32 : VoxelType.FLOAT64;
    }

    private static ByteOrder order(InterfileKeys keys, VoxelType type, List<String> remarks) throws FileProblem {
        Optional<String> word = keys.word("imagedata byte order");
        if (word.isEmpty()) {
            if (type.bits() > 8) {
                remarks.add("The header does not say its byte order; big endian was taken, Interfile's own.");
            }
            return ByteOrder.BIG_ENDIAN;
        }
        return switch (word.get()) {
            case "littleendian" -> ByteOrder.LITTLE_ENDIAN;
            case "bigendian" -> ByteOrder.BIG_ENDIAN;
            default -> throw new FileProblem("gives '" + TextHeader.shortened(word.get()) + "' as byte order, where "
                    + "LITTLEENDIAN and BIGENDIAN are known. Correct the header");
        };
    }

    private static long offset(InterfileKeys keys) throws FileProblem {
        Optional<Long> bytes = keys.whole("data offset in bytes", "data offset in bytes[1]");
        long offset = bytes.isPresent() ? bytes.get() : keys.whole("data starting block").orElse(0L) * BLOCK_BYTES;
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new FileProblem("says that its voxels begin at byte " + offset + ", which cannot be. Correct 'data "
                    + "offset in bytes'");
        }
        return offset;
    }

    private static double slope(InterfileKeys keys) throws FileProblem {
        Optional<Double> slope = keys.number("rescale slope");
        if (slope.isEmpty()) {
            slope = keys.number("image scaling factor[1]", "image scaling factor");
        }
        if (slope.isEmpty() && isNumber(keys.text("quantification units"))) {
            slope = keys.number("quantification units");
        }
        double factor = slope.orElse(1.0);
        if (!Double.isFinite(factor)) {
            throw new FileProblem("gives " + factor + " as the factor of its voxels. Correct the header");
        }
        return factor == 0 ? 1 : factor;
    }

    private static double intercept(InterfileKeys keys) throws FileProblem {
        double intercept = keys.number("rescale intercept").orElse(0.0);
        if (!Double.isFinite(intercept)) {
            throw new FileProblem("gives " + intercept + " as the number to add to each voxel. Correct the header");
        }
        return intercept;
    }

    private static boolean isNumber(Optional<String> text) {
        return text.isPresent() && text.get().matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
    }

    private static Quantity quantity(InterfileKeys keys) {
        String unit = keys.text("quantification units", "image units", "rescale units", "units").orElse("")
                .toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        return switch (unit) {
            case "bq/ml", "bqml", "bq/cc" -> Quantity.ACTIVITY_CONCENTRATION;
            case "hu", "hounsfield", "hounsfieldunits" -> Quantity.HOUNSFIELD;
            case "counts" -> Quantity.COUNTS;
            default -> Quantity.UNKNOWN;
        };
    }
}
