package org.glomera.image.nrrd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.glomera.core.geometry.Grid;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.Packing;
import org.glomera.image.raw.StoredVoxels;
import org.glomera.image.raw.TextHeader;
import org.glomera.image.raw.VoxelType;

/**
 * What an NRRD header says of one image (format definition: teem, "Definition of NRRD File Format", NRRD0001 to
 * NRRD0005).
 *
 * @param grid where the voxels lie
 * @param voxels where they are in which file
 * @param isLabelMap whether the file is a segmentation of 3D Slicer, by its keys
 * @param remarks what was taken for granted, and names of segments
 */
record NrrdHeader(Grid grid, StoredVoxels voxels, boolean isLabelMap, List<String> remarks) {

    private static final long LARGEST_SKIP = 1L << 26;
    private static final int MOST_NAMED = 64;

    /** Copies the list. */
    NrrdHeader {
        remarks = List.copyOf(remarks);
    }

    /** Reads the header of a file. */
    static NrrdHeader read(Path file) throws IOException, FileProblem {
        NrrdFields fields = NrrdFields.read(file);
        List<String> remarks = new ArrayList<>();
        Grid grid = NrrdGeometry.grid(fields, remarks);
        VoxelType type = type(fields.required("type"));
        Packing packing = packing(fields.required("encoding"));
        boolean detached = fields.text("datafile").isPresent();
        Path data = detached ? dataFile(file, fields.required("datafile")) : file;
        long start = afterLines(data, detached ? 0 : fields.end(), skip(fields, "lineskip", 0));
        long bytes = skip(fields, "byteskip", -1);
        if (bytes < 0 && packing != Packing.NONE) {
            throw new FileProblem("gives -1 as 'byte skip' for packed voxels, which cannot be. Write it again");
        }
        long offset = packing != Packing.NONE ? start : bytes < 0
                ? TextHeader.lastBytes(data, type.bytes(grid.voxelCount())) : start + bytes;
        StoredVoxels voxels = new StoredVoxels(data, offset, packing == Packing.NONE ? 0 : bytes, packing, type,
                order(fields, type, packing), grid.voxelCount(), 1, 0);
        return new NrrdHeader(grid, voxels, nameSegments(fields.keys(), remarks), remarks);
    }

    private static Path dataFile(Path header, String name) throws IOException, FileProblem {
        if (name.startsWith("LIST") || name.contains("%")) {
            throw new FileProblem("has its voxels in several files; one is read. Write the image into one file");
        }
        return TextHeader.dataFile(header, name);
    }

    private static long skip(NrrdFields fields, String field, long least) throws FileProblem {
        long skip = TextHeader.whole(fields.text(field).orElse("0"), "'" + field + "'");
        if (skip < least || skip > LARGEST_SKIP) {
            throw new FileProblem("gives " + skip + " as '" + field + "', which cannot be. Write the image again");
        }
        return skip;
    }

    private static long afterLines(Path file, long start, long lines) throws IOException, FileProblem {
        if (lines == 0) {
            return start;
        }
        try (InputStream in = StoredVoxels.open(file)) {
            in.skipNBytes(start);
            long at = start;
            for (long left = lines; left > 0; at++) {
                int c = in.read();
                if (c < 0 || at - start > LARGEST_SKIP) {
                    throw new EOFException();
                }
                left -= c == '\n' ? 1 : 0;
            }
            return at;
        }
    }

    private static Packing packing(String encoding) throws FileProblem {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "raw" -> Packing.NONE;
            case "gz", "gzip" -> Packing.GZIP;
            case "txt", "text", "ascii" -> Packing.TEXT;
            default -> throw new FileProblem("has the encoding '" + TextHeader.shortened(encoding)
                    + "'; raw, gzip and text are read. Write the image again with one of them");
        };
    }

    private static ByteOrder order(NrrdFields fields, VoxelType type, Packing packing) throws FileProblem {
        if (type.bits() <= 8 || packing == Packing.TEXT) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        String endian = fields.required("endian").toLowerCase(Locale.ROOT);
        return switch (endian) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw new FileProblem("gives '" + TextHeader.shortened(endian) + "' as 'endian', where little "
                    + "and big are known. Correct the header");
        };
    }

    private static VoxelType type(String name) throws FileProblem {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (word) {
            case "signed char", "int8", "int8_t" -> VoxelType.INT8;
            case "uchar", "unsigned char", "uint8", "uint8_t" -> VoxelType.UINT8;
            case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> VoxelType.INT16;
            case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> VoxelType.UINT16;
            case "int", "signed int", "int32", "int32_t" -> VoxelType.INT32;
            case "uint", "unsigned int", "uint32", "uint32_t" -> VoxelType.UINT32;
            case "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64",
                    "int64_t" -> VoxelType.INT64;
            case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> VoxelType.UINT64;
            case "float" -> VoxelType.FLOAT32;
            case "double" -> VoxelType.FLOAT64;
            default -> throw new FileProblem("holds voxels of type '" + TextHeader.shortened(name)
                    + "', which is no single real number a voxel. Convert the image to 16-bit integers or 32-bit "
                    + "floating point");
        };
    }

    /** Names the segments of a segmentation of 3D Slicer, and tells whether the file is one. */
    private static boolean nameSegments(Map<String, String> keys, List<String> remarks) {
        boolean any = false;
        for (int i = 0; keys.containsKey("Segment" + i + "_ID") && i < MOST_NAMED; i++) {
            any = true;
            remarks.add("Label " + keys.getOrDefault("Segment" + i + "_LabelValue", String.valueOf(i + 1)) + " is '"
                    + TextHeader.shortened(keys.getOrDefault("Segment" + i + "_Name", "without a name")) + "'.");
        }
        return any;
    }
}
