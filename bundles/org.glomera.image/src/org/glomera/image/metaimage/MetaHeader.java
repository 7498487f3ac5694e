package org.glomera.image.metaimage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.raw.Bounds;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.Packing;
import org.glomera.image.raw.StoredVoxels;
import org.glomera.image.raw.TextHeader;
import org.glomera.image.raw.VoxelType;

/**
 * What a MetaImage header says of one image. Its world is ITK's, DICOM LPS in millimetres; row i of TransformMatrix is
 * the direction of index i (itk::MetaImageIO), Offset the centre of the first voxel. AnatomicalOrientation is not used
 * beside a matrix, since writers mean opposite things by it; without a matrix it has to be one of the two spellings
 * that all writers mean alike.
 *
 * @param grid where the voxels lie
 * @param voxels where they are in which file
 * @param remarks what was taken for granted
 */
record MetaHeader(Grid grid, StoredVoxels voxels, List<String> remarks) {

    private static final long LARGEST_HEADER = 1L << 26;

    /** Copies the list. */
    MetaHeader {
        remarks = List.copyOf(remarks);
    }

    /** Reads the header of a file. */
    static MetaHeader read(Path file) throws IOException, FileProblem {
        MetaFields fields = MetaFields.read(file);
        List<String> remarks = new ArrayList<>();
        String kind = fields.text("objecttype").orElse("Image");
        if (!kind.equalsIgnoreCase("image")) {
            throw new FileProblem("holds a MetaIO object of type '" + TextHeader.shortened(kind)
                    + "' and no image. Give an image");
        }
        Grid grid = grid(fields, remarks);
        VoxelType type = type(fields.required("elementtype", "ElementType"));
        String name = fields.required("elementdatafile", "ElementDataFile");
        boolean local = name.equalsIgnoreCase("LOCAL");
        Path data = local ? file : dataFile(file, name);
        Packing packing = packing(fields, data, local ? fields.end() : 0);
        StoredVoxels voxels = new StoredVoxels(data, offset(fields, data, local, type.bytes(grid.voxelCount()), packing),
                0, packing, type, order(fields, type, packing, remarks), grid.voxelCount(), slope(fields),
                intercept(fields));
        return new MetaHeader(grid, voxels, remarks);
    }

    private static Path dataFile(Path header, String name) throws IOException, FileProblem {
        if (name.toUpperCase(Locale.ROOT).startsWith("LIST") || name.contains("%")) {
            throw new FileProblem("has its voxels in several files; one is read. Write the image into one file");
        }
        return TextHeader.dataFile(header, name);
    }

    private static Grid grid(MetaFields fields, List<String> remarks) throws FileProblem {
        long dimensions = TextHeader.whole(fields.required("ndims", "NDims"), "NDims");
        if (dimensions != 3) {
            throw new FileProblem("has " + dimensions + " dimensions, where one volume has 3. Write each image into a "
                    + "file of its own");
        }
        String[] words = fields.required("dimsize", "DimSize").split("\\s+");
        if (words.length != 3) {
            throw new FileProblem("gives " + words.length + " sizes for 3 dimensions; it is damaged. Write it again");
        }
        long[] size = new long[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = TextHeader.whole(words[axis], "DimSize");
        }
        Bounds.sizes(size[0], size[1], size[2]);
        double unit = unitInMm(fields);
        double[] spacing = fields.numbers(3, "elementspacing", "elementsize").orElseThrow(() -> new FileProblem(
                "does not say ElementSpacing. Write the image again"));
        double[] rows = matrix(fields, remarks);
        Vector3[] columns = new Vector3[3];
        for (int axis = 0; axis < 3; axis++) {
            Bounds.spacing(spacing[axis] * unit, "ElementSpacing");
            columns[axis] = Bounds.vector(rows[3 * axis], rows[3 * axis + 1], rows[3 * axis + 2], "TransformMatrix")
                    .times(spacing[axis] * unit);
        }
        return Bounds.grid(size[0], size[1], size[2], columns[0], columns[1], columns[2],
                origin(fields, remarks).times(unit));
    }

    private static Vector3 origin(MetaFields fields, List<String> remarks) throws FileProblem {
        Optional<double[]> offset = fields.numbers(3, "offset", "position", "origin");
        if (offset.isEmpty()) {
            remarks.add("The header does not say where the image lies; its first voxel was put at the origin of the "
                    + "patient's coordinates.");
            return new Vector3(0, 0, 0);
        }
        return Bounds.vector(offset.get()[0], offset.get()[1], offset.get()[2], "Offset");
    }

