package org.glomera.image.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;
import org.glomera.image.metaimage.MetaImageReader;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiImageReader;
import org.glomera.image.nrrd.NrrdImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voxel types, scales, labels and remarks of NRRD, MetaImage and NIfTI. */
class TypesAndRemarksTest {

    private static final Grid ROW = Grid.axial(4, 1, 1, new Vector3(2, 3, 4), new Vector3(-1, 5, 7));
    private static final Volume ROW_VOLUME = new Volume(ROW, Quantity.UNKNOWN, new float[] {0, 1, 2, 100});

    @TempDir
    Path folder;

    /** 0, 1, 2, 100 in a type. */
    private static byte[] stored(String kind, ByteOrder order) {
        int bytes = Integer.parseInt(kind.substring(1));
        ByteBuffer buffer = ByteBuffer.allocate(4 * bytes).order(order);
        for (int value : new int[] {0, 1, 2, 100}) {
            if (kind.equals("f4")) {
                buffer.putFloat(value);
            } else if (kind.equals("f8")) {
                buffer.putDouble(value);
            } else if (bytes == 1) {
                buffer.put((byte) value);
            } else if (bytes == 2) {
                buffer.putShort((short) value);
            } else if (bytes == 4) {
                buffer.putInt(value);
            } else {
                buffer.putLong(value);
            }
        }
        return buffer.array();
    }

