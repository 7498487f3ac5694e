package org.glomera.image.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.image.raw.Bounds;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.VoxelType;

/**
 * What a NIfTI-1 header says (nifti1.h, 348 bytes and 4 bytes that announce extensions).
 *
 * @param order the byte order of header and voxels
 * @param type the voxels' type
 * @param grid where the voxels lie
 * @param dataOffset where in the file the voxels begin, in bytes
 * @param slope a voxel's value is {@code slope * stored + intercept}
 * @param intercept see {@code slope}
 * @param isLabelMap whether the file says that its values are labels (intent code NIFTI_INTENT_LABEL)
 * @param quantity what the file says that its values are
 */
record NiftiHeader(ByteOrder order, VoxelType type, Grid grid, long dataOffset, double slope, double intercept,
        boolean isLabelMap, Quantity quantity) {

    /** Bytes of a header with the four that follow it. */
    static final int BYTES = 352;

    private static final int STRUCT_BYTES = 348;
    private static final int NIFTI2_STRUCT_BYTES = 540;
    private static final int REGULAR = 38;
    private static final int DIM = 40;
    private static final int INTENT_CODE = 68;
    private static final int DATATYPE = 70;
    private static final int BITPIX = 72;
    private static final int PIXDIM = 76;
    private static final int VOX_OFFSET = 108;
    private static final int SCL_SLOPE = 112;
    private static final int SCL_INTER = 116;
    private static final int DESCRIP = 148;
    private static final int INTENT_NAME = 328;
    private static final int INTENT_NAME_BYTES = 16;
    private static final int MAGIC = 344;
    private static final int INTENT_LABEL = 1002;

    /** Header extensions beyond this size are no medical image's. */
    private static final long LARGEST_DATA_OFFSET = 1 << 26;

    /** Parses the first {@link #BYTES} bytes of a file. */
    static NiftiHeader parse(byte[] bytes) throws FileProblem {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(orderOf(bytes));
        String magic = new String(bytes, MAGIC, 3, StandardCharsets.ISO_8859_1);
        if (magic.equals("ni1")) {
            throw new FileProblem("is one half of a pair of header and image file; only single NIfTI files are read. "
                    + "Convert the pair to a single .nii or .nii.gz file");
        }
        if (!magic.equals("n+1")) {
            throw new FileProblem("is no NIfTI-1 file (its magic word is missing). Give a .nii or .nii.gz file");
        }
        int code = header.getShort(DATATYPE);
        VoxelType type = NiftiTypes.ofCode(code);
        int[] size = size(header);
        Grid grid = new Grid(size[0], size[1], size[2], NiftiGeometry.read(header));
        double slope = header.getFloat(SCL_SLOPE);
        double intercept = header.getFloat(SCL_INTER);
        if (slope == 0 || !Double.isFinite(slope)) {
            slope = 1;
            intercept = 0;
        } else if (!Double.isFinite(intercept)) {
            throw new FileProblem("gives " + intercept + " as the number to add to each voxel (scl_inter). Convert "
                    + "the image again from its source");
        }
        return new NiftiHeader(header.order(), type, grid, dataOffset(header), slope, intercept,
                header.getShort(INTENT_CODE) == INTENT_LABEL, quantity(bytes));
    }

    private static ByteOrder orderOf(byte[] bytes) throws FileProblem {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int size = ByteBuffer.wrap(bytes).order(order).getInt(0);
            if (size == STRUCT_BYTES) {
                return order;
            }
            if (size == NIFTI2_STRUCT_BYTES) {
                throw new FileProblem("is a NIfTI-2 file; only NIfTI-1 is read. Convert it to NIfTI-1");
            }
        }
        throw new FileProblem("is no NIfTI-1 file. Give a .nii or .nii.gz file");
    }

    private static int[] size(ByteBuffer header) throws FileProblem {
        int dimensions = header.getShort(DIM);
        if (dimensions < 1 || dimensions > 7) {
            throw new FileProblem("has " + dimensions + " dimensions, where NIfTI knows 1 to 7; it is damaged. Copy "
                    + "or convert it again");
        }
        int[] size = {1, 1, 1};
        long images = 1;
        for (int i = 1; i <= dimensions; i++) {
            int n = header.getShort(DIM + 2 * i);
            if (n < 1) {
                throw new FileProblem("has the size " + n + " along dimension " + i + "; it is damaged. Copy or "
                        + "convert it again");
            }
            if (i <= 3) {
                size[i - 1] = n;
            } else {
                images *= n;
            }
        }
        if (images != 1) {
            throw new FileProblem("holds " + images + " images, where one is expected. Write each image into a file "
                    + "of its own");
        }
        Bounds.sizes(size[0], size[1], size[2]);
        return size;
    }

    private static long dataOffset(ByteBuffer header) throws FileProblem {
        float offset = header.getFloat(VOX_OFFSET);
        if (!(offset >= BYTES && offset <= LARGEST_DATA_OFFSET) || offset != Math.rint(offset)) {
            throw new FileProblem("says that its voxels begin at byte " + offset + " (vox_offset), which cannot be. "
                    + "Convert the image again from its source");
        }
        return (long) offset;
    }

    private static Quantity quantity(byte[] bytes) {
        String name = new String(bytes, INTENT_NAME, INTENT_NAME_BYTES, StandardCharsets.ISO_8859_1);
        int end = name.indexOf(0);
        String word = end < 0 ? name : name.substring(0, end);
        for (Quantity quantity : Quantity.values()) {
            if (!word.isEmpty() && wordFor(quantity).equals(word)) {
                return quantity;
            }
        }
        return Quantity.UNKNOWN;
    }

    private static String wordFor(Quantity quantity) {
        return switch (quantity) {
            case HOUNSFIELD -> "HU";
            case ACTIVITY_CONCENTRATION -> "Bq/ml";
            case COUNTS -> "counts";
            case PROBABILITY -> "probability";
            case UNKNOWN -> "";
        };
    }

    /** The header of a file with a volume of 32-bit floating point values, little endian. */
    static byte[] forVolume(Grid grid, Quantity quantity) {
        ByteBuffer header = common(grid, VoxelType.FLOAT32);
        header.put(INTENT_NAME, wordFor(quantity).getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    /** The header of a file with a label map of unsigned bytes. */
    static byte[] forLabelMap(Grid grid) {
        ByteBuffer header = common(grid, VoxelType.UINT8);
        header.putShort(INTENT_CODE, (short) INTENT_LABEL);
        return header.array();
    }

    private static ByteBuffer common(Grid grid, VoxelType type) {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, STRUCT_BYTES);
        header.put(REGULAR, (byte) 'r');
        int[] dim = {3, grid.nx(), grid.ny(), grid.nz(), 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            header.putShort(DIM + 2 * i, (short) dim[i]);
            header.putFloat(PIXDIM + 4 * i, 1);
        }
        header.putShort(DATATYPE, (short) NiftiTypes.code(type));
        header.putShort(BITPIX, (short) type.bits());
        header.putFloat(VOX_OFFSET, BYTES);
        header.putFloat(SCL_SLOPE, 1);
        header.put(DESCRIP, "Glomera".getBytes(StandardCharsets.US_ASCII));
        header.put(MAGIC, "n+1".getBytes(StandardCharsets.US_ASCII));
        NiftiGeometry.write(header, grid);
        return header;
    }
}
