package org.glomera.image.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiPlacementTest {

    /** Header numbers have single precision: at 1000 mm one unit in the last place is 0.00006 mm. */
    private static final double SINGLE_MM = 1e-4;
    private static final Grid GRID = Grid.axial(7, 5, 3, new Vector3(4.8, 4.9, 5.1), new Vector3(-120.3, 33.7, 900.1));
    /** Turned by 10 degrees about z, with a shift. */
    private static final Affine3 MOVE = new Affine3(
            new Vector3(Math.cos(Math.toRadians(10)), Math.sin(Math.toRadians(10)), 0),
            new Vector3(-Math.sin(Math.toRadians(10)), Math.cos(Math.toRadians(10)), 0), new Vector3(0, 0, 1),
            new Vector3(12.5, -3.25, 7));

    @TempDir
    Path folder;

    private static Grid moved() {
        return new Grid(GRID.nx(), GRID.ny(), GRID.nz(), MOVE.after(GRID.voxelToPatientMm()));
    }

    private Path ours() throws GlomeraException {
        float[] values = new float[GRID.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 3 ? Float.NaN : (float) Math.sin(i) * 1e6f;
        }
        Path file = folder.resolve("spect.nii.gz");
        NiftiFiles.write(file, new Volume(GRID, Quantity.ACTIVITY_CONCENTRATION, values));
        return file;
    }

    private static void place(Path file, String placement) throws GlomeraException {
        NiftiPlacement.write(file, placement, new NullProgressMonitor());
    }

    @Test
    void aMovedFile_liesOnTheGrid_andHasEveryVoxelBitForBit() throws Exception {
        Path file = ours();
        float[] before = NiftiFiles.readVolume(file, Quantity.ACTIVITY_CONCENTRATION).values();
        place(file, NiftiPlacement.of(file, moved()));
        Volume after = NiftiFiles.readVolume(file, Quantity.ACTIVITY_CONCENTRATION);
        assertTrue(after.grid().isSameAs(moved(), SINGLE_MM));
        assertArrayEquals(bits(before), bits(after.values()));
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    @Test
    void theBytesOfBefore_makeAFileOfOursTheSameToTheLastByte() throws Exception {
        Path file = ours();
        byte[] before = Files.readAllBytes(file);
        String placement = NiftiPlacement.read(file);
        place(file, NiftiPlacement.of(file, moved()));
        assertFalse(Arrays.equals(before, Files.readAllBytes(file)));
        place(file, placement);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFileOfOthers_keepsTypeOrderScalingAndEverythingElse() throws Exception {
        byte[] before = new NiftiBytes(ByteOrder.BIG_ENDIAN, 4, 2, 7, 5, 3).floats(112, 0.5f, -3)
                .set(bytes -> bytes.put(123, (byte) (2 | 8)).putShort(352, (short) -1234)).plain();
        for (boolean packed : new boolean[] {false, true}) {
            Path file = folder.resolve(packed ? "other.nii.gz" : "other.nii");
            Files.write(file, packed ? new NiftiBytes(ByteOrder.BIG_ENDIAN, 4, 2, 7, 5, 3).floats(112, 0.5f, -3)
                    .set(bytes -> bytes.put(123, (byte) (2 | 8)).putShort(352, (short) -1234)).packed() : before);
            String placement = NiftiPlacement.read(file);
            place(file, NiftiPlacement.of(file, moved()));
            assertTrue(NiftiFiles.readGrid(file).isSameAs(moved(), SINGLE_MM));
            // 0.5 * -1234 - 3
            assertEquals(-620, NiftiFiles.readVolume(file, Quantity.UNKNOWN).values()[0]);
            place(file, placement);
            assertArrayEquals(before, packed ? new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .readAllBytes() : Files.readAllBytes(file));
        }
    }

    @Test
    void aFileThatLiesThereAlready_isNotWritten() throws Exception {
        Path file = ours();
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, longAgo);
        place(file, NiftiPlacement.read(file));
        assertEquals(longAgo, Files.getLastModifiedTime(file));
    }

    @Test
    void aDamagedFile_isRefusedAndLeftAsItIs() throws Exception {
        Path file = ours();
        String placement = NiftiPlacement.of(file, moved());
        byte[] bytes = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 12);
        Files.write(file, cut);
        GlomeraException refused = assertThrows(GlomeraException.class, () -> place(file, placement));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        assertArrayEquals(cut, Files.readAllBytes(file));
    }

    @Test
    void cancelling_leavesTheFile() throws Exception {
        Path file = ours();
        byte[] before = Files.readAllBytes(file);
        String placement = NiftiPlacement.of(file, moved());
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> NiftiPlacement.write(file, placement, cancelled));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aGridOfAnotherSize_isRefused() throws Exception {
        Path file = ours();
        assertThrows(GlomeraException.class, () -> NiftiPlacement.of(file, GRID.withSize(6, 5, 3)));
    }
}
