package org.glomera.image.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageReader;
import org.glomera.image.interfile.InterfileImageReader;
import org.glomera.image.metaimage.MetaImageReader;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiImageReader;
import org.glomera.image.nrrd.NrrdImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What broken and hostile image files get: one sentence, and no memory beyond what the file can ask for. */
class BrokenFilesTest {

    /** The fixed amount beside twice the file's size: 256 MB that a claim may take unproven, and buffers. */
    private static final long FIXED_BYTES = 264L << 20;
    private static final int MUTATIONS = 400;

    @TempDir
    Path folder;

    private static ImageReader readerOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".nii") || name.endsWith(".nii.gz") ? new NiftiImageReader()
                : name.endsWith(".nrrd") || name.endsWith(".nhdr") ? new NrrdImageReader()
                        : name.endsWith(".mha") || name.endsWith(".mhd") ? new MetaImageReader()
                                : new InterfileImageReader();
    }

    /** Bytes that this thread has taken so far. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object bean = ManagementFactory.getThreadMXBean();
        Class<?> extended = Stream.of(bean.getClass().getInterfaces())
                .filter(each -> each.getName().equals("com.sun.management.ThreadMXBean")).findFirst().orElseThrow();
        Method allocated = extended.getMethod("getThreadAllocatedBytes", long.class);
        return (long) allocated.invoke(bean, Thread.currentThread().getId());
    }

    private static long size(Path file) throws IOException {
        try (Stream<Path> siblings = Files.isRegularFile(file) ? Files.list(file.getParent()) : Stream.of()) {
            return siblings.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).sum();
        }
    }

    @Test
    void everyBrokenFile_isRefusedWithOneSentenceAndWithinItsMemory() throws Exception {
        Map<String, Path> corpus = BrokenFiles.make(folder);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Path> entry : corpus.entrySet()) {
            long before = allocatedBytes();
            String said = sentence(entry.getValue());
            long taken = allocatedBytes() - before;
            if (!said.startsWith("The file " + folder) || !said.endsWith(".") || said.contains("Exception")
                    || said.contains("null") || said.contains("\n")) {
                wrong.add(entry.getKey() + " is answered with: " + said);
            }
            if (taken > 2 * size(entry.getValue()) + FIXED_BYTES) {
                wrong.add(entry.getKey() + " takes " + taken + " bytes");
            }
        }
        assertTrue(corpus.size() > 200, "the corpus has " + corpus.size() + " files");
        assertEquals(List.of(), wrong);
    }

    private static String sentence(Path file) {
        ImageReader reader = readerOf(file);
        reader.supports(file);
        try {
            return "read: " + reader.read(file, new NullProgressMonitor());
        } catch (GlomeraException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            return "thrown: " + e;
        }
    }

    @Test
    void bytesChangedAnywhere_giveAnImageOrASentence() throws Exception {
        Grid grid = Grid.axial(6, 5, 4, new Vector3(3, 4, 5), new Vector3(-10, 20, 30));
        Volume volume = new Volume(grid, Quantity.HOUNSFIELD, new float[grid.voxelCount()]);
        byte[] voxels = FormatFiles.shorts(volume, ByteOrder.LITTLE_ENDIAN);
        Path nifti = folder.resolve("m.nii");
        NiftiFiles.write(nifti, volume);
        List<Path> files = List.of(nifti,
                FormatFiles.write(folder.resolve("m.nrrd"), FormatFiles.nrrd(volume, "RAS", -1, -1, "raw", "little"), "\n",
                        voxels),
                FormatFiles.write(folder.resolve("m.mha"), FormatFiles.meta(volume, "CompressedData = True\n", "LOCAL"),
                        FormatFiles.zlib(voxels)),
                FormatFiles.write(folder.resolve("m.h33"), String.join("\n", "!INTERFILE :=",
                        "!name of data file := m.nii", "!matrix size [1] := 6", "!matrix size [2] := 5",
                        "!number of slices := 4", "!number format := signed integer", "!number of bytes per pixel := 2",
                        "scaling factor (mm/pixel) [1] := 3", "scaling factor (mm/pixel) [2] := 4",
                        "slice thickness (pixels) := 1", "!END OF INTERFILE :=", "")));
        Random random = new Random(11);
        List<String> thrown = new ArrayList<>();
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] changed = good.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    changed[random.nextInt(Math.min(changed.length, 520))] = (byte) random.nextInt(256);
                }
                Files.write(file, changed);
                String said = sentence(file);
                if (said.startsWith("thrown")) {
                    thrown.add(file.getFileName() + ": " + said);
                }
            }
            Files.write(file, good);
        }
        assertEquals(List.of(), thrown);
    }
}