    @ParameterizedTest
    @CsvSource({"signed char, i1", "uint8_t, i1", "signed short int, i2", "unsigned short, i2", "int, i4", "uint32, i4",
            "long long int, i8", "ulonglong, i8", "float, f4", "double, f8"})
    void nrrd_readsEveryTypeInBothByteOrders(String type, String kind) throws Exception {
        for (String endian : List.of("little", "big")) {
            ByteOrder order = endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            Path file = FormatFiles.write(folder.resolve("a.nrrd"), FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "raw",
                    endian).replace("type: short", "type: " + type), "\n", stored(kind, order));
            ImageContent content = new NrrdImageReader().read(file, new NullProgressMonitor());
            assertArrayEquals(ROW_VOLUME.values(), content.volumes().get(0).values());
            assertEquals(List.of(), content.remarks());
        }
    }

    @ParameterizedTest
    @CsvSource({"MET_CHAR, i1", "MET_UCHAR, i1", "MET_SHORT, i2", "MET_USHORT, i2", "MET_INT, i4", "MET_UINT, i4",
            "MET_LONG, i4", "MET_ULONG, i4", "MET_LONG_LONG, i8", "MET_ULONG_LONG, i8", "MET_FLOAT, f4",
            "MET_DOUBLE, f8"})
    void metaImage_readsEveryTypeInBothByteOrders(String type, String kind) throws Exception {
        for (String msb : List.of("False", "True")) {
            ByteOrder order = msb.equals("True") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            Path file = FormatFiles.write(folder.resolve("a.mha"), FormatFiles.meta(ROW_VOLUME,
                    "ElementByteOrderMSB = " + msb + "\n", "LOCAL").replace("MET_SHORT", type), stored(kind, order));
            ImageContent content = new MetaImageReader().read(file, new NullProgressMonitor());
            assertArrayEquals(ROW_VOLUME.values(), content.volumes().get(0).values());
            assertEquals(List.of(), content.remarks());
        }
    }

    @Test
    void text_isReadWhereTheHeaderSaysSo() throws Exception {
        Path nrrd = FormatFiles.write(folder.resolve("a.nrrd"),
                FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "ascii", "little"), "\n", "0 1\n2\t1.00e2\n");
        assertArrayEquals(ROW_VOLUME.values(),
                new NrrdImageReader().read(nrrd, new NullProgressMonitor()).volumes().get(0).values());
        Path meta = FormatFiles.write(folder.resolve("a.mha"),
                FormatFiles.meta(ROW_VOLUME, "", "LOCAL").replace("BinaryData = True", "BinaryData = False"), "0 1 2 100");
        assertArrayEquals(ROW_VOLUME.values(),
                new MetaImageReader().read(meta, new NullProgressMonitor()).volumes().get(0).values());
    }

    @Test
    void skippedLinesAndBytes_areNotVoxels() throws Exception {
        // lines are skipped in the file, bytes in what was packed (definition of NRRD, "byte skip")
        byte[] bytes = stored("i2", ByteOrder.LITTLE_ENDIAN);
        byte[] behind = new byte[bytes.length + 3];
        System.arraycopy(bytes, 0, behind, 3, bytes.length);
        FormatFiles.write(folder.resolve("b.gz"), "one line\nanother\n", FormatFiles.gzip(behind));
        Path header = FormatFiles.write(folder.resolve("b.nhdr"), FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "gzip",
                "little"), "line skip: 2\nbyte skip: 3\ndata file: b.gz\n");
        assertArrayEquals(ROW_VOLUME.values(),
                new NrrdImageReader().read(header, new NullProgressMonitor()).volumes().get(0).values());
    }

    @Test
    void scaleOfMetaImage_isApplied() throws Exception {
        Path file = FormatFiles.write(folder.resolve("a.mha"), FormatFiles.meta(ROW_VOLUME,
                "ElementToIntensityFunctionSlope = 2\nElementToIntensityFunctionOffset = -1\n", "LOCAL"),
                stored("i2", ByteOrder.LITTLE_ENDIAN));
        assertArrayEquals(new float[] {-1, 1, 3, 199},
                new MetaImageReader().read(file, new NullProgressMonitor()).volumes().get(0).values());
    }

    @Test
    void unitsOfLength_areTurnedIntoMillimetres() throws Exception {
        Path file = FormatFiles.write(folder.resolve("a.nrrd"), FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "raw", "little"),
                "space units: \"cm\" \"cm\" \"cm\"\n\n", stored("i2", ByteOrder.LITTLE_ENDIAN));
        Grid grid = new NrrdImageReader().read(file, new NullProgressMonitor()).volumes().get(0).grid();
        assertEquals(new Vector3(20, 30, 40), grid.spacingMm());
        assertEquals(new Vector3(-10, 50, 70), grid.patientMm(0, 0, 0));
    }

    @Test
    void segmentationOfSlicer_isALabelMapWithTheNamesOfItsSegments() throws Exception {
        Path file = FormatFiles.write(folder.resolve("a.seg.nrrd"), FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "raw",
                "little"), "Segment0_ID:=Segment_1\nSegment0_LabelValue:=2\nSegment0_Name:=right kidney\n\n",
                stored("i2", ByteOrder.LITTLE_ENDIAN));
        ImageContent content = new NrrdImageReader().read(file, new NullProgressMonitor());
        assertArrayEquals(new byte[] {0, 1, 2, 100}, content.labelMaps().get(0).labels());
        assertEquals(List.of("Label 2 is 'right kidney'."), content.remarks());
    }

    @Test
    void imageWithoutAPlace_isPutAtTheOriginWithARemark() throws Exception {
        Path nrrd = FormatFiles.write(folder.resolve("a.nrrd"), FormatFiles.nrrd(ROW_VOLUME, "LPS", 1, 1, "raw", "little")
                .replaceAll("space origin.*\n", ""), "\n", stored("i2", ByteOrder.LITTLE_ENDIAN));
        ImageContent content = new NrrdImageReader().read(nrrd, new NullProgressMonitor());
        assertEquals(new Vector3(0, 0, 0), content.volumes().get(0).grid().patientMm(0, 0, 0));
        assertTrue(content.remarks().get(0).contains("origin"), content.remarks().toString());
    }

    @Test
    void metaImageWithoutMatrix_isReadOnlyByTheSpellingsThatAllMeanAlike() throws Exception {
        Path file = FormatFiles.write(folder.resolve("a.mha"), FormatFiles.meta(ROW_VOLUME,
                "ElementByteOrderMSB = False\n", "LOCAL").replaceAll("TransformMatrix.*\n", ""),
                stored("i2", ByteOrder.LITTLE_ENDIAN));
        ImageContent content = new MetaImageReader().read(file, new NullProgressMonitor());
        assertTrue(content.volumes().get(0).grid().isSameAs(ROW, 1e-9));
        assertTrue(content.remarks().get(0).contains("RAI"), content.remarks().toString());
    }

    @Test
    void niftiLabelsAbove255_areAVolumeWithARemark() throws Exception {
        Path file = folder.resolve("a.nii");
        NiftiFiles.write(file, new Volume(ROW, Quantity.UNKNOWN, new float[] {0, 1, 2, 18000}));
        byte[] bytes = Files.readAllBytes(file);
        // intent_code 1002, NIFTI_INTENT_LABEL
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(68, (short) 1002);
        Files.write(file, bytes);
        ImageContent content = new NiftiImageReader().read(file, new NullProgressMonitor());
        assertEquals(18000, content.volumes().get(0).values()[3]);
        assertTrue(content.remarks().get(0).contains("18000"), content.remarks().toString());
    }
}