    private static double[] matrix(MetaFields fields, List<String> remarks) throws FileProblem {
        Optional<double[]> matrix = fields.numbers(9, "transformmatrix", "rotation", "orientation");
        if (matrix.isPresent()) {
            return matrix.get();
        }
        String anatomical = fields.text("anatomicalorientation").orElse("").toUpperCase(Locale.ROOT);
        if (!anatomical.equals("RAI") && !anatomical.equals("LPS")) {
            throw new FileProblem("does not say how it lies in the patient (TransformMatrix), so right and left cannot "
                    + "be told. Write the image again with its orientation");
        }
        remarks.add("The header has no TransformMatrix; by its AnatomicalOrientation " + anatomical
                + " the indices were taken to run to the patient's left, back and head.");
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    }

    private static double unitInMm(MetaFields fields) throws FileProblem {
        String unit = fields.text("distanceunits").orElse("mm").toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "mm", "?" -> 1;
            case "cm" -> 10;
            case "um" -> 0.001;
            default -> throw new FileProblem("has lengths in '" + TextHeader.shortened(unit)
                    + "', which is not understood. Write the image again in millimetres");
        };
    }

    private static VoxelType type(String name) throws FileProblem {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MET_CHAR", "MET_ASCII_CHAR" -> VoxelType.INT8;
            case "MET_UCHAR" -> VoxelType.UINT8;
            case "MET_SHORT" -> VoxelType.INT16;
            case "MET_USHORT" -> VoxelType.UINT16;
            // MetaIO's long has 4 bytes on every machine
            case "MET_INT", "MET_LONG" -> VoxelType.INT32;
            case "MET_UINT", "MET_ULONG" -> VoxelType.UINT32;
            case "MET_LONG_LONG" -> VoxelType.INT64;
            case "MET_ULONG_LONG" -> VoxelType.UINT64;
            case "MET_FLOAT" -> VoxelType.FLOAT32;
            case "MET_DOUBLE" -> VoxelType.FLOAT64;
            default -> throw new FileProblem("holds voxels of type '" + TextHeader.shortened(name)
                    + "', which is no single real number a voxel. Convert the image to 16-bit integers or 32-bit "
                    + "floating point");
        };
    }

    private static Packing packing(MetaFields fields, Path data, long start) throws IOException, FileProblem {
        if (TextHeader.whole(fields.text("elementnumberofchannels").orElse("1"), "ElementNumberOfChannels") != 1) {
            throw new FileProblem("holds several numbers a voxel (ElementNumberOfChannels); one is read. Write each "
                    + "into a file of its own");
        }
        if (!fields.isTrue("binarydata", true)) {
            return Packing.TEXT;
        }
        if (!fields.isTrue("compresseddata", false)) {
            return Packing.NONE;
        }
        try (InputStream in = StoredVoxels.open(data)) {
            in.skipNBytes(start);
            return in.read() == 0x1f && in.read() == 0x8b ? Packing.GZIP : Packing.ZLIB;
        }
    }

    private static long offset(MetaFields fields, Path data, boolean local, long bytes, Packing packing)
            throws IOException, FileProblem {
        long given = TextHeader.whole(fields.text("headersize").orElse("0"), "HeaderSize");
        if (given < -1 || given > LARGEST_HEADER || given != 0 && packing != Packing.NONE) {
            throw new FileProblem("gives " + given + " as HeaderSize, which cannot be. Write the image again");
        }
        if (given == -1) {
            return TextHeader.lastBytes(data, bytes);
        }
        return local ? fields.end() : given;
    }

    private static ByteOrder order(MetaFields fields, VoxelType type, Packing packing, List<String> remarks) {
        Optional<String> said = fields.text("elementbyteordermsb", "binarydatabyteordermsb");
        if (said.isEmpty() && type.bits() > 8 && packing != Packing.TEXT) {
            remarks.add("The header does not say its byte order; little endian was taken.");
        }
        String word = said.orElse("false").toLowerCase(Locale.ROOT);
        return word.startsWith("t") || word.equals("1") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static double slope(MetaFields fields) throws FileProblem {
        double slope = fields.numbers(1, "elementtointensityfunctionslope").map(each -> each[0]).orElse(1.0);
        if (!Double.isFinite(slope) || slope == 0) {
            throw new FileProblem("gives " + slope + " as the factor of its voxels. Correct the header");
        }
        return slope;
    }

    private static double intercept(MetaFields fields) throws FileProblem {
        double intercept = fields.numbers(1, "elementtointensityfunctionoffset").map(each -> each[0]).orElse(0.0);
        if (!Double.isFinite(intercept)) {
            throw new FileProblem("gives " + intercept + " as the number to add to each voxel. Correct the header");
        }
        return intercept;
    }
}
