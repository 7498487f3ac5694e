package org.glomera.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiImageReader;
import org.glomera.image.nifti.NiftiImageWriter;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContributionsTest {

    private static final Grid GRID = Grid.axial(3, 2, 2, new Vector3(2, 3, 5), new Vector3(-10, 20, 30));

    private final ImageReader reader = new NiftiImageReader();
    private final ImageWriter writer = new NiftiImageWriter();

    @TempDir
    Path folder;

    @Test
    void nifti_isContributedToBothPoints() throws Exception {
        assumeTrue(RegistryFactory.getRegistry() != null, "skipped: there is no extension registry outside OSGi");
        Contribution<ImageReader> read = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                "org.glomera.image.readers", ImageReader.class).require("nifti");
        assertEquals("NIfTI-1", read.name());
        assertFalse(read.description().isBlank());
        assertTrue(read.instance() instanceof NiftiImageReader);
        Contribution<ImageWriter> write = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                "org.glomera.image.writers", ImageWriter.class).require("nifti");
        assertTrue(write.instance() instanceof NiftiImageWriter);
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void reader_givesBackTheVolumeThatTheWriterWrote(Quantity quantity) throws Exception {
        Path file = folder.resolve("a.nii.gz");
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.5f};
        writer.write(file, new Volume(GRID, quantity, values), new NullProgressMonitor());
        ImageContent content = reader.read(file, new NullProgressMonitor());
        assertEquals(0, content.labelMaps().size());
        Volume back = content.volumes().get(0);
        assertEquals(quantity, back.quantity());
        assertArrayEquals(values, back.values());
        assertTrue(GRID.isSameAs(back.grid(), 1e-5));
    }

    @Test
    void reader_givesBackTheLabelMapThatTheWriterWrote() throws Exception {
        Path file = folder.resolve("a.nii");
        byte[] labels = {0, 1, 2, 0, 0, 1, 1, 2, 2, 0, 0, (byte) 255};
        writer.write(file, new LabelMap(GRID, labels), new NullProgressMonitor());
        ImageContent content = reader.read(file, new NullProgressMonitor());
        assertEquals(0, content.volumes().size());
        assertArrayEquals(labels, content.labelMaps().get(0).labels());
    }

    @Test
    void supports_answersWithAReason() throws Exception {
        Path good = folder.resolve("a.nii");
        writer.write(good, new LabelMap(GRID, new byte[12]), new NullProgressMonitor());
        assertTrue(reader.supports(good).supported());
        assertTrue(writer.supports(good).supported());

        Path renamed = folder.resolve("a.img");
        Files.copy(good, renamed);
        assertFalse(reader.supports(renamed).supported());
        assertTrue(reader.supports(renamed).reason().contains(".nii"));
        assertFalse(writer.supports(renamed).supported());

        Path text = folder.resolve("text.nii");
        Files.writeString(text, "no image");
        assertFalse(reader.supports(text).supported());
        assertTrue(reader.supports(text).reason().contains("too short"));
        assertFalse(reader.supports(folder.resolve("missing.nii")).supported());
        assertFalse(reader.supports(folder).supported());
    }
}
